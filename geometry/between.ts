/** The metres between two shapes, or by how much they overlap. */
import { crossingOf } from "./crossing";
import { isInside } from "./inside";
import { metresPerLatitude, metresPerLongitude } from "./local-metres";
import { metresTo, metresToEdges } from "./near";
import {
  near,
  onSheet,
  type AreaShape,
  type CircleShape,
  type Edges,
  type LineShape,
  type Shape,
} from "./shape";

/** Shapes that share a border differ by roundings of their coordinates: less than this, in metres, is no overlap. */
const bordersWithin = 0.01;

/**
 * Metres from edge to edge, 0 where they touch. Negative where they overlap: how far one of the two must move until they
 * only touch, which is exact for circles and for outlines without dents, and otherwise the most that it can be. Where a
 * line goes into or over the other shape it is `crossed`: 0.
 */
export function metresBetween(a: Shape, b: Shape): number {
  if (a.kind === "circle") return betweenCircleAnd(a, b);
  if (b.kind === "circle") return betweenCircleAnd(b, a);
  if (a.kind === "area" && b.kind === "area") return betweenAreas(a, b);
  return a.kind === "line" && isCrossed(a, b)
    ? 0
    : b.kind === "line" && isCrossed(b, a)
      ? 0
      : edgeToEdge(a, b);
}

function betweenCircleAnd(circle: CircleShape, other: Shape): number {
  const metres = metresTo(other, circle.x, circle.y) - circle.radius;
  if (other.kind === "line") return Math.max(0, metres);
  if (metres >= 0 || metres > -bordersWithin) return Math.max(0, metres);
  return other.kind === "area" ? -Math.max(bordersWithin, wayOutOfCircle(circle, other)) : metres;
}

function betweenAreas(a: AreaShape, b: AreaShape): number {
  if (!mayMeet(a, b)) return edgeToEdge(a, b);
  if (!goesInto(a, b) && !goesInto(b, a) && !isWithin(a, b) && !isWithin(b, a)) return edgeToEdge(a, b);
  return -Math.max(bordersWithin, wayOut(a, b));
}

function mayMeet({ extent: a }: Shape, { extent: b }: Shape): boolean {
  const middle = (b.west + b.east) / 2;
  const turn = near((a.west + a.east) / 2, middle) - middle;
  return a.south <= b.north && b.south <= a.north && a.west <= b.east + turn && b.west + turn <= a.east;
}

/** True if a part of the outline of `a` lies deeper in `b` than a border. */
function goesInto(a: AreaShape, b: AreaShape): boolean {
  const { edges } = a;
  for (let at = 0; at + 3 < edges.length; at += 4) {
    const parts = partsAlong(edges, at, b);
    for (const [index, part] of parts.entries()) {
      const next = parts[index + 1];
      if (isDeepIn(b, edges, at, part)) return true;
      if (next !== undefined && isDeepIn(b, edges, at, (part + next) / 2)) return true;
    }
  }
  return false;
}

/** The parts of an edge, from 0 to 1 in order, at which it meets edges of another shape. */
function partsAlong(edges: Edges, at: number, { edges: others, extent }: AreaShape): number[] {
  const fromX = onSheet(extent, edges[at] ?? 0);
  const fromY = edges[at + 1] ?? 0;
  const alongX = (edges[at + 2] ?? 0) - (edges[at] ?? 0);
  const alongY = (edges[at + 3] ?? 0) - fromY;
  const squared = alongX * alongX + alongY * alongY;
  const parts = [0, 1];
  const add = (part: number) => {
    if (part > 0 && part < 1) parts.push(part);
  };
  for (let other = 0; other + 3 < others.length; other += 4) {
    const startX = (others[other] ?? 0) - fromX;
    const startY = (others[other + 1] ?? 0) - fromY;
    const besideX = (others[other + 2] ?? 0) - fromX - startX;
    const besideY = (others[other + 3] ?? 0) - fromY - startY;
    const turn = alongX * besideY - alongY * besideX;
    const where = (startX * besideY - startY * besideX) / turn;
    const whereOnOther = (startX * alongY - startY * alongX) / turn;
    if (turn !== 0 && whereOnOther >= -nearEnds && whereOnOther <= 1 + nearEnds) add(where);
    // Where the other begins beside this one, so that two that lie in each other's line are split as well.
    add((startX * alongX + startY * alongY) / squared);
  }
  return parts.toSorted((a, b) => a - b);
}

const nearEnds = 1e-9;

function isDeepIn(area: AreaShape, edges: Edges, at: number, part: number): boolean {
  const x = (edges[at] ?? 0) + part * ((edges[at + 2] ?? 0) - (edges[at] ?? 0));
  const y = (edges[at + 1] ?? 0) + part * ((edges[at + 3] ?? 0) - (edges[at + 1] ?? 0));
  return isInside(area, x, y) && metresToEdges(area.edges, onSheet(area.extent, x), y) > bordersWithin;
}

/** True if a place well inside `a` is inside `b`: with outlines that do not cross, one lies in the other or is equal to it. */
function isWithin(a: AreaShape, b: AreaShape): boolean {
  const [x, y] = placeInside(a);
  return isInside(b, x, y) && metresToEdges(b.edges, onSheet(b.extent, x), y) > bordersWithin;
}

