/** Places on the earth and the distances between them, in degrees and metres. */

export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/**
 * Two places nearer than this, in degrees, are equal: 0.1 mm, far less than the precision of a phone or a map, and far
 * more than a rounding error.
 */
export const samePlaceWithin = 1e-9;

/** Of the earth, in metres. */
export const meanRadius = 6_371_008.8;

/** Degrees from one longitude to another on the shorter way, east positive: more than -180, at most 180. */
export function eastward(from: number, to: number): number {
  const turn = to - from;
  // Computed by way of the antimeridian: to subtract 360° would lose the digits that a small fence needs.
  if (turn > 180) return -(180 + from + (180 - to));
  return turn <= -180 ? 180 - from + (180 + to) : turn;
}

/** True if two points are one place, with any longitude at a pole and either sign on the antimeridian. */
export function isSamePlace(a: Point, b: Point): boolean {
  if (Math.abs(a.latitude - b.latitude) > samePlaceWithin) return false;
  return Math.abs(eastward(a.longitude, b.longitude)) * Math.cos(radians(a.latitude)) <= samePlaceWithin;
}

/** Metres between two places on a spherical earth, correct to 0.5 %. */
export function metresBetween(a: Point, b: Point): number {
  const north = Math.sin(radians(b.latitude - a.latitude) / 2);
  const east = Math.sin(radians(b.longitude - a.longitude) / 2);
  const slant = north ** 2 + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * east ** 2;
  return 2 * meanRadius * Math.asin(Math.min(1, Math.sqrt(slant)));
}

/** The vertices of a ring, without a last one that repeats the first. */
export function opened(vertices: readonly Point[]): readonly Point[] {
  const [first] = vertices;
  const last = vertices.at(-1);
  const isClosed =
    vertices.length > 1 && first !== undefined && last !== undefined && isSamePlace(first, last);
  return isClosed ? vertices.slice(0, -1) : vertices;
}

/**
 * A longitude beyond ±180, as maps count that were moved around the earth, within it. It is rounded to a thousandth of the
 * distance within which two places are equal.
 */
export function wrappedLongitude(longitude: number): number {
  return Math.abs(longitude) <= 180
    ? longitude
    : Number((longitude - 360 * Math.sign(longitude)).toFixed(12));
}

/** Latitude first: `(-37.81, 144.96)`. */
export function formatPlace({ latitude, longitude }: Point): string {
  return `(${latitude}, ${longitude})`;
}

export function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
