/** Decides whether a place is inside a shape. Its edge counts as inside. */
import { geodesicMetres } from "./geodesic";
import { localLatitude, localMetres } from "./local-metres";
import { samePlaceWithin } from "./point";
import { onSheet, type AreaShape, type CircleShape, type Edges, type Shape } from "./shape";

/** A line has no inside. */
export function isInside(shape: Shape, longitude: number, latitude: number): boolean {
  switch (shape.kind) {
    case "circle":
      return isInCircle(shape, longitude, latitude);
    case "area":
      return isInArea(shape, longitude, latitude);
    case "line":
      return false;
  }
}

/** The formula is so good up to this radius that it decides all but what is within 0.1 % of the edge. */
const localRadius = 100_000;
const doubt = 1e-3;

function isInCircle({ x, y, radius }: CircleShape, longitude: number, latitude: number): boolean {
  if (radius <= localRadius && Math.abs(y) <= localLatitude && Math.abs(latitude) <= localLatitude) {
    const metres = localMetres(x, y, longitude, latitude);
    if (metres < radius * (1 - doubt)) return true;
    if (metres > radius * (1 + doubt)) return false;
  }
  return geodesicMetres(x, y, longitude, latitude) <= radius;
}

function isInArea({ edges, pole, extent }: AreaShape, longitude: number, latitude: number): boolean {
  const x = onSheet(extent, longitude);
  const isOddNorth = pole === 0 ? isOddNorthOf(edges, x, latitude) : isOddAround(edges, x, latitude);
  // Northward from inside a ring around the north pole, no edge is crossed.
  return isOddNorth !== pole > 0 || isOnEdge(edges, x, latitude, pole !== 0);
}

/** True if the way due north crosses an odd number of edges. Each edge owns its western end alone. */
function isOddNorthOf(edges: Edges, x: number, y: number): boolean {
  let isOdd = false;
  for (let at = 0; at + 3 < edges.length; at += 4) {
    const fromX = edges[at] ?? 0;
    const toX = edges[at + 2] ?? 0;
    if (fromX > x === toX > x) continue;
    const fromY = edges[at + 1] ?? 0;
    const edgeY = fromY + (((edges[at + 3] ?? 0) - fromY) * (x - fromX)) / (toX - fromX);
    if (edgeY > y) isOdd = !isOdd;
  }
  return isOdd;
}

/** The edges of a ring around a pole lie on more sheets than one. */
function isOddAround(edges: Edges, x: number, y: number): boolean {
  return sheets.filter((sheet) => isOddNorthOf(edges, x + sheet, y)).length % 2 === 1;
}

/** Degrees from the sheet of a ring around a pole to those that its edges may lie on. */
export const sheets = [-720, -360, 0, 360, 720] as const;

function isOnEdge(edges: Edges, x: number, y: number, isAround: boolean): boolean {
  return isAround ? sheets.some((sheet) => touches(edges, x + sheet, y)) : touches(edges, x, y);
}

function touches(edges: Edges, x: number, y: number): boolean {
  for (let at = 0; at + 3 < edges.length; at += 4) {
    const fromX = edges[at] ?? 0;
    const fromY = edges[at + 1] ?? 0;
    const toX = edges[at + 2] ?? 0;
    const toY = edges[at + 3] ?? 0;
    if (x < Math.min(fromX, toX) - samePlaceWithin || x > Math.max(fromX, toX) + samePlaceWithin) continue;
    if (y < Math.min(fromY, toY) - samePlaceWithin || y > Math.max(fromY, toY) + samePlaceWithin) continue;
    const length = Math.hypot(toX - fromX, toY - fromY);
    const across = (toX - fromX) * (y - fromY) - (toY - fromY) * (x - fromX);
    if (Math.abs(across) <= samePlaceWithin * Math.max(length, samePlaceWithin)) return true;
  }
  return false;
}
