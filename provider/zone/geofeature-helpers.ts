/** Geofeatures from few words. Each helper returns the plain arguments, which may as well be written out. */
import type { Input } from "@pulumi/pulumi";

import type { ExtraFields } from "../extra-fields";
import { usageError, inspectValue } from "../program/usage-error";
import type { PointArgs } from "../point";
import type { BoundingBoxArgs, CircleArgs, GeolineArgs, PolygonArgs } from "./geofeatures";
import { isPending, readPoint, type PointInput } from "./points";

/** The options of a fence beside its shape. */
export interface FenceOptions extends ExtraFields {
  /**
   * The color in the console: `#RRGGBB`.
   *
   * @default the API's
   */
  color?: Input<string>;
}

/**
 * A circular fence.
 *
 * @param name unique in its zone
 * @param center its middle; what comes later (an Output or a Promise) is taken as it is
 * @param radius metres, 5 or more
 * @throws an error at once where the point cannot be read
 * @example
 * circle("door", "-37.818, 144.9775", 40, { color: "#429BD5" })
 */
export function circle(
  name: Input<string>,
  center: PointInput,
  radius: Input<number>,
  options: FenceOptions = {},
): CircleArgs {
  const fault = (why: string) => usageError(circle, `${called(name)}: its center ${why}.`);
  return { type: "circle", name, center: readPoint(center, fault), radius, ...options };
}

/** Two opposite corners of a box in any order, or its north-east and south-west by name. */
export type BoxCorners = readonly [PointInput, PointInput] | { northEast: PointInput; southWest: PointInput };

/**
 * A fence between two latitudes and two longitudes.
 *
 * @param name unique in its zone
 * @param corners any two opposite corners, which are put right; by name for a box across the antimeridian. Of two
 * that come later (Outputs or Promises) the first is taken for the north-east
 * @throws an error at once where a corner cannot be read, or where they say nothing about the side of the earth
 * @example
 * boundingBox("car park", ["-37.8184, 144.9777", "-37.8164, 144.9801"])
 * boundingBox("Taveuni", { northEast: [-16.7, -179.8], southWest: [-17, 179.8] })
 */
export function boundingBox(
  name: Input<string>,
  corners: BoxCorners,
  options: FenceOptions = {},
): BoundingBoxArgs {
  const read = (point: PointInput, what: string) =>
    readPoint(point, (why) => usageError(boundingBox, `${called(name)}: its ${what} ${why}.`));
  if ("northEast" in corners) {
    const northEast = read(corners.northEast, "northEast");
    const southWest = read(corners.southWest, "southWest");
    return { type: "boundingBox", name, northEast, southWest, ...options };
  }
  const [first, second] = corners;
  const pair = [read(first, "first corner"), read(second, "second corner")] as const;
  const across = () =>
    usageError(
      boundingBox,
      `${called(name)}: the longitudes of ${inspectValue(first)} and ${inspectValue(second)} are more than 180° apart, so the box may ` +
        "cross the antimeridian or not; name the corners: { northEast, southWest }.",
    );
  return { type: "boundingBox", name, ...putRight(pair, across), ...options };
}

interface Corners {
  northEast: Input<PointArgs>;
  southWest: Input<PointArgs>;
}

function putRight([a, b]: readonly [Input<PointArgs>, Input<PointArgs>], across: () => Error): Corners {
  const [here, there] = [numbersOf(a), numbersOf(b)];
  if (here === undefined || there === undefined) return { northEast: a, southWest: b };
  if (Math.abs(here.longitude - there.longitude) > 180) throw across();
  const at = (pick: (...values: number[]) => number) => ({
    latitude: pick(here.latitude, there.latitude),
    longitude: pick(here.longitude, there.longitude),
  });
  return { northEast: at(Math.max), southWest: at(Math.min) };
}

/** Undefined where a part comes later. */
function numbersOf(point: Input<PointArgs>): { latitude: number; longitude: number } | undefined {
  if (isPending(point) || !("latitude" in point)) return undefined;
  const { latitude, longitude } = point;
  return typeof latitude === "number" && typeof longitude === "number" ? { latitude, longitude } : undefined;
}

/**
 * A fence of any outline.
 *
 * @param name unique in its zone
 * @param vertices 3 points or more, in order; what comes later (an Output or a Promise) is taken as it is
 * @throws an error at once where a point cannot be read
 * @example
 * polygon("forecourt", ["39.0413, -94.5692", "39.0413, -94.5691", "39.041, -94.5691"])
 */
export function polygon(
  name: Input<string>,
  vertices: VerticesInput,
  options: FenceOptions = {},
): PolygonArgs {
  return { type: "polygon", name, vertices: readVertices(polygon, name, vertices), ...options };
}

/**
 * A tripwire: crossing it triggers the zone.
 *
 * @param name unique in its zone
 * @param vertices 2 points or more, in order; what comes later (an Output or a Promise) is taken as it is
 * @throws an error at once where a point cannot be read
 * @example
 * geoline("drive-through entry", [[6.17907, -75.58194], [6.17884, -75.58155]])
 */
export function geoline(
  name: Input<string>,
  vertices: VerticesInput,
  options: ExtraFields = {},
): GeolineArgs {
  return { type: "geoline", name, vertices: readVertices(geoline, name, vertices), ...options };
}

/** Points in order, or a list that comes later, which is then the list of objects that a Zone takes. */
export type VerticesInput = readonly PointInput[] | Input<Input<PointArgs>[]>;

function readVertices(
  helper: typeof polygon | typeof geoline,
  name: Input<string>,
  vertices: VerticesInput,
): Input<Input<PointArgs>[]> {
  if (isPending(vertices)) return vertices;
  if (!Array.isArray(vertices))
    throw usageError(
      helper,
      `${called(name)}: its vertices are ${inspectValue(vertices)}, but must be a list of points.`,
    );
  return vertices.map((point: PointInput, index) =>
    readPoint(point, (why) => usageError(helper, `${called(name)}: its vertices[${index}] ${why}.`)),
  );
}

/** ` "door"`, as long as the name is there already. */
function called(name: Input<string>): string {
  return typeof name === "string" ? ` ${JSON.stringify(name)}` : "";
}
