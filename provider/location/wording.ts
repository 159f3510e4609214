/** Places and distances as a sentence has them. */
import type { Point } from "../../geometry/point";

/** Latitude first: `(-37.81, 144.96)`. */
export function shownPlace({ latitude, longitude }: Point): string {
  return `(${latitude}, ${longitude})`;
}

/** In kilometres, with one decimal where they are few. */
export function shownDistance(metres: number): string {
  const kilometres = metres / 1_000;
  return `${kilometres < 10 ? kilometres.toFixed(1) : Math.round(kilometres).toLocaleString("en-US")} km`;
}

/** The place with its numbers swapped. */
export function turned({ latitude, longitude }: Point): Point {
  return { latitude: longitude, longitude: latitude };
}
