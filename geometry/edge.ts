/** The edges of a ring on a plane. */
import type { FlatPoint } from "./plane";

/** An edge of a ring, from place `at` to place `next`. */
export interface FlatEdge {
  readonly at: number;
  readonly next: number;
  readonly fromX: number;
  readonly fromY: number;
  readonly toX: number;
  readonly toY: number;
  readonly length: number;
}

/** All edges of a ring; the last leads back to the first place. */
export function edgesOf(places: readonly FlatPoint[]): FlatEdge[] {
  return places.map(({ x: fromX, y: fromY }, at) => {
    const next = at + 1 === places.length ? 0 : at + 1;
    const { x: toX, y: toY } = places[next] ?? { x: fromX, y: fromY };
    return { at, next, fromX, fromY, toX, toY, length: Math.hypot(toX - fromX, toY - fromY) };
  });
}

/** The distance of a point from the line through an edge, positive on the left. */
export function offset(edge: FlatEdge, x: number, y: number): number {
  const { fromX, fromY, toX, toY, length } = edge;
  return ((toX - fromX) * (y - fromY) - (toY - fromY) * (x - fromX)) / length;
}

/** The distance of a point from the nearest point of an edge. */
export function distanceTo(edge: FlatEdge, x: number, y: number): number {
  const { fromX, fromY, toX, toY, length } = edge;
  const along = ((toX - fromX) * (x - fromX) + (toY - fromY) * (y - fromY)) / length ** 2;
  const part = Math.max(0, Math.min(1, along));
  return Math.hypot(fromX + part * (toX - fromX) - x, fromY + part * (toY - fromY) - y);
}
