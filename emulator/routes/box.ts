/** A box on the map, as a query gives it by two of its corners; it may cross the antimeridian, or be the world. */
import { z } from "zod";

import type { Point } from "../entities/fields";
import type { StoredZone } from "../entities/zone";

export interface Box {
  readonly northeast: Point;
  readonly southwest: Point;
}

/** A corner. */
export const coordinates = z
  .string()
  .regex(
    /^[-+]?([1-8]?\d(\.\d+)?|90(\.0+)?),\s*[-+]?(180(\.0+)?|((1[0-7]\d)|([1-9]?\d))(\.\d+)?)$/,
    "must be written lat,long",
  )
  .transform((text): Point => {
    const [latitude = NaN, longitude = NaN] = text.split(",").map(Number);
    return { latitude, longitude };
  });

/** The first point of one of the zone's geofeatures that lies in the box, from the box's south-west corner. */
export function placeIn(
  { northeast, southwest }: Box,
  zone: StoredZone,
): { north: number; east: number } | undefined {
  const height = northeast.latitude - southwest.latitude;
  const width = eastOf(southwest.longitude, northeast.longitude);
  return pointsOf(zone)
    .map(({ latitude, longitude }) => ({
      north: latitude - southwest.latitude,
      east: eastOf(southwest.longitude, longitude),
    }))
    .find(({ north, east }) => north >= 0 && north <= height && east <= width);
}

/** Degrees from one longitude eastward to another, 0 to 360. */
export function eastOf(from: number, to: number): number {
  const degrees = to - from;
  return degrees < 0 ? degrees + 360 : degrees;
}

function pointsOf({ geofeatures }: StoredZone): Point[] {
  return geofeatures
    .flatMap(({ center, northEast, southWest, location, vertices = [] }) => [
      center,
      northEast,
      southWest,
      location,
      ...vertices,
    ])
    .filter((point) => point !== undefined);
}
