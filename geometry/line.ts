/** Finds faults of a line. */
import { isSamePlace, type Point } from "./point";

export interface LineFaults {
  /** True if all points are one place. */
  readonly isPoint: boolean;
  /** The indices of points that repeat the one before. */
  readonly repeated: readonly number[];
}

export function lineFaults(points: readonly Point[]): LineFaults {
  const repeated = points.flatMap((point, at) => {
    const before = at === 0 ? undefined : points[at - 1];
    return before !== undefined && isSamePlace(before, point) ? [at] : [];
  });
  const [first] = points;
  return { isPoint: first !== undefined && points.every((point) => isSamePlace(first, point)), repeated };
}
