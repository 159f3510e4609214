/** Reads positions of GeoJSON, longitude first, into places on the earth. */
import { isSamePlace, type Point } from "../../../geometry/point";
import { inspectValue } from "../../program/usage-error";
import { below, firstOf, formatPath, type Place, type Report } from "./faults";

/** The collected faults of a GeoJSON that is being read. */
export interface Reading {
  readonly faults: Report;
  readonly warnings: Report;
}

/** The place of a position; undefined after a fault. */
export function pointOf(position: unknown, place: Place, reading: Reading): Point | undefined {
  const numbers: unknown[] = Array.isArray(position) ? position : [];
  const [longitude, latitude] = numbers;
  if (!isNumber(longitude) || !isNumber(latitude)) {
    const sentence = `${formatPath(place)} is ${inspectValue(position)}, but must be [longitude, latitude]`;
    reading.faults.add("no position", place, firstOf(sentence));
    return undefined;
  }
  if (isBeyond({ latitude, longitude }, place, reading)) return undefined;
  return { latitude, longitude: wrapped(longitude, place, reading) };
}

/**
 * The places of a list of positions; undefined after a fault. Positions that repeat the one before are left out, since
 * rounded files have them.
 */
export function pointsOf(positions: unknown, place: Place, reading: Reading): Point[] | undefined {
  const list = listOf(positions, place, reading);
  const points = list.flatMap((each, at) => pointOf(each, below(place, `[${at}]`), reading) ?? []);
  if (points.length < list.length || !Array.isArray(positions)) return undefined;
  return points.filter((point, at) => {
    const before = points[at - 1];
    return before === undefined || !isSamePlace(before, point);
  });
}

export function listOf(value: unknown, place: Place, { faults }: Reading): unknown[] {
  if (Array.isArray(value)) return value;
  const sentence = `${formatPath(place)} is ${inspectValue(value)}, but must be a list`;
  faults.add("no list", place, firstOf(sentence));
  return [];
}

function isNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

/** Larger numbers are no degrees: one and a half turns of longitude, twice the latitude of a pole. */
const MAX_LONGITUDE = 540;
const MAX_LATITUDE = 180;

function isBeyond({ latitude, longitude }: Point, place: Place, { faults }: Reading): boolean {
  const position = `[${longitude}, ${latitude}]`;
  if (Math.abs(longitude) > MAX_LONGITUDE || Math.abs(latitude) > MAX_LATITUDE) {
    const sentence = `its coordinates, such as ${position}, are metres of a map projection and no degrees; convert it to WGS 84 (EPSG:4326) first`;
    faults.add("metres", place, () => sentence);
  } else if (Math.abs(latitude) > 90 && Math.abs(longitude) <= 90) {
    faults.add("swapped", place, (_places, count) => {
      const which = `the position ${position} at ${formatPath(place)}`;
      return `${count === 1 ? `${which} looks` : `${count} positions, such as ${position} at ${formatPath(place)}, look`} swapped; GeoJSON has the longitude first`;
    });
  } else if (Math.abs(latitude) > 90) {
    const sentence = `${formatPath(place)} is ${position}, whose latitude ${latitude} is beyond ±90`;
    faults.add("latitude", place, firstOf(sentence));
  } else {
    return false;
  }
  return true;
}

/** Maps that were moved around the earth give longitudes beyond ±180. */
function wrapped(longitude: number, place: Place, { warnings }: Reading): number {
  if (Math.abs(longitude) <= 180) return longitude;
  // Rounded to a thousandth of the distance within which two places are equal.
  const inside = Number((longitude - 360 * Math.sign(longitude)).toFixed(12));
  warnings.add(
    "wrapped",
    place,
    firstOf(`the longitude ${longitude} at ${formatPath(place)} is beyond ±180, and is taken as ${inside}`),
  );
  return inside;
}
