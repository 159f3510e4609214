/** The area of a fence, compared with the smallest one that the API takes. */
import { widthOf, type Corners } from "./box";
import { geodesicArea } from "./geodesic";
import type { Point } from "./point";
import { areaAtLeast, areaBetweenParallels } from "./sphere";

/** The smallest area of a box or polygon, in square metres. */
export const smallestArea = 70;

/** Methods of measurement differ by less than this part of an area; within it the API may decide either way. */
const TOLERANCE = 0.01;

export type Size = "too small" | "at the limit" | "large enough";

export function sizeOf(area: number): Size {
  if (area < smallestArea * (1 - TOLERANCE)) return "too small";
  return area <= smallestArea * (1 + TOLERANCE) ? "at the limit" : "large enough";
}

/**
 * The area of a polygon in square metres; undefined if it is certainly more than twice the limit, which a cheap lower
 * bound shows.
 */
export function smallRingArea(vertices: readonly Point[]): number | undefined {
  return areaAtLeast(vertices) > 2 * smallestArea ? undefined : geodesicArea(vertices);
}

/** The area of a box in square metres: its edges are two parallels and two meridians. */
export function boxArea(corners: Corners): number {
  const { southWest, northEast } = corners;
  return areaBetweenParallels(southWest.latitude, northEast.latitude, widthOf(corners));
}
