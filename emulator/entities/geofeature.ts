/** The five kinds of geofeature as a client may send them, discriminated by `type`. */
import { z } from "zod";

import { complain } from "../errors";
import { areaOf, eastward, smallestArea } from "./area";
import { beaconFields, completeForPlatform } from "./beacon";
import { color, point, text } from "./fields";

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
    ...beaconFields,
    proximity: z.enum(["Immediate", "Near", "Far"]).optional(),
  })
  .superRefine(completeForPlatform);

export const geofeature = z.discriminatedUnion("type", [circle, boundingBox, polygon, geoline, beacon]);

/** The kinds that the web console paints. */
export const colored: readonly string[] = ["circle", "boundingBox", "polygon"];

const tooSmall = `must enclose at least ${smallestArea} square metres`;
