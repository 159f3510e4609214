/** Points by the million: numbers, and names only for those that are asked for. */
import type { Fix } from "../track/fix";

export interface PointTable {
  /** The file, as the rule names it: `stores.csv`. Absent for points of a program. */
  readonly name?: string;
  readonly count: number;
  readonly latitudes: Float64Array;
  readonly longitudes: Float64Array;
  /** `line 41 "Rogers"`, for each of these, in ascending order. */
  describe(indexes: readonly number[]): string[];
}

/** The lines of a file that zones must be clear of. */
export interface NamedLine {
  /** `"M1"`, or `line 3` of the file's lines where it has no name. */
  readonly name: string;
  readonly points: readonly { readonly latitude: number; readonly longitude: number }[];
}

/** Readers of the files that rules name. Each throws an error with all faults of the file. */
export interface Reading {
  /** @param nameFrom the column or property whose value names a point */
  points(file: string, nameFrom: string | undefined): PointTable;
  lines(file: string): NamedLine[];
  /** @param timeZone of times that say none */
  track(file: string, timeZone: string | undefined): readonly Fix[];
}
