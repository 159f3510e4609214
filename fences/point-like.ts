/** Points, in the forms that tests have them. */
import { pointOfText } from "../geometry/point-text";
import type { Point } from "../geometry/point";

/**
 * A place on the earth, as an object, as `[latitude, longitude]`, or as the text that maps let you copy,
 * `"latitude, longitude"`, in round or square brackets or none. Latitude always comes first.
 */
export type FencePoint = Point | readonly [latitude: number, longitude: number] | string;

/** @throws an error that shows what is no point, or out of range */
export function pointOf(given: FencePoint): Point {
  const point = typeof given === "string" ? pointOfText(given) : isPair(given) ? fromPair(given) : given;
  if (point !== undefined && isPlace(point)) return point;
  throw new Error(
    `${JSON.stringify(given)} is no point, such as [-37.818, 144.9775] or "-37.818, 144.9775": ` +
      "latitude first, from -90 to 90, then longitude, from -180 to 180",
  );
}

/** False for NaN as well. */
function isPlace({ latitude, longitude }: Point): boolean {
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
}

/** `-37.818, 144.9775`, as maps show it: 7 decimals are 1 cm. */
export function pointText({ latitude, longitude }: Point): string {
  return `${Number(latitude.toFixed(7))}, ${Number(longitude.toFixed(7))}`;
}

function isPair(given: Exclude<FencePoint, string>): given is readonly [number, number] {
  return Array.isArray(given);
}

function fromPair([latitude, longitude, ...more]: readonly number[]): Point | undefined {
  return latitude === undefined || longitude === undefined || more.length > 0
    ? undefined
    : { latitude, longitude };
}
