/** Reads positions of GeoJSON, longitude first, into places on the earth. */
import { beyondDegrees } from "../geometry/degrees";
import { isSamePlace, wrappedLongitude, type Point } from "../geometry/point";
import type { Finding } from "./finding";
import { below, type Place } from "./place";

/** Receives what is wrong, or was put right. */
export type Found = (finding: Finding) => void;

/** Which number of a position comes first: the longitude by RFC 7946, and the latitude in files that are wrong. */
export type Axes = "lng,lat" | "lat,lng";

/** The place of a position; undefined after a fault. */
export function pointOf(
  position: unknown,
  place: Place,
  found: Found,
  axes: Axes = "lng,lat",
): Point | undefined {
  const numbers: unknown[] = Array.isArray(position) ? position : [];
  const [longitude, latitude] = axes === "lng,lat" ? numbers : [numbers[1], numbers[0]];
  if (!isNumber(longitude) || !isNumber(latitude)) {
    found({ kind: "no position", place, value: position });
    return undefined;
  }
  if (isBeyond({ latitude, longitude }, place, found)) return undefined;
  return { latitude, longitude: wrapped(longitude, place, found) };
}

/**
 * The places of a list of positions; undefined after a fault. Positions that repeat the one before are left out, since
 * rounded files have them.
 */
export function pointsOf(
  positions: unknown,
  place: Place,
  found: Found,
  axes: Axes = "lng,lat",
): Point[] | undefined {
  const list = listOf(positions, place, found);
  const points = list.flatMap((each, at) => pointOf(each, below(place, `[${at}]`), found, axes) ?? []);
  if (points.length < list.length || !Array.isArray(positions)) return undefined;
  return points.filter((point, at) => {
    const before = points[at - 1];
    return before === undefined || !isSamePlace(before, point);
  });
}

export function listOf(value: unknown, place: Place, found: Found): unknown[] {
  if (Array.isArray(value)) return value;
  found({ kind: "no list", place, value });
  return [];
}

function isNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

function isBeyond({ latitude, longitude }: Point, place: Place, found: Found): boolean {
  const kind = beyondDegrees({ latitude, longitude });
  const position = `[${longitude}, ${latitude}]`;
  if (kind === "latitude") found({ kind, place, position, latitude });
  else if (kind !== undefined) found({ kind, place, position });
  return kind !== undefined;
}

/** Maps that were moved around the earth give longitudes beyond ±180. */
function wrapped(longitude: number, place: Place, found: Found): number {
  if (Math.abs(longitude) <= 180) return longitude;
  const inside = wrappedLongitude(longitude);
  found({ kind: "wrapped", place, longitude, inside });
  return inside;
}
