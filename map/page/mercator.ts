/** Web Mercator on a square of side 1: x from 0 at 180° west eastward, y from 0 in the north southward. */
import type { Point } from "../../geometry/point";

/** Degrees of latitude at which the square ends. */
const POLE = 85.051128779;
const EQUATOR = 40_075_016.686;

export function worldX(longitude: number): number {
  return (longitude + 180) / 360;
}

export function worldY(latitude: number): number {
  const bounded = Math.max(-POLE, Math.min(POLE, latitude));
  const sine = Math.sin((bounded * Math.PI) / 180);
  return 0.5 - Math.atanh(sine) / (2 * Math.PI);
}

/** The longitude is from -180 up to 180, also where x lies in another copy of the world. */
export function pointAt(x: number, y: number): Point {
  const turn = x - Math.floor(x);
  return {
    latitude: (Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) * 180) / Math.PI,
    longitude: turn * 360 - 180,
  };
}

/** The length of so many metres at a latitude, in sides of the square. */
export function worldLength(metres: number, latitude: number): number {
  const bounded = Math.max(-POLE, Math.min(POLE, latitude));
  return metres / (EQUATOR * Math.cos((bounded * Math.PI) / 180));
}

/** The x nearest to another one, of all that stand for the same longitude. */
export function nearestCopy(x: number, to: number): number {
  return x + Math.round(to - x);
}
