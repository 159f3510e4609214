/** Geofeatures measured, and as outlines for a map. */
import { onEarth, placeAt } from "./bearing";
import { widthOf } from "./box";
import { boxArea } from "./area";
import { geodesicArea } from "./geodesic";
import type { PlainGeofeature } from "./plain-zone";
import { metresBetween, opened, type Point } from "./point";

export interface Outline {
  /** A ring is not closed: its last point differs from its first. */
  readonly kind: "ring" | "line";
  /** Without a seam: from 179° eastward, longitudes go on to 181°. */
  readonly points: readonly Point[];
}

/**
 * The outline of a geofeature; undefined for a beacon, which has no place.
 *
 * @param sides the number of vertices of a circle
 */
export function outlineOf(geofeature: PlainGeofeature, sides: number): Outline | undefined {
  switch (geofeature.type) {
    case "circle":
      return { kind: "ring", points: seamless(circleRing(geofeature.center, geofeature.radius, sides)) };
    case "boundingBox": {
      const { southWest, northEast } = geofeature;
      const east = southWest.longitude + widthOf(geofeature);
      const corner = (latitude: number, longitude: number) => ({ latitude, longitude });
      const points = [
        southWest,
        corner(southWest.latitude, east),
        corner(northEast.latitude, east),
        corner(northEast.latitude, southWest.longitude),
      ];
      return { kind: "ring", points };
    }
    case "polygon":
      return { kind: "ring", points: seamless(opened(geofeature.vertices)) };
    case "geoline":
      return { kind: "line", points: seamless(geofeature.vertices) };
    case "beacon":
      return undefined;
  }
}

/** The vertices of a circle, counter-clockwise from the north. */
function circleRing(center: Point, radius: number, sides: number): Point[] {
  return Array.from({ length: sides }, (_, at) => placeAt(center, 360 - (360 * at) / sides, radius));
}

/** Its centre, or the mean of its vertices; undefined for a beacon, and for a geofeature without vertices. */
export function middleOf(geofeature: PlainGeofeature): Point | undefined {
  if (geofeature.type === "circle") return geofeature.center;
  const points = outlineOf(geofeature, 0)?.points ?? [];
  if (points.length === 0) return undefined;
  const mean = (along: (point: Point) => number) =>
    points.reduce((sum, point) => sum + along(point), 0) / points.length;
  return { latitude: mean((point) => point.latitude), longitude: onEarth(mean((point) => point.longitude)) };
}

/** Metres from its middle to its farthest point. */
export function reachOf(geofeature: PlainGeofeature): number {
  if (geofeature.type === "circle") return geofeature.radius;
  const middle = middleOf(geofeature);
  if (middle === undefined) return 0;
  const points = outlineOf(geofeature, 0)?.points ?? [];
  return points.reduce((farthest, point) => Math.max(farthest, metresBetween(middle, point)), 0);
}

/** Square metres; 0 for a line or a beacon. */
export function areaOf(geofeature: PlainGeofeature): number {
  switch (geofeature.type) {
    case "circle":
      return Math.PI * geofeature.radius ** 2;
    case "boundingBox":
      return boxArea(geofeature);
    case "polygon":
      return geodesicArea(geofeature.vertices);
    case "geoline":
    case "beacon":
      return 0;
  }
}

function seamless(points: readonly Point[]): readonly Point[] {
  let before = points[0]?.longitude ?? 0;
  let sheet = 0;
  return points.map(({ latitude, longitude }) => {
    const step = longitude - before;
    if (step > 180) sheet -= 360;
    else if (step < -180) sheet += 360;
    before = longitude;
    return { latitude, longitude: longitude + sheet };
  });
}
