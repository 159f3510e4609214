/** How large a fence is, and whether that is enough. */
import { widthOf, type Corners } from "./box";
import { geodesicArea } from "./geodesic";
import type { Point } from "./point";
import { areaAtLeast, areaBetweenParallels } from "./sphere";

/** The smallest area of a box or polygon, in square metres. */
export const smallestArea = 70;

/** Two ways to measure an area differ by less than this part of it: in between, we cannot speak for the API. */
const leeway = 0.01;

export type Size = "too small" | "at the limit" | "large enough";

export function sizeOf(area: number): Size {
  if (area < smallestArea * (1 - leeway)) return "too small";
  return area <= smallestArea * (1 + leeway) ? "at the limit" : "large enough";
}

/**
 * The area of a polygon in square metres, where it may be near the limit; undefined where it is certainly more than
 * twice as much, which is cheap to say.
 */
export function smallRingArea(vertices: readonly Point[]): number | undefined {
  return areaAtLeast(vertices) > 2 * smallestArea ? undefined : geodesicArea(vertices);
}

/** The area of a box in square metres: its edges are two parallels and two meridians. */
export function boxArea(corners: Corners): number {
  const { southWest, northEast } = corners;
  return areaBetweenParallels(southWest.latitude, northEast.latitude, widthOf(corners));
}
