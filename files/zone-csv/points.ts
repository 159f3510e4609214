/** The numbers and places that fences are made of. */
import { wrappedLongitude } from "../../geometry/point";
import { numberIn } from "../number";
import type { PointRow } from "../zone-row";
import type { Part } from "../table/part";
import type { Report } from "../report";

/** `-33.8731 151.2066`: latitude and longitude in degrees, with white space between. */
export function pointOf(part: Part, report: Report): PointRow | undefined {
  const gap = /^\S+(\s+)\S+$/.exec(part.text)?.[1];
  if (gap === undefined || part.text.includes(",")) {
    const commas = /^([^\s,]+)\s*,\s*([^\s,]+)$/.exec(part.text);
    const example = commas ? `${commas[1]} ${commas[2]}` : "-33.8731 151.2066";
    report.fault(
      part,
      `"${part.text}" must be a latitude and a longitude with a blank between, such as "${example}"`,
    );
    return undefined;
  }
  const at = part.text.indexOf(gap);
  const north = part.slice(0, at);
  const east = part.slice(at + gap.length);
  const latitude = numberOf(north, "latitude", report);
  const longitude = numberOf(east, "longitude", report);
  if (latitude === undefined || longitude === undefined) return undefined;
  if (Math.abs(latitude) > 90 && Math.abs(latitude) <= 180 && Math.abs(longitude) <= 90) {
    report.faultOnce(
      "swapped",
      north,
      `latitude ${north.text}° is not between -90 and 90; latitude comes first`,
    );
    return undefined;
  }
  const inRange = [
    within(north, latitude, "latitude", 90, 90, report),
    within(east, longitude, "longitude", 180, mostLongitude, report),
  ];
  if (!inRange.every(Boolean)) return undefined;
  return { latitude, longitude: wrapped(east, longitude, report) };
}

/** A map that was moved once around the earth goes on counting. */
const mostLongitude = 540;

function wrapped(part: Part, longitude: number, report: Report): number {
  if (Math.abs(longitude) <= 180) return longitude;
  const inside = wrappedLongitude(longitude);
  report.warnOnce(
    "wrapped",
    part,
    `longitude ${part.text}° is not between -180 and 180, and is taken as ${inside}`,
  );
  return inside;
}

/** A decimal number with a point. */
export function numberOf(part: Part, what: string, report: Report): number | undefined {
  const number = numberIn(part.text);
  if (number === undefined) {
    report.fault(
      part,
      `${what} "${part.text}" must be a number, such as "${what === "radius" ? "120" : "35.6724"}"`,
    );
  }
  return number;
}

export function samePoint(a: PointRow, b: PointRow): boolean {
  return a.latitude === b.latitude && a.longitude === b.longitude;
}

/** @param most what is right, and `taken` what is taken for it all the same */
function within(
  part: Part,
  value: number,
  what: string,
  most: number,
  taken: number,
  report: Report,
): boolean {
  if (Math.abs(value) <= taken) return true;
  report.fault(part, `${what} ${part.text}° is not between -${most} and ${most}`);
  return false;
}
