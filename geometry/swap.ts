/**
 * Finds places with swapped latitude and longitude by their neighbours.
 *
 * A place is suspected if it is far from the others and its mirror image is near them. Near is 100 km, about the size of
 * a city or of the area that a depot serves; far is 500 km, more than the size of a small country. A place less than
 * 500 km from its own mirror image is never suspected, since it has the same neighbours either way.
 */
import { Grid } from "./grid";
import { metresBetween, type Point } from "./point";

export const NEAR = 100_000;
const FAR = 500_000;

/** True for numbers that are no place on the earth, but are one when swapped. */
export function isSurelySwapped({ latitude, longitude }: Point): boolean {
  return Math.abs(latitude) > 90 && Math.abs(latitude) <= 180 && Math.abs(longitude) <= 90;
}

/** The place with its numbers swapped; undefined if it is not on the earth, or less than 500 km away. */
export function mirrorOf(place: Point): Point | undefined {
  const mirror = { latitude: place.longitude, longitude: place.latitude };
  return Math.abs(mirror.latitude) > 90 || metresBetween(place, mirror) < FAR ? undefined : mirror;
}

/** True if a place is far from another that it belongs to, as a zone to its store, and its mirror image is near. */
export function belongsSwapped(place: Point, to: Point): boolean {
  const mirror = mirrorOf(place);
  return mirror !== undefined && metresBetween(place, to) > FAR && metresBetween(mirror, to) <= NEAR;
}

interface Suspect {
  /** The index of the place. */
  readonly at: number;
  /** The index of the place nearest to the mirror image. */
  readonly nearest: number;
  /** Metres to that place: as it stands, and with swapped numbers. */
  readonly away: number;
  readonly swapped: number;
}

export interface Suspicion {
  readonly suspects: readonly Suspect[];
  /** True if both groups are of one size, and either may be wrong. */
  readonly isTie: boolean;
}

/**
 * The places that look swapped among those of one object, such as the geofeatures of a zone: the smaller of two groups
 * that mirror each other.
 */
export function swappedAmong(places: readonly Point[]): Suspicion | undefined {
  if (isOneCity(places)) return undefined;
  const grid = new Grid<Point>(1);
  for (const place of places) grid.add(place, place);
  const suspects: Suspect[] = [];
  let isTie = false;
  for (const [at, place] of places.entries()) {
    const mirror = mirrorOf(place);
    // Mostly there is nothing, and the next step compares all places.
    if (mirror === undefined || grid.around(mirror).next().done === true) continue;
    const { near, there, nearest, swapped } = neighboursOf(place, mirror, places);
    const other = places[nearest];
    if (there < near || other === undefined) continue;
    isTie ||= there === near;
    suspects.push({ at, nearest, away: metresBetween(place, other), swapped });
  }
  return suspects.length > 0 ? { suspects, isTie } : undefined;
}

/** True if all are in one square degree, as most objects are: then none is far from the others. */
function isOneCity(places: readonly Point[]): boolean {
  const [first] = places;
  if (first === undefined) return true;
  return places.every(
    ({ latitude, longitude }) =>
      Math.abs(latitude - first.latitude) < 0.5 && Math.abs(longitude - first.longitude) < 0.5,
  );
}

/** Counts the places near a place, with itself, and those near its mirror image. */
function neighboursOf(place: Point, mirror: Point, places: readonly Point[]) {
  const found = { near: 0, there: 0, nearest: -1, swapped: Infinity };
  for (const [at, other] of places.entries()) {
    if (metresBetween(place, other) <= FAR) found.near++;
    const metres = metresBetween(mirror, other);
    if (metres <= NEAR) found.there++;
    if (metres < found.swapped) {
      found.swapped = metres;
      found.nearest = at;
    }
  }
  return found;
}
