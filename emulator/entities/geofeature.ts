/** The five kinds of geofeature as a client may send them, told apart by `type`. */
import { z } from "zod";

import { areaOf, eastward, smallestArea } from "./area";
import { color, idPattern, point, text } from "./fields";

const common = { _id: z.string().optional(), name: text };

const circle = z.looseObject({
  type: z.literal("circle"),
  ...common,
  center: point,
  radius: z.number().min(5),
  color: color.optional(),
});

const boundingBox = z
  .looseObject({
    type: z.literal("boundingBox"),
    ...common,
    northEast: point,
    southWest: point,
    color: color.optional(),
  })
  .superRefine(({ northEast, southWest }, context) => {
    const isNorth = northEast.latitude > southWest.latitude;
    const isEast =
      northEast.longitude > southWest.longitude || eastward(southWest.longitude, northEast.longitude) > 0;
    if (!isNorth || !isEast) {
      complain(context, "northEast", "must lie north and east of southWest");
      return;
    }
    const corners = [
      southWest,
      { latitude: southWest.latitude, longitude: northEast.longitude },
      northEast,
      { latitude: northEast.latitude, longitude: southWest.longitude },
    ];
    if (areaOf(corners) < smallestArea) complain(context, "northEast", tooSmall);
  });

const polygon = z
  .looseObject({
    type: z.literal("polygon"),
    ...common,
    vertices: z.array(point).min(3),
    color: color.optional(),
  })
  .superRefine(({ vertices }, context) => {
    if (areaOf(vertices) < smallestArea) complain(context, "vertices", tooSmall);
  });

const geoline = z.looseObject({ type: z.literal("geoline"), ...common, vertices: z.array(point).min(2) });

const beacon = z
  .looseObject({
    type: z.literal("beacon"),
    ...common,
    beaconType: z.enum(["IOS", "Android", "Both"]),
    location: point,
    description: z.string().optional(),
    major: z.int().min(0).max(65_535).optional(),
    minor: z.int().min(0).max(65_535).optional(),
    proximityUUID: z.string().regex(idPattern, "must be a lower-case UUID (version 4)").optional(),
    macAddress: text.optional(),
    txPower: z.int().min(-100).max(0).optional(),
    accountId: z.string().optional(),
    proximity: z.enum(["Immediate", "Near", "Far"]).optional(),
  })
  .superRefine((sent, context) => {
    const needed: (keyof typeof sent)[] = [];
    if (sent.beaconType !== "Android") needed.push("major", "minor", "proximityUUID");
    if (sent.beaconType !== "IOS") needed.push("macAddress", "txPower");
    for (const field of needed)
      if (sent[field] === undefined)
        complain(context, field, `is required when beaconType is ${sent.beaconType}`);
  });

export const geofeature = z.discriminatedUnion("type", [circle, boundingBox, polygon, geoline, beacon]);

/** The kinds that the web console paints. */
export const colored: readonly string[] = ["circle", "boundingBox", "polygon"];

const tooSmall = `must enclose at least ${smallestArea} square metres`;

function complain(context: z.RefinementCtx, field: string, message: string): void {
  context.addIssue({ code: "custom", path: [field], message });
}
