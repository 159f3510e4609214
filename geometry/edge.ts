/** The edges of a ring laid out flat: numbers, with nothing of the earth left in them. */
import type { FlatPoint } from "./plane";

/** From one place of a ring to the next: from place `at` to place `next`. */
export interface FlatEdge {
  readonly at: number;
  readonly next: number;
  readonly fromX: number;
  readonly fromY: number;
  readonly toX: number;
  readonly toY: number;
  readonly length: number;
}

/** All edges of the ring through the places, the last one back to the first place. */
export function edgesOf(places: readonly FlatPoint[]): FlatEdge[] {
  return places.map(({ x: fromX, y: fromY }, at) => {
    const next = at + 1 === places.length ? 0 : at + 1;
    const { x: toX, y: toY } = places[next] ?? { x: fromX, y: fromY };
    return { at, next, fromX, fromY, toX, toY, length: Math.hypot(toX - fromX, toY - fromY) };
  });
}

/** How far a point is from the line that the edge is part of: positive on the left. */
export function offset(edge: FlatEdge, x: number, y: number): number {
  const { fromX, fromY, toX, toY, length } = edge;
  return ((toX - fromX) * (y - fromY) - (toY - fromY) * (x - fromX)) / length;
}

/** How far a point is from the nearest point of the edge. */
export function distanceTo(edge: FlatEdge, x: number, y: number): number {
  const { fromX, fromY, toX, toY, length } = edge;
  const along = ((toX - fromX) * (x - fromX) + (toY - fromY) * (y - fromY)) / length ** 2;
  const part = Math.max(0, Math.min(1, along));
  return Math.hypot(fromX + part * (toX - fromX) - x, fromY + part * (toY - fromY) - y);
}
