/** The five kinds of condition and the two kinds of action, discriminated by `type`. */
import { z } from "zod";

import { text } from "./fields";

const time = z
  .string()
  .regex(/^(2[0-3]|[01][0-9]):[0-5][0-9]:[0-5][0-9]$/, "must be written HH:MM:SS, from 00:00:00 to 23:59:59");

const angle = z.int().min(0).max(359);

const speed = z.looseObject({
  type: z.literal("speed"),
  minimumSpeed: z.number().min(0),
  maximumSpeed: z.number().min(5),
});

const travelDirection = z
  .looseObject({ type: z.literal("travelDirection"), fromAngle: angle, toAngle: angle })
  .refine(({ fromAngle, toAngle }) => apart(fromAngle, toAngle) >= 90, {
    path: ["toAngle"],
    message: "must be at least 90 degrees from fromAngle in either direction",
  });

const travelPath = z.looseObject({
  type: z.literal("travelPath"),
  minimumGeofeaturesCrossed: z.int().min(2),
  timeOutSeconds: z.int().min(60).max(86_400),
  sequential: z.boolean().optional(),
});

const timeActive = z.looseObject({ type: z.literal("timeActive"), fromTime: time, toTime: time });

const dayRange = z
  .looseObject({
    type: z.literal("dayRange"),
    startDate: z.iso.date().optional(),
    endDate: z.iso.date().optional(),
  })
  .refine(({ startDate, endDate }) => startDate !== undefined || endDate !== undefined, {
    path: ["startDate"],
    message: "or endDate is required",
  });

export const condition = z.discriminatedUnion("type", [
  speed,
  travelDirection,
  travelPath,
  timeActive,
  dayRange,
]);

export const action = z.discriminatedUnion("type", [
  z.looseObject({ type: z.literal("message"), title: text, message: text }),
  z.looseObject({ type: z.literal("url"), url: text }),
]);

function apart(a: number, b: number): number {
  const difference = Math.abs(a - b);
  return Math.min(difference, 360 - difference);
}
