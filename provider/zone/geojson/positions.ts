/** Positions of GeoJSON, longitude first, as places on the earth. */
import { isSamePlace, type Point } from "../../../geometry/point";
import { inspectValue } from "../../program/usage-error";
import { below, firstOf, shown, type Place, type Report } from "./faults";

/** What reading goes by, and where it reports. */
export interface Reading {
  readonly faults: Report;
  readonly warnings: Report;
}

/** The place of one position; undefined where it is none, which is reported. */
export function pointOf(position: unknown, place: Place, reading: Reading): Point | undefined {
  const numbers: unknown[] = Array.isArray(position) ? position : [];
  const [longitude, latitude] = numbers;
  if (!isNumber(longitude) || !isNumber(latitude)) {
    const sentence = `${shown(place)} is ${inspectValue(position)}, but must be [longitude, latitude]`;
    reading.faults.add("no position", place, firstOf(sentence));
    return undefined;
  }
  if (isBeyond({ latitude, longitude }, place, reading)) return undefined;
  return { latitude, longitude: wrapped(longitude, place, reading) };
}

/**
 * The places of a list of positions, without those that repeat the one before, as files that were rounded have them;
 * undefined where one is none, which is reported.
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
  const sentence = `${shown(place)} is ${inspectValue(value)}, but must be a list`;
  faults.add("no list", place, firstOf(sentence));
  return [];
}

function isNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

/** Farther than one and a half times around the earth is no longitude, and twice as far as a pole is no latitude. */
const mostLongitude = 540;
const mostLatitude = 180;

function isBeyond({ latitude, longitude }: Point, place: Place, { faults }: Reading): boolean {
  const position = `[${longitude}, ${latitude}]`;
  if (Math.abs(longitude) > mostLongitude || Math.abs(latitude) > mostLatitude) {
    const sentence = `its coordinates, such as ${position}, are metres of a map projection and no degrees; convert it to WGS 84 (EPSG:4326) first`;
    faults.add("metres", place, () => sentence);
  } else if (Math.abs(latitude) > 90 && Math.abs(longitude) <= 90) {
    faults.add("swapped", place, (_places, count) => {
      const which = `the position ${position} at ${shown(place)}`;
      return `${count === 1 ? `${which} looks` : `${count} positions, such as ${position} at ${shown(place)}, look`} swapped; GeoJSON has the longitude first`;
    });
  } else if (Math.abs(latitude) > 90) {
    const sentence = `${shown(place)} is ${position}, whose latitude ${latitude} is beyond ±90`;
    faults.add("latitude", place, firstOf(sentence));
  } else {
    return false;
  }
  return true;
}

/** A map that was moved once around the earth goes on counting. */
function wrapped(longitude: number, place: Place, { warnings }: Reading): number {
  if (Math.abs(longitude) <= 180) return longitude;
  // To a thousandth of what counts as one place, so that no rounding shows.
  const inside = Number((longitude - 360 * Math.sign(longitude)).toFixed(12));
  warnings.add(
    "wrapped",
    place,
    firstOf(`the longitude ${longitude} at ${shown(place)} is beyond ±180, and is taken as ${inside}`),
  );
  return inside;
}
