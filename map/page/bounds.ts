/** The part of the world that a map begins with. */
import type { Box } from "./outline";

/**
 * The smallest box around boxes anywhere on the globe. It leaves out the widest gap between them, which may be on either
 * side of the antimeridian, so that its east may exceed 1.
 */
export function worldBox(boxes: readonly Box[]): Box | undefined {
  const spans = boxes
    .map(({ west, east }) => ({ west: west - Math.floor(west), east: east - Math.floor(west) }))
    .sort((one, other) => one.west - other.west);
  const [first] = spans;
  if (first === undefined) return undefined;
  let reached = -Infinity;
  for (const { east } of spans) reached = Math.max(reached, east);
  let gap = { width: first.west + 1 - reached, west: first.west, east: reached };
  let until = first.east;
  for (const span of spans) {
    // A box that reaches over the antimeridian also covers the beginning.
    const from = Math.max(until, reached - 1);
    if (span.west - from > gap.width) gap = { width: span.west - from, west: span.west, east: from + 1 };
    until = Math.max(until, span.east);
  }
  const north = boxes.reduce((least, box) => Math.min(least, box.north), Infinity);
  const south = boxes.reduce((most, box) => Math.max(most, box.south), -Infinity);
  return { west: gap.west, north, east: Math.min(gap.east, gap.west + 1), south };
}
