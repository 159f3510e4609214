/** A recorded track: where a phone was, and when. */
import { exactMetres } from "../../geometry/local-metres";
import type { Point } from "../../geometry/point";

/** One place of a track. */
export interface Fix {
  readonly point: Point;
  /** Milliseconds since 1970, as `Date.now()`. Absent in a track without times: all fixes have one, or none. */
  readonly time?: number;
  /** Metres per second, where the recorder says so. */
  readonly speed?: number;
  /** Degrees clockwise from true north, where the recorder says so. */
  readonly course?: number;
  /** Metres, where the recorder says so. A walk does not use it. */
  readonly accuracy?: number;
  /** The horizontal dilution of precision, where the recorder says so. A walk does not use it. */
  readonly hdop?: number;
  /** The line of the file, from 1; absent where the format has none of its own. */
  readonly line?: number;
  /** From 0: the phone lost its position between two segments, so that no step leads from one to the next. */
  readonly segment: number;
}

/** True if the fixes have times: all have, or none. */
export function hasTimes(track: readonly Fix[]): boolean {
  return track[0]?.time !== undefined;
}

/** Seconds from one fix to another; undefined without times. */
export function secondsBetween(from: Fix, to: Fix): number | undefined {
  return from.time === undefined || to.time === undefined ? undefined : (to.time - from.time) / 1000;
}

export function metresBetween({ point: from }: Fix, { point: to }: Fix): number {
  return exactMetres(from.longitude, from.latitude, to.longitude, to.latitude);
}
