/**
 * Whether latitude and longitude of a place were swapped, judged by its neighbours.
 *
 * A place is suspected when its mirror image lies among the others and it does not. "Among" is 100 km: about what a
 * city, or the stores that one depot serves, measure. "Not" is 500 km: farther than the stores of a small country.
 * A place less than 500 km from its own mirror image, so near the line on which latitude is longitude, is never
 * suspected, since it would be among the same neighbours either way.
 */
import { Grid } from "./grid";
import { metresBetween, type Point } from "./point";

export const among = 100_000;
const apart = 500_000;

/** Whether a place is none as it stands, and would be one with its numbers swapped. */
export function isSurelySwapped({ latitude, longitude }: Point): boolean {
  return Math.abs(latitude) > 90 && Math.abs(latitude) <= 180 && Math.abs(longitude) <= 90;
}

/** The place that was meant if its numbers were swapped; undefined where it would be none, or nearly the same. */
export function mirrorOf(place: Point): Point | undefined {
  const mirror = { latitude: place.longitude, longitude: place.latitude };
  return Math.abs(mirror.latitude) > 90 || metresBetween(place, mirror) < apart ? undefined : mirror;
}

/** Whether a place that belongs to another, such as a zone to its store, lies far from it and its mirror image near. */
export function belongsSwapped(place: Point, to: Point): boolean {
  const mirror = mirrorOf(place);
  return mirror !== undefined && metresBetween(place, to) > apart && metresBetween(mirror, to) <= among;
}

interface Suspect {
  /** Which of the places. */
  readonly at: number;
  /** Which of the others it is nearest to with its numbers swapped. */
  readonly nearest: number;
  /** Metres to that one: as it stands, and with its numbers swapped. */
  readonly away: number;
  readonly swapped: number;
}

export interface Suspicion {
  readonly suspects: readonly Suspect[];
  /** As many on the one side as on the other: who is wrong cannot be told. */
  readonly isTie: boolean;
}

/**
 * The places of one thing that look swapped, such as the geofeatures of a zone: the smaller of two groups that are each
 * other's mirror image.
 */
export function swappedAmong(places: readonly Point[]): Suspicion | undefined {
  if (isOneCity(places)) return undefined;
  const grid = new Grid<Point>(1);
  for (const place of places) grid.add(place, place);
  const suspects: Suspect[] = [];
  let isTie = false;
  for (const [at, place] of places.entries()) {
    const mirror = mirrorOf(place);
    // Hardly ever is anything there: what follows looks at all others.
    if (mirror === undefined || grid.around(mirror).next().done === true) continue;
    const { company, there, nearest, swapped } = beside(place, mirror, places);
    const other = places[nearest];
    if (there < company || other === undefined) continue;
    isTie ||= there === company;
    suspects.push({ at, nearest, away: metresBetween(place, other), swapped });
  }
  return suspects.length > 0 ? { suspects, isTie } : undefined;
}

/** Whether all are in one square degree: then they are one another's company, and nearly all things are so. */
function isOneCity(places: readonly Point[]): boolean {
  const [first] = places;
  if (first === undefined) return true;
  return places.every(
    ({ latitude, longitude }) =>
      Math.abs(latitude - first.latitude) < 0.5 && Math.abs(longitude - first.longitude) < 0.5,
  );
}

/** Who is near a place, itself counted, and who is near its mirror image. */
function beside(place: Point, mirror: Point, places: readonly Point[]) {
  const found = { company: 0, there: 0, nearest: -1, swapped: Infinity };
  for (const [at, other] of places.entries()) {
    if (metresBetween(place, other) <= apart) found.company++;
    const metres = metresBetween(mirror, other);
    if (metres <= among) found.there++;
    if (metres < found.swapped) {
      found.swapped = metres;
      found.nearest = at;
    }
  }
  return found;
}
