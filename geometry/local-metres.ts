/**
 * Metres between places that are near each other, by the radii of the ellipsoid at their latitude: 3.4 mm off at most up
 * to 5 km and 80° of latitude, and a hundred times as fast as the exact way, which is taken beyond.
 *
 * Numbers and not points: a million places are judged without an object for each.
 */
import { geodesicMetres } from "./geodesic";
import { eastward, radians } from "./point";

const equatorialRadius = 6_378_137;
const flattening = 1 / 298.257223563;
const eccentricitySquared = flattening * (2 - flattening);
const metresPerEquatorialDegree = radians(equatorialRadius);

/** Beyond this latitude, degrees of longitude shrink too fast for a formula of one latitude. */
export const localLatitude = 80;

/** Beyond this distance, the curve of the earth is more than millimetres. */
const localReach = 5_000;

/** The length of a degree of latitude at a latitude. */
export function metresPerLatitude(latitude: number): number {
  const sine = Math.sin(radians(latitude));
  const squared = 1 / (1 - eccentricitySquared * sine * sine);
  return metresPerEquatorialDegree * (1 - eccentricitySquared) * squared * Math.sqrt(squared);
}

/** The length of a degree of longitude at a latitude. */
export function metresPerLongitude(latitude: number): number {
  const sine = Math.sin(radians(latitude));
  return (
    (metresPerEquatorialDegree * Math.cos(radians(latitude))) /
    Math.sqrt(1 - eccentricitySquared * sine * sine)
  );
}

/** By the radii at the latitude between them, whatever the distance. */
export function localMetres(fromX: number, fromY: number, toX: number, toY: number): number {
  const middle = radians((fromY + toY) / 2);
  const sine = Math.sin(middle);
  const squared = 1 / (1 - eccentricitySquared * sine * sine);
  const scale = metresPerEquatorialDegree * Math.sqrt(squared);
  const east = scale * Math.cos(middle) * eastward(fromX, toX);
  const north = scale * squared * (1 - eccentricitySquared) * (toY - fromY);
  return Math.sqrt(east * east + north * north);
}

/** Right to 4 mm: by the formula where that is so good, else by the geodesic. */
export function exactMetres(fromX: number, fromY: number, toX: number, toY: number): number {
  if (Math.abs(fromY) <= localLatitude && Math.abs(toY) <= localLatitude) {
    const metres = localMetres(fromX, fromY, toX, toY);
    if (metres <= localReach) return metres;
  }
  return geodesicMetres(fromX, fromY, toX, toY);
}

/** Degrees of latitude that are at least so many metres, at any latitude. */
export function latitudeReach(metres: number): number {
  return metres / shortestLatitude;
}

/** Degrees of longitude that are at least so many metres on both sides of a place; 360 where a pole is nearer. */
export function longitudeReach(latitude: number, metres: number): number {
  const farthest = Math.abs(latitude) + latitudeReach(metres);
  if (farthest >= 90) return 360;
  return Math.min(360, metres / (metresPerLongitude(farthest) * (1 - 1e-3)));
}

/** A degree of latitude is shortest at the equator: 110,574.4 m. */
const shortestLatitude = 110_574;