/** In the middle of the widest stretch of the area at half its height. */
function placeInside({ edges, extent }: AreaShape): [x: number, y: number] {
  // A little off the middle, where no vertex of a regular outline is.
  const y = extent.south + (extent.north - extent.south) * 0.4871;
  const crossings: number[] = [];
  for (let at = 0; at + 3 < edges.length; at += 4) {
    const fromY = edges[at + 1] ?? 0;
    const toY = edges[at + 3] ?? 0;
    if (fromY > y === toY > y) continue;
    const fromX = edges[at] ?? 0;
    crossings.push(fromX + ((y - fromY) / (toY - fromY)) * ((edges[at + 2] ?? 0) - fromX));
  }
  crossings.sort((a, b) => a - b);
  let [best, widest] = [(extent.west + extent.east) / 2, 0];
  for (let at = 0; at + 1 < crossings.length; at += 2) {
    const [west = 0, east = 0] = [crossings[at], crossings[at + 1]];
    if (east - west > widest) [best, widest] = [(west + east) / 2, east - west];
  }
  return [best, y];
}

/** True if the other goes over the line, or the line lies in it. */
function isCrossed(line: LineShape, other: AreaShape | LineShape): boolean {
  const { edges } = other;
  for (let at = 0; at + 3 < edges.length; at += 4) {
    const [x = 0, y = 0, toX = 0, toY = 0] = edges.subarray(at, at + 4);
    if (crossingOf(line, x, y, toX, toY) !== undefined) return true;
  }
  return isInside(other, line.edges[0] ?? 0, line.edges[1] ?? 0);
}

/** The least distance between two outlines is at an end of an edge. */
function edgeToEdge(a: AreaShape | LineShape, b: AreaShape | LineShape): number {
  return Math.min(fromEnds(a, b), fromEnds(b, a));
}

function fromEnds({ edges }: AreaShape | LineShape, to: AreaShape | LineShape): number {
  let least = Infinity;
  // Each edge but the last ends where another begins.
  for (let at = 0; at + 1 < edges.length; at += at + 4 < edges.length ? 4 : 2) {
    const metres = metresToEdges(to.edges, onSheet(to.extent, edges[at] ?? 0), edges[at + 1] ?? 0);
    if (metres < least) least = metres;
  }
  return least;
}

/** The distance that one must move until a straight line separates the two: the least over the directions across their edges. */
function wayOut(a: AreaShape, b: AreaShape): number {
  const y = (a.extent.south + a.extent.north + b.extent.south + b.extent.north) / 4;
  const x = (a.extent.west + a.extent.east) / 2;
  const [flatA, flatB] = [flattened(a, x, y), flattened(b, x, y)];
  const across = (normalX: number, normalY: number) => {
    const [lowA, highA] = rangeAcross(flatA, normalX, normalY);
    const [lowB, highB] = rangeAcross(flatB, normalX, normalY);
    return Math.min(highA - lowB, highB - lowA);
  };
  return Math.min(leastAcrossEdges(flatA, across), leastAcrossEdges(flatB, across));
}

/** As `wayOut`, also in the direction of the vertex that is nearest to the circle's centre. */
function wayOutOfCircle({ x, y, radius }: CircleShape, area: AreaShape): number {
  const flat = flattened(area, x, y);
  const across = (normalX: number, normalY: number) => {
    const [low, high] = rangeAcross(flat, normalX, normalY);
    return Math.min(high, -low) + radius;
  };
  let [vertexX, vertexY, nearest] = [0, 0, Infinity];
  for (let at = 0; at + 1 < flat.length; at += 2) {
    const away = Math.hypot(flat[at] ?? 0, flat[at + 1] ?? 0);
    if (away > 0 && away < nearest) [vertexX, vertexY, nearest] = [flat[at] ?? 0, flat[at + 1] ?? 0, away];
  }
  return Math.min(leastAcrossEdges(flat, across), across(vertexX / nearest, vertexY / nearest));
}

/** Metres east and north of a place. */
function flattened({ edges, extent }: AreaShape, x: number, y: number): Edges {
  const origin = onSheet(extent, x);
  const [perX, perY] = [metresPerLongitude(y), metresPerLatitude(y)];
  return edges.map((value, at) => (at % 2 === 0 ? (value - origin) * perX : (value - y) * perY));
}

function leastAcrossEdges(edges: Edges, across: (normalX: number, normalY: number) => number): number {
  let least = Infinity;
  for (let at = 0; at + 3 < edges.length; at += 4) {
    const alongX = (edges[at + 2] ?? 0) - (edges[at] ?? 0);
    const alongY = (edges[at + 3] ?? 0) - (edges[at + 1] ?? 0);
    const length = Math.hypot(alongX, alongY);
    if (length > 0) least = Math.min(least, across(-alongY / length, alongX / length));
  }
  return least;
}

function rangeAcross(edges: Edges, x: number, y: number): [low: number, high: number] {
  let [low, high] = [Infinity, -Infinity];
  for (let at = 0; at + 1 < edges.length; at += 2) {
    const across = (edges[at] ?? 0) * x + (edges[at + 1] ?? 0) * y;
    low = Math.min(low, across);
    high = Math.max(high, across);
  }
  return [low, high];
}
