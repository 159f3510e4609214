/** Finds corners of a box in a wrong order. */
import type { Point } from "./point";

export interface Corners {
  readonly southWest: Point;
  readonly northEast: Point;
}

export type BoxFault =
  /** North-east is south and west of south-west. */
  | "corners swapped"
  /** North-east is south of south-west. */
  | "upside down"
  /** North-east is west of south-west, and not across the antimeridian. */
  | "back to front"
  /** Both corners are one point. */
  | "a point"
  | "no height"
  | "no width";

export function boxFault(corners: Corners): BoxFault | undefined {
  const height = corners.northEast.latitude - corners.southWest.latitude;
  const width = widthOf(corners);
  const isBackToFront = corners.northEast.longitude < corners.southWest.longitude && width > 180;
  if (height === 0 && width === 0) return "a point";
  if (height < 0) return isBackToFront ? "corners swapped" : "upside down";
  if (isBackToFront) return "back to front";
  if (height === 0) return "no height";
  return width === 0 ? "no width" : undefined;
}

/** Degrees from the west edge eastward to the east edge: 2 from 179 to -179, 360 from -180 to 180. */
export function widthOf({ southWest, northEast }: Corners): number {
  const width = northEast.longitude - southWest.longitude;
  return width < 0 ? width + 360 : width;
}
