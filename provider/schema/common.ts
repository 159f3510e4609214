/** Parts that several resources have. */
import { z } from "zod";

import type { PointArgs } from "../point";
import { plainObject, required, type MapField } from "./field";
import { number } from "./leaves";

/** A place on the earth. */
export const point = plainObject<PointArgs>({
  latitude: required(number({ least: -90, most: 90, unit: "degrees" })),
  longitude: required(number({ least: -180, most: 180, unit: "degrees" })),
});

export const customData: MapField = { kind: "map", atMost: 20, values: z.string().describe("text") };
