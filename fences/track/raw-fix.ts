/** The values of one fix as its file has them, and their validation, which all formats share. */
import type { Place, Report } from "../../files/report";
import type { Fix } from "./fix";
import { timeOf } from "./time";

type Value = string | number;

export type FixField = "latitude" | "longitude" | "time" | "speed" | "course" | "accuracy" | "hdop";

export interface RawFix {
  /** Absent or blank where the file has none. */
  readonly values: Readonly<Partial<Record<FixField, Value>>>;
  /** Where a value stands. */
  readonly placeOf: (field: FixField) => Place;
  readonly segment: number;
}

/** undefined after a fault, which is reported. */
export function fixOf(raw: RawFix, timeZone: string | undefined, report: Report): Fix | undefined {
  const latitude = degrees(raw, "latitude", 90, report);
  const longitude = degrees(raw, "longitude", 180, report);
  const time = momentOf(raw, timeZone, report);
  const speed = measure(raw, "speed", report);
  const course = measure(raw, "course", report);
  const accuracy = measure(raw, "accuracy", report);
  const hdop = measure(raw, "hdop", report);
  if (latitude === undefined || longitude === undefined) return undefined;
  const line = raw.placeOf("latitude").position?.line;
  return {
    point: { latitude, longitude },
    ...(time !== undefined && { time }),
    ...(speed !== undefined && { speed }),
    ...(course !== undefined && { course: course % 360 }),
    ...(accuracy !== undefined && { accuracy }),
    ...(hdop !== undefined && { hdop }),
    ...(line !== undefined && { line }),
    segment: raw.segment,
  };
}

function degrees(
  raw: RawFix,
  field: "latitude" | "longitude",
  most: number,
  report: Report,
): number | undefined {
  const value = valueOf(raw, field);
  if (value === undefined) {
    report.fault(raw.placeOf(field), `this fix has no ${field}`);
    return undefined;
  }
  const number = numberOf(value);
  if (number === undefined) {
    const advice = /^\s*-?\d+,\d+\s*$/.test(String(value))
      ? "with a decimal point, not a comma"
      : "in degrees";
    report.fault(raw.placeOf(field), `${field} ${shown(value)} must be a number ${advice}, such as 144.9651`);
    return undefined;
  }
  if (Math.abs(number) <= most) return number;
  report.fault(raw.placeOf(field), `${field} ${number} is not between -${most} and ${most}`);
  return undefined;
}

function momentOf(raw: RawFix, timeZone: string | undefined, report: Report): number | undefined {
  const value = valueOf(raw, "time");
  if (value === undefined) return undefined;
  const time = timeOf(value, timeZone);
  if (typeof time === "number") return time;
  if (time.includes("says no time zone")) report.faultOnce("zone", raw.placeOf("time"), time);
  else report.fault(raw.placeOf("time"), time);
  return undefined;
}

/** A negative one says "unknown", as phones write it. */
function measure(
  raw: RawFix,
  field: "speed" | "course" | "accuracy" | "hdop",
  report: Report,
): number | undefined {
  const value = valueOf(raw, field);
  if (value === undefined) return undefined;
  const number = numberOf(value);
  if (number === undefined) report.fault(raw.placeOf(field), `${field} ${shown(value)} must be a number`);
  return number === undefined || number < 0 ? undefined : number;
}

function valueOf({ values }: RawFix, field: FixField): Value | undefined {
  const value = values[field];
  return typeof value === "string" && value.trim() === "" ? undefined : value;
}

function numberOf(value: Value): number | undefined {
  const number = typeof value === "number" ? value : Number(value.trim());
  const isPlain = typeof value === "number" || /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(value.trim());
  return isPlain && Number.isFinite(number) ? number + 0 : undefined;
}

function shown(value: Value): string {
  return JSON.stringify(String(value).slice(0, 40));
}
