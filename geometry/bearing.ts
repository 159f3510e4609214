/** Directions on the earth. */
import { eastward, meanRadius, radians, type Point } from "./point";

const compassPoints = ["N", "NE", "E", "SE", "S", "SW", "W", "NW"] as const;

export type CompassPoint = (typeof compassPoints)[number];

/** The direction in which a great circle leaves, in degrees clockwise from true north: from 0 to less than 360. */
export function bearingBetween(from: Point, to: Point): number {
  const turn = radians(eastward(from.longitude, to.longitude));
  const [start, end] = [radians(from.latitude), radians(to.latitude)];
  const east = Math.sin(turn) * Math.cos(end);
  const north = Math.cos(start) * Math.sin(end) - Math.sin(start) * Math.cos(end) * Math.cos(turn);
  const bearing = degrees(Math.atan2(east, north));
  return bearing < 0 ? (bearing + 360) % 360 : bearing;
}

/** The nearest of eight directions. */
export function compassPointBetween(from: Point, to: Point): CompassPoint {
  return compassPoints[Math.round(bearingBetween(from, to) / 45) % 8] ?? "N";
}

/** The place so many metres away on a great circle, on the spherical earth of `metresBetween`. */
export function placeAt(from: Point, bearing: number, metres: number): Point {
  const angle = metres / meanRadius;
  const start = radians(from.latitude);
  const sine =
    Math.sin(start) * Math.cos(angle) + Math.cos(start) * Math.sin(angle) * Math.cos(radians(bearing));
  const east = Math.sin(radians(bearing)) * Math.sin(angle) * Math.cos(start);
  const turn = degrees(Math.atan2(east, Math.cos(angle) - Math.sin(start) * sine));
  return {
    latitude: degrees(Math.asin(Math.max(-1, Math.min(1, sine)))),
    longitude: onEarth(from.longitude + turn),
  };
}

/** The same meridian as a longitude from -180 to 180. */
export function onEarth(longitude: number): number {
  if (longitude >= -180 && longitude <= 180) return longitude;
  const turned = (longitude + 180) % 360;
  return turned < 0 ? turned + 180 : turned - 180;
}

function degrees(angle: number): number {
  return (angle * 180) / Math.PI;
}
