/** Conditions from few words. Each helper returns the plain arguments, which may as well be written out. */
import type { Input } from "@pulumi/pulumi";

import { usageError, inspectValue } from "../program/usage-error";
import type { TimeActiveArgs, TravelDirectionArgs } from "./conditions";
import { isPending } from "./points";

const TIME = String.raw`(\d{1,2}):([0-5]\d)(?::([0-5]\d))?`;
const SPAN = new RegExp(String.raw`^\s*${TIME}\s*[-\u2013]\s*${TIME}\s*$`);

/**
 * The phone's clock is in a span of the day. Times are `HH:MM` or `HH:MM:SS`, with a hyphen or an en dash between
 * them. An end of `24:00` is 23:59:59, the last second that the API knows.
 *
 * @throws an error at once where the text is no such span
 * @example
 * timeActive("09:00-17:30")
 */
export function timeActive(span: string): TimeActiveArgs {
  const [, ...parts] = SPAN.exec(span) ?? [];
  const fromTime = timeOf(parts.slice(0, 3));
  const toTime = parts.slice(3).join(":").replace(/:$/, "");
  const end = /^24:00(:00)?$/.test(toTime) ? "23:59:59" : timeOf(parts.slice(3));
  if (fromTime === undefined || end === undefined)
    throw usageError(
      timeActive,
      `: ${inspectValue(span)} is no span of the day, such as "09:00-17:30" (from 00:00 to 24:00).`,
    );
  return { type: "timeActive", fromTime, toTime: end };
}

/** `HH:MM:SS`, or undefined where it is no time of day. */
function timeOf([hours, minutes, seconds = "00"]: (string | undefined)[]): string | undefined {
  if (hours === undefined || minutes === undefined || Number(hours) > 23) return undefined;
  return `${hours.padStart(2, "0")}:${minutes}:${seconds}`;
}

const COMPASS = { N: 0, NE: 45, E: 90, SE: 135, S: 180, SW: 225, W: 270, NW: 315 } as const;

/** A direction by the compass: one of eight words, or whole degrees clockwise from magnetic north, which wrap around. */
export type Bearing = keyof typeof COMPASS | number;

/**
 * The phone moves in a direction between two, clockwise from the first to the second; at least 90° apart.
 *
 * @param from a word of the compass or degrees (-45 is 315); what comes later is taken as it is
 * @param to the same
 * @throws an error at once where a direction cannot be read
 * @example
 * travelDirection("NW", "NE") // northwards
 * travelDirection(300, 60)
 */
export function travelDirection(
  from: Bearing | Input<number>,
  to: Bearing | Input<number>,
): TravelDirectionArgs {
  return { type: "travelDirection", fromAngle: angleOf(from), toAngle: angleOf(to) };
}

function angleOf(bearing: Bearing | Input<number>): Input<number> {
  if (isPending(bearing)) return bearing;
  if (typeof bearing === "number" && Number.isFinite(bearing)) return ((bearing % 360) + 360) % 360;
  const word = Object.entries(COMPASS).find(([name]) => name === bearing);
  if (word === undefined)
    throw usageError(
      travelDirection,
      `: ${inspectValue(bearing)} is no direction; it must be degrees or one of ${Object.keys(COMPASS).join(", ")}.`,
    );
  return word[1];
}
