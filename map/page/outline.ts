/** Shapes as the map draws them: in the square of Web Mercator, without a break at the antimeridian. */
import type { PlainGeofeature } from "../../geometry/plain-zone";
import type { Point } from "../../geometry/point";
import { nearestCopy, worldLength, worldX, worldY } from "./mercator";

export interface Box {
  readonly west: number;
  readonly north: number;
  readonly east: number;
  readonly south: number;
}

export type Outline =
  | {
      readonly type: "circle";
      readonly x: number;
      readonly y: number;
      readonly radius: number;
      readonly box: Box;
    }
  /** x and y in turn. Rings run the same way round, so that shapes that overlap are filled together. */
  | { readonly type: "area" | "line"; readonly path: Float64Array; readonly box: Box };

/**
 * Returns the outlines of shapes; a beacon has none.
 *
 * @param near the x beside which they lie, such as that of the zone's first shape
 */
export function outlinesOf(shapes: readonly PlainGeofeature[], near?: number): Outline[] {
  let anchor = near;
  return shapes.flatMap((shape) => {
    const outline = outlineOf(shape, anchor);
    anchor ??= outline && centerOf(outline.box).x;
    return outline ?? [];
  });
}

/** A long line, such as a track, in pieces of so many points: only those in the window are drawn. */
export function piecesOf(points: readonly Point[], length: number): Outline[] {
  let near: number | undefined;
  return Array.from({ length: Math.ceil(points.length / length) }, (_, at) => {
    const { path, box } = moved(pathOf(points.slice(at * length, (at + 1) * length + 1)).path, near);
    near ??= centerOf(box).x;
    return { type: "line", path, box };
  });
}

export function centerOf({ west, north, east, south }: Box): { x: number; y: number } {
  return { x: (west + east) / 2, y: (north + south) / 2 };
}

/** The box around boxes that lie beside one another. */
export function around(boxes: readonly Box[]): Box | undefined {
  const [first] = boxes;
  if (first === undefined) return undefined;
  let { west, north, east, south } = first;
  for (const box of boxes) {
    west = Math.min(west, box.west);
    north = Math.min(north, box.north);
    east = Math.max(east, box.east);
    south = Math.max(south, box.south);
  }
  return { west, north, east, south };
}

function outlineOf(shape: PlainGeofeature, near: number | undefined): Outline | undefined {
  switch (shape.type) {
    case "circle": {
      const { latitude, longitude } = shape.center;
      const x = near === undefined ? worldX(longitude) : nearestCopy(worldX(longitude), near);
      const y = worldY(latitude);
      const radius = worldLength(shape.radius, latitude);
      const box = { west: x - radius, north: y - radius, east: x + radius, south: y + radius };
      return { type: "circle", x, y, radius, box };
    }
    case "boundingBox": {
      const { southWest, northEast } = shape;
      const west = worldX(southWest.longitude);
      const width = worldX(northEast.longitude) - west;
      const corners = boxPath(
        west,
        worldY(northEast.latitude),
        width < 0 ? width + 1 : width,
        worldY(southWest.latitude),
      );
      return { type: "area", ...moved(corners, near) };
    }
    case "polygon":
      return shape.vertices.length === 0
        ? undefined
        : { type: "area", ...moved(clockwise(pathOf(shape.vertices).path), near) };
    case "geoline":
      return shape.vertices.length === 0
        ? undefined
        : { type: "line", ...moved(pathOf(shape.vertices).path, near) };
    case "beacon":
      return undefined;
  }
}

function boxPath(west: number, north: number, width: number, south: number): Float64Array {
  const east = west + width;
  return clockwise(Float64Array.of(west, north, east, north, east, south, west, south));
}

/** Each point on the shorter way from the one before. */
function pathOf(points: readonly Point[]): { path: Float64Array; box: Box } {
  const path = new Float64Array(points.length * 2);
  let before: number | undefined;
  points.forEach(({ latitude, longitude }, at) => {
    const x = worldX(longitude);
    before = before === undefined ? x : nearestCopy(x, before);
    path[at * 2] = before;
    path[at * 2 + 1] = worldY(latitude);
  });
  return { path, box: boxAround(path) };
}

function moved(path: Float64Array, near: number | undefined): { path: Float64Array; box: Box } {
  const box = boxAround(path);
  const { x } = centerOf(box);
  const by = near === undefined ? 0 : nearestCopy(x, near) - x;
  if (by === 0) return { path, box };
  const there = path.map((value, at) => (at % 2 === 0 ? value + by : value));
  return { path: there, box: boxAround(there) };
}

/** The area decides: twice the signed area is positive for a ring that runs clockwise on a screen. */
function clockwise(path: Float64Array): Float64Array {
  let area = 0;
  for (let at = 0; at < path.length; at += 2) {
    const next = (at + 2) % path.length;
    area += valueAt(path, at) * valueAt(path, next + 1) - valueAt(path, next) * valueAt(path, at + 1);
  }
  if (area >= 0) return path;
  const turned = new Float64Array(path.length);
  for (let at = 0; at < path.length; at += 2) {
    turned[at] = valueAt(path, path.length - 2 - at);
    turned[at + 1] = valueAt(path, path.length - 1 - at);
  }
  return turned;
}

function boxAround(path: Float64Array): Box {
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < path.length; at += 2) {
    west = Math.min(west, valueAt(path, at));
    east = Math.max(east, valueAt(path, at));
    north = Math.min(north, valueAt(path, at + 1));
    south = Math.max(south, valueAt(path, at + 1));
  }
  return { west, north, east, south };
}

function valueAt(path: Float64Array, at: number): number {
  return path[at] ?? 0;
}
