/** The places of a sample. */
import type { Point } from "../entities/fields";
import type { Dice, Some } from "./dice";

/** Both hemispheres, the equator, the far north, and both sides of the antimeridian. */
export const places: Some<Point> = [
  { latitude: -37.8136, longitude: 144.9631 },
  { latitude: 51.5072, longitude: -0.1276 },
  { latitude: -16.85, longitude: 180 },
  { latitude: 41.8781, longitude: -87.6298 },
  { latitude: -0.1807, longitude: -78.4678 },
  { latitude: 78.2232, longitude: 15.6267 },
  { latitude: 35.6764, longitude: 139.65 },
  { latitude: -42.8826, longitude: 147.3257 },
];

/** A point some kilometres from a place. */
export function near(place: Point, dice: Dice): Point {
  return beside(place, dice.between(-3000, 3000), dice.between(-3000, 3000));
}

/** The point so many metres north and east of another, well enough for a sample. */
export function beside({ latitude, longitude }: Point, north: number, east: number): Point {
  const perDegree = 111_200;
  const there = longitude + east / (perDegree * Math.cos((latitude * Math.PI) / 180));
  const turned = there > 180 ? there - 360 : there < -180 ? there + 360 : there;
  return {
    latitude: rounded(latitude + north / perDegree),
    longitude: rounded(turned),
  };
}

/** To the centimetre. */
function rounded(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7;
}
