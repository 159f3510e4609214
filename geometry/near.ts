/** Metres from a place to the edge of a shape: negative inside. */
import { isInside, sheets } from "./inside";
import { exactMetres, metresPerLatitude, metresPerLongitude } from "./local-metres";
import { near, onSheet, type Edges, type Shape } from "./shape";

/**
 * Right to 4 mm up to 5 km and 80° of latitude. A line has no inside: its distance is never negative.
 */
export function metresTo(shape: Shape, longitude: number, latitude: number): number {
  if (shape.kind === "circle") return exactMetres(shape.x, shape.y, longitude, latitude) - shape.radius;
  const x = onSheet(shape.extent, longitude);
  const isAround = shape.kind === "area" && shape.pole !== 0;
  const metres = isAround
    ? Math.min(...sheets.map((sheet) => metresToEdges(shape.edges, x + sheet, latitude)))
    : metresToEdges(shape.edges, x, latitude);
  return isInside(shape, longitude, latitude) ? -metres : metres;
}

/** From a place on the sheet of the edges to the nearest place on one of them. */
export function metresToEdges(edges: Edges, x: number, y: number): number {
  const perX = metresPerLongitude(y);
  const perY = metresPerLatitude(y);
  // The scales half a degree further, so that they can be taken at the latitude between the two places.
  const growthX = metresPerLongitude(y + 0.5) - perX;
  const growthY = metresPerLatitude(y + 0.5) - perY;
  let least = Infinity;
  let nearestX = x;
  let nearestY = y;
  for (let at = 0; at + 3 < edges.length; at += 4) {
    const fromX = (edges[at] ?? 0) - x;
    const fromY = (edges[at + 1] ?? 0) - y;
    const alongX = (edges[at + 2] ?? 0) - x - fromX;
    const alongY = (edges[at + 3] ?? 0) - y - fromY;
    const part = partAlong(fromX * perX, fromY * perY, alongX * perX, alongY * perY);
    const aside = fromX + part * alongX;
    const up = fromY + part * alongY;
    const isNear = Math.abs(up) <= 1;
    const east = aside * (isNear ? perX + growthX * up : metresPerLongitude(y + up / 2));
    const north = up * (isNear ? perY + growthY * up : metresPerLatitude(y + up / 2));
    const squared = east * east + north * north;
    if (squared >= least) continue;
    least = squared;
    nearestX = x + aside;
    nearestY = y + up;
  }
  return least === Infinity ? Infinity : exactMetres(near(0, x), y, near(0, nearestX), nearestY);
}

/** The part of the way along an edge, 0 to 1, at which it is nearest to the origin. */
function partAlong(fromX: number, fromY: number, alongX: number, alongY: number): number {
  const squared = alongX * alongX + alongY * alongY;
  if (squared === 0) return 0;
  return Math.max(0, Math.min(1, -(fromX * alongX + fromY * alongY) / squared));
}
