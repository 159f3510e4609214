/** Geofeatures as numbers: what distances, insides and crossings are computed from. */
import { widthOf } from "./box";
import { latitudeReach, longitudeReach } from "./local-metres";
import type { PlainGeofeature } from "./plain-zone";
import { eastward, opened, type Point } from "./point";

/**
 * Degrees: `west` ≤ `east`, and beyond ±180 where the shape lies across the antimeridian. All places of a shape are on
 * this one sheet.
 */
export interface Extent {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

export interface CircleShape {
  readonly kind: "circle";
  readonly x: number;
  readonly y: number;
  /** Metres. */
  readonly radius: number;
  readonly extent: Extent;
}

/** A box or a polygon. Its edges are straight in latitude and longitude. */
export interface AreaShape {
  readonly kind: "area";
  readonly edges: Edges;
  /** The pole that it lies around: 1 for the north pole, -1 for the south pole, else 0. */
  readonly pole: -1 | 0 | 1;
  readonly extent: Extent;
}

/** A geoline: it has no inside. */
export interface LineShape {
  readonly kind: "line";
  readonly edges: Edges;
  readonly extent: Extent;
}

export type Shape = CircleShape | AreaShape | LineShape;

/** Four numbers for each edge: longitude and latitude of its start, longitude and latitude of its end. */
export type Edges = Float64Array;

/** Undefined for a beacon, which has no place on the ground. */
export function shapeOf(geofeature: PlainGeofeature): Shape | undefined {
  switch (geofeature.type) {
    case "circle":
      return circleShape(geofeature.center, geofeature.radius);
    case "boundingBox":
      return boxShape(geofeature.southWest, geofeature.northEast);
    case "polygon":
      return polygonShape(geofeature.vertices);
    case "geoline":
      return lineShape(geofeature.vertices);
    case "beacon":
      return undefined;
  }
}

export function circleShape({ latitude, longitude }: Point, radius: number): CircleShape {
  const up = latitudeReach(radius);
  const aside = Math.min(180, longitudeReach(latitude, radius));
  return {
    kind: "circle",
    x: longitude,
    y: latitude,
    radius,
    extent: {
      west: longitude - aside,
      south: Math.max(-90, latitude - up),
      east: longitude + aside,
      north: Math.min(90, latitude + up),
    },
  };
}

export function boxShape(southWest: Point, northEast: Point): AreaShape {
  const { longitude: west, latitude: south } = southWest;
  const { latitude: north } = northEast;
  const width = widthOf({ southWest, northEast });
  const east = northEast.longitude < west ? west + width : northEast.longitude;
  const parallels = [west, south, east, south, east, north, west, north];
  const meridians = [east, south, east, north, west, north, west, south];
  return {
    kind: "area",
    // All around the earth, it has no west edge and no east edge.
    edges: Float64Array.from(width >= 360 ? parallels : [...parallels, ...meridians]),
    pole: 0,
    extent: { west, south, east, north },
  };
}

export function polygonShape(vertices: readonly Point[]): AreaShape {
  const ring = opened(vertices);
  const edges = edgesAlong(ring, true);
  const extent = extentOf(edges);
  const turned = (edges.at(-2) ?? 0) - (edges[0] ?? 0);
  if (Math.abs(turned) < 180) return { kind: "area", edges, pole: 0, extent };
  const pole = ring.reduce((sum, { latitude }) => sum + latitude, 0) < 0 ? -1 : 1;
  const { south, north } = extent;
  return {
    kind: "area",
    edges,
    pole,
    extent: { west: -180, east: 180, south: pole < 0 ? -90 : south, north: pole > 0 ? 90 : north },
  };
}

export function lineShape(vertices: readonly Point[]): LineShape {
  const edges = edgesAlong(vertices, false);
  return { kind: "line", edges, extent: extentOf(edges) };
}

/** On one sheet: each longitude follows the one before on the shorter way. */
function edgesAlong(vertices: readonly Point[], isRing: boolean): Edges {
  const [first] = vertices;
  if (first === undefined) return new Float64Array();
  const edges = new Float64Array(4 * Math.max(1, isRing ? vertices.length : vertices.length - 1));
  let { longitude: x, latitude: y } = first;
  let given = x;
  for (let at = 0; at < edges.length; at += 4) {
    const next = vertices[at / 4 + 1] ?? first;
    edges[at] = x;
    edges[at + 1] = y;
    // The number as it is given, wherever no seam is between: a sum would round it.
    const sheet = x - given;
    const isNear = Math.abs(next.longitude - given) <= 180;
    x = isNear ? next.longitude + sheet : x + eastward(given, next.longitude);
    given = next.longitude;
    y = next.latitude;
    edges[at + 2] = x;
    edges[at + 3] = y;
  }
  return edges;
}

function extentOf(edges: Edges): Extent {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < edges.length; at += 2) {
    const x = edges[at] ?? 0;
    const y = edges[at + 1] ?? 0;
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  return { west, south, east, north };
}

/** A longitude on the sheet of a shape. */
export function onSheet({ west, east }: Extent, longitude: number): number {
  return near((west + east) / 2, longitude);
}

/** The longitude, turned around the earth until it is within 180° of another. */
export function near(x: number, longitude: number): number {
  return longitude + 360 * Math.round((x - longitude) / 360);
}
