/** Leaves out vertices of outlines and lines, within a distance that the user gives (Douglas and Peucker). */
import { eastward, isSamePlace, radians, type Point } from "./point";
import { ringFaults } from "./ring";

/**
 * The vertices without those that deviate from the outline or line between the others by at most so many metres. The
 * vertices that stay are as they were. An outline keeps 3 or more, and never meets itself unless it did before: where it
 * would, more vertices stay. Beyond 85° of latitude and around a pole all stay.
 *
 * @param vertices a ring without a last vertex that repeats the first, or a line
 */
export function simplified(
  vertices: readonly Point[],
  metres: number,
  kind: "ring" | "line" = "ring",
): readonly Point[] {
  const chain = chainOf(vertices, metres, kind);
  if (chain === undefined) return vertices;
  keepFarthest(chain, 0, chain.length - 1);
  // Counted with the first vertex once more at the end.
  if (kind === "ring") keepAtLeast(4, chain);
  // A line that ends where it begins would be a point.
  else if (isClosedLine(vertices)) keepAtLeast(3, chain);
  return kind === "ring" ? withoutCrossings(chain, vertices) : keptOf(chain, vertices);
}

/** The vertices on a plane in metres, a ring with its first once more at the end. */
interface Chain {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly length: number;
  /** The distance that a vertex left out may have. */
  readonly metres: number;
  /** The indices of vertices that stay. */
  readonly kept: Set<number>;
}

/** The largest radius of curvature of the WGS-84 ellipsoid: distances on the plane are never too short. */
const largestRadius = 6_399_594;
const polarLatitude = 85;

/** Undefined where there is nothing to leave out, or near a pole, where the plane is none. */
function chainOf(vertices: readonly Point[], metres: number, kind: "ring" | "line"): Chain | undefined {
  const [first] = vertices;
  if (first === undefined || vertices.length <= (kind === "ring" ? 3 : 2)) return undefined;
  const all = kind === "ring" ? [...vertices, first] : vertices;
  let nearestEquator = Infinity;
  let longitude = 0;
  let before = first.longitude;
  const unwound: number[] = [];
  for (const point of all) {
    const latitude = Math.abs(point.latitude);
    if (latitude >= polarLatitude) return undefined;
    nearestEquator = Math.min(nearestEquator, point.latitude * first.latitude < 0 ? 0 : latitude);
    longitude += eastward(before, point.longitude);
    before = point.longitude;
    unwound.push(longitude);
  }
  if (kind === "ring" && Math.abs(longitude) > 180) return undefined;
  const width = largestRadius * Math.cos(radians(nearestEquator));
  return {
    x: unwound.map((each) => width * radians(each)),
    y: all.map(({ latitude }) => largestRadius * radians(latitude - first.latitude)),
    length: all.length,
    metres,
    kept: new Set([0, all.length - 1]),
  };
}

/** Keeps the vertex between two that is farthest from the edge between them, if it is too far, and so on beside it. */
function keepFarthest(chain: Chain, start: number, end: number): void {
  const open: [number, number][] = [[start, end]];
  for (let range = open.pop(); range !== undefined; range = open.pop()) {
    const [from, to] = range;
    const farthest = farthestBetween(from, to, chain);
    if (farthest === undefined || farthest.metres <= chain.metres) continue;
    chain.kept.add(farthest.at);
    open.push([from, farthest.at], [farthest.at, to]);
  }
}

/** Keeps a vertex between two whatever its distance: to its edges, others may then be too far. */
function split(chain: Chain, from: number, at: number, to: number): void {
  chain.kept.add(at);
  keepFarthest(chain, from, at);
  keepFarthest(chain, at, to);
}

/** The part of the largest distance from which a vertex may be the farthest as well. */
const nearlyFarthest = 0.95;

/**
 * Undefined where there is no vertex between. Of vertices about equally far, as in a zigzag, the one nearest to the middle:
 * cut off one by one, they would take the square of the time.
 */
function farthestBetween(from: number, to: number, chain: Chain): Farthest | undefined {
  let farthest: Farthest | undefined;
  for (let at = from + 1; at < to; at++) {
    const metres = distance(at, from, to, chain);
    if (farthest === undefined || metres > farthest.metres) farthest = { from, at, to, metres };
  }
  if (farthest === undefined) return undefined;
  const least = Math.max(nearlyFarthest * farthest.metres, Math.min(farthest.metres, chain.metres));
  const middle = Math.floor((from + to) / 2);
  const away = Math.abs(farthest.at - middle);
  for (let step = 0; step < away; step++) {
    for (const at of [middle - step, middle + step]) {
      const metres = at > from && at < to ? distance(at, from, to, chain) : 0;
      if (metres >= least) return { from, at, to, metres };
    }
  }
  return farthest;
}

interface Farthest {
  readonly from: number;
  readonly at: number;
  readonly to: number;
  readonly metres: number;
}

/** From a vertex to the nearest point of the edge between two others. */
function distance(at: number, from: number, to: number, { x, y }: Chain): number {
  const [x0 = 0, y0 = 0] = [x[from], y[from]];
  const east = (x[to] ?? 0) - x0;
  const north = (y[to] ?? 0) - y0;
  const [dx, dy] = [(x[at] ?? 0) - x0, (y[at] ?? 0) - y0];
  const square = east * east + north * north;
  const part = square === 0 ? 0 : Math.max(0, Math.min(1, (dx * east + dy * north) / square));
  return Math.hypot(dx - part * east, dy - part * north);
}

/** Keeps the farthest vertices until there are so many, with the first and the last. */
function keepAtLeast(least: number, chain: Chain): void {
  while (chain.kept.size < least) {
    const ranges = rangesOf(chain).flatMap(([from, to]) => farthestBetween(from, to, chain) ?? []);
    const [first, ...others] = ranges;
    if (first === undefined) return;
    const { from, at, to } = others.reduce((best, each) => (each.metres > best.metres ? each : best), first);
    split(chain, from, at, to);
  }
}

/** The kept vertices that follow each other. */
function rangesOf({ kept }: Chain): [from: number, to: number][] {
  const indices = [...kept].sort((a, b) => a - b);
  return indices.slice(1).map((to, at) => [indices[at] ?? 0, to]);
}

/** Keeps more vertices along edges that meet, until none do. Each round keeps one more at least. */
function withoutCrossings(chain: Chain, vertices: readonly Point[]): readonly Point[] {
  for (;;) {
    const outline = keptOf(chain, vertices);
    const meeting = ringFaults(outline, 1_000).flatMap((fault) => ("edges" in fault ? fault.edges : []));
    if (meeting.length === 0) return outline;
    const ranges = rangesOf(chain);
    const before = chain.kept.size;
    for (const [from] of meeting) {
      const range = ranges[from];
      const farthest = range && farthestBetween(...range, chain);
      if (farthest) split(chain, farthest.from, farthest.at, farthest.to);
    }
    // Nothing lies between: the outline met itself from the beginning.
    if (chain.kept.size === before) return vertices;
  }
}

function keptOf({ kept }: Chain, vertices: readonly Point[]): Point[] {
  return vertices.filter((_, at) => kept.has(at));
}

function isClosedLine(vertices: readonly Point[]): boolean {
  const first = vertices[0];
  const last = vertices.at(-1);
  return first !== undefined && last !== undefined && isSamePlace(first, last);
}
