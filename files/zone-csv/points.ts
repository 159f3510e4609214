/** The numbers and places that fences are made of. */
import type { PointRow } from "../zone-row";
import type { Part } from "./part";
import type { Report } from "./report";

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
  const swapped = Math.abs(latitude) > 90 && Math.abs(latitude) <= 180 && Math.abs(longitude) <= 90;
  const advice = swapped ? "; latitude comes first" : "";
  const inRange = [
    within(north, latitude, "latitude", 90, advice, report),
    within(east, longitude, "longitude", 180, "", report),
  ];
  return inRange.every(Boolean) ? { latitude, longitude } : undefined;
}

/** A decimal number with a point. */
export function numberOf(part: Part, what: string, report: Report): number | undefined {
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(part.text)) {
    report.fault(
      part,
      `${what} "${part.text}" must be a number, such as "${what === "radius" ? "120" : "35.6724"}"`,
    );
    return undefined;
  }
  // Minus nought is nought.
  return Number(part.text) + 0;
}

export function samePoint(a: PointRow, b: PointRow): boolean {
  return a.latitude === b.latitude && a.longitude === b.longitude;
}

function within(
  part: Part,
  value: number,
  what: string,
  most: number,
  advice: string,
  report: Report,
): boolean {
  if (Math.abs(value) <= most) return true;
  report.fault(part, `${what} ${part.text}° is not between -${most} and ${most}${advice}`);
  return false;
}
