/** Zones as programs and files have them, read into zones with all their values known. */
import { z } from "zod";

import type { PlainZone } from "../geometry/plain-zone";
import type { ZoneArgs } from "../provider/zone/args";

/**
 * A zone of a file, or the arguments of a Zone whose values are all known: no Output, and a name of its own.
 *
 * @example
 * const cafe: ZoneLike = {
 *   name: "cafe",
 *   geofeatures: [{ type: "circle", name: "door", center: { latitude: -37.818, longitude: 144.9775 }, radius: 40 }],
 * };
 */
export type ZoneLike = PlainZone | ZoneArgs | Omit<ZoneArgs, "projectId" | "minimumRetriggerTime">;

/** @throws an error with a line for each value that is missing, of another type, or not known yet */
export function plainZones(zones: Iterable<ZoneLike>): PlainZone[] {
  const faults: string[] = [];
  const read = [...zones].flatMap((given, at) => {
    const { success, data, error } = zone.safeParse(given);
    if (success) return [data];
    faults.push(...error.issues.map((issue) => faultOf(issue, given, at)));
    return [];
  });
  if (faults.length > 0) throw new Error(faults.join("\n"));
  return read;
}

const point = z.object({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
});
const name = z.string();
const color = z.string().optional();

const geofeature = z.discriminatedUnion("type", [
  z.object({ type: z.literal("circle"), name, center: point, radius: z.number().positive(), color }),
  z.object({ type: z.literal("boundingBox"), name, northEast: point, southWest: point, color }),
  z.object({ type: z.literal("polygon"), name, vertices: z.array(point).min(3), color }),
  z.object({ type: z.literal("geoline"), name, vertices: z.array(point).min(2) }),
  z.object({ type: z.literal("beacon"), name }),
]);

const condition = z.discriminatedUnion("type", [
  z.object({ type: z.literal("speed"), minimumSpeed: z.number(), maximumSpeed: z.number() }),
  z.object({ type: z.literal("travelDirection"), fromAngle: z.number(), toAngle: z.number() }),
  z.object({
    type: z.literal("travelPath"),
    minimumGeofeaturesCrossed: z.number(),
    timeOutSeconds: z.number(),
    sequential: z.boolean().optional(),
  }),
  z.object({ type: z.literal("timeActive"), fromTime: z.string(), toTime: z.string() }),
  z.object({ type: z.literal("dayRange"), startDate: z.string().optional(), endDate: z.string().optional() }),
]);

const zone = z.object({
  name,
  geofeatures: z.array(geofeature),
  minimumRetriggerTime: z.number().optional(),
  triggerOnExit: z.boolean().optional(),
  conditions: z.array(condition).optional(),
  tags: z.array(z.string()).optional(),
});

/** `zones[3] ("cafe"): geofeatures[0].radius is an Output …` */
function faultOf({ path, message }: z.core.$ZodIssue, given: ZoneLike, at: number): string {
  const label = typeof given.name === "string" ? ` (${JSON.stringify(given.name)})` : "";
  const where = `zones[${at}]${label}: ${z.core.toDotPath(path) || "it"}`;
  // An Output inside a value shows at the first part of the path that is one.
  for (let length = 0; length <= path.length; length += 1) {
    const value = valueAt(given, path.slice(0, length));
    if (isPending(value) || value === unknownValue)
      return `${where} is not known yet: fence tests take values, no Outputs or Promises`;
  }
  if (path.at(-1) === "name" && valueAt(given, path) === undefined)
    return `${where} is missing: a zone or geofeature is named in what fails`;
  return `${where}: ${message}`;
}

/** What stands in a preview for a value that only \`pulumi up\` knows. */
const unknownValue = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === "object" && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  );
}

/** Without @pulumi/pulumi, which a test of fences need not load. */
function isPending(value: unknown): boolean {
  if (value instanceof Promise) return true;
  const isThing = (typeof value === "object" && value !== null) || typeof value === "function";
  return isThing && Reflect.get(value, "__pulumiOutput") === true;
}
