/** Where a way from place to place crosses a line. */
import { near, onSheet, type Edges, type LineShape } from "./shape";

/**
 * The part of the way, 0 to 1, at which it first crosses a line, in either direction; undefined if it does not.
 *
 * A place on the line counts as on its left, always: a track with a fix on the line crosses it once, in the step to it or
 * in the step from it, and a track that only touches the line from its left does not cross it.
 */
export function crossingOf(
  { edges, extent }: LineShape,
  fromLongitude: number,
  fromLatitude: number,
  toLongitude: number,
  toLatitude: number,
): number | undefined {
  const fromX = onSheet(extent, fromLongitude);
  const toX = near(fromX, toLongitude);
  let first: number | undefined;
  for (let at = 0; at + 3 < edges.length; at += 4) {
    const part = partAtEdge(edges, at, fromX, fromLatitude, toX, toLatitude);
    if (part !== undefined && (first === undefined || part < first)) first = part;
  }
  return first;
}

function partAtEdge(
  edges: Edges,
  at: number,
  fromX: number,
  fromY: number,
  toX: number,
  toY: number,
): number | undefined {
  const x1 = edges[at] ?? 0;
  const y1 = edges[at + 1] ?? 0;
  const x2 = edges[at + 2] ?? 0;
  const y2 = edges[at + 3] ?? 0;
  const from = side(x1, y1, x2, y2, fromX, fromY);
  const to = side(x1, y1, x2, y2, toX, toY);
  if (from >= 0 === to >= 0) return undefined;
  const isFirstLeft = side(fromX, fromY, toX, toY, x1, y1) >= 0;
  const isSecondLeft = side(fromX, fromY, toX, toY, x2, y2) >= 0;
  return isFirstLeft === isSecondLeft ? undefined : from / (from - to);
}

/** Positive if a place is on the left of the line through two others, 0 on it. */
function side(x1: number, y1: number, x2: number, y2: number, x: number, y: number): number {
  return (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1);
}
