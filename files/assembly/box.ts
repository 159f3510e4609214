/** A bounding box from an outline that says it is one. */
import { boxFault, type Corners } from "../../geometry/box";
import { eastward, type Point } from "../../geometry/point";
import type { BoundingBoxRow } from "../zone-row";
import { plainPoint, type Drawing } from "./drawing";
import type { Assembly } from "./reading";
import { isSoundBox } from "./sound";

export function boxOf(
  outline: readonly Point[],
  { place, color }: Drawing,
  { report }: Assembly,
): Omit<BoundingBoxRow, "name"> | undefined {
  const corners = cornersOf(outline);
  if (corners === undefined) {
    report.fault(
      place,
      "it says that it is a boundingBox, but its outline is no rectangle between two latitudes and two longitudes",
    );
    return undefined;
  }
  if (!isSoundBox(corners, place, report)) return undefined;
  return {
    type: "boundingBox",
    northEast: plainPoint(corners.northEast),
    southWest: plainPoint(corners.southWest),
    ...(color !== undefined && { color }),
  };
}

function cornersOf(outline: readonly Point[]): Corners | undefined {
  const [a, b, c, d] = outline;
  if (!a || !b || !c || !d || outline.length > 4) return undefined;
  const isRectangle =
    (a.latitude === b.latitude &&
      c.latitude === d.latitude &&
      b.longitude === c.longitude &&
      d.longitude === a.longitude) ||
    (a.longitude === b.longitude &&
      c.longitude === d.longitude &&
      b.latitude === c.latitude &&
      d.latitude === a.latitude);
  if (!isRectangle) return undefined;
  const [south, north] = a.latitude < c.latitude ? [a, c] : [c, a];
  // The narrower of the two boxes that have these corners.
  const [west, east] = eastward(a.longitude, c.longitude) > 0 ? [a, c] : [c, a];
  const corners = {
    southWest: { latitude: south.latitude, longitude: west.longitude },
    northEast: { latitude: north.latitude, longitude: east.longitude },
  };
  return boxFault(corners) === undefined ? corners : undefined;
}
