/** Points as tests write them. */
import type { Point } from "../../../geometry/point";

/** Points from `[latitude, longitude]`. */
export function points(...pairs: (readonly [number, number])[]): Point[] {
  return pairs.map(([latitude, longitude]) => ({ latitude, longitude }));
}

/** Points from metres east and north of a place, near enough to it that the earth is flat. */
export function around(
  latitude: number,
  longitude: number,
  ...metres: (readonly [number, number])[]
): Point[] {
  const north = 111_132.95;
  const east = 111_319.49 * Math.cos((latitude * Math.PI) / 180);
  return metres.map(([x, y]) => {
    const turned = longitude + x / east;
    return {
      latitude: latitude + y / north,
      longitude: turned > 180 ? turned - 360 : turned < -180 ? turned + 360 : turned,
    };
  });
}

/** A point `degrees` from the pole. */
export function nearPole(pole: 1 | -1, degrees: number, longitude: number): Point {
  return { latitude: pole * (90 - degrees), longitude };
}
