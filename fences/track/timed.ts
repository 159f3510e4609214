/** Gives times to a track that was drawn, not recorded. */
import { eastward, type Point } from "../../geometry/point";
import { thousands } from "../words";
import { hasTimes, metresBetween, type Fix } from "./fix";

/** The pace of a walk along a drawn track. */
export interface Pace {
  /** The time of the first fix, in milliseconds since 1970. */
  readonly start: number;
  /** Metres per second. */
  readonly speed: number;
  /**
   * Seconds between two fixes, which are added on the way; the drawn points stay.
   *
   * @default 5
   */
  readonly every?: number;
}

/**
 * A track without times as if it were walked at one speed, with a fix every few seconds: a drawn line has points only
 * where it bends, and a fence may lie between two of them. Segments follow each other at the same speed.
 *
 * @throws an error where the track has times already, the speed or the interval is not above 0, or the walk would have
 * more than 1,000,000 fixes or last longer than a date can say
 * @example
 * const walk = timed(readTrack("drawn.geojson"), { start: Date.parse("2026-11-30T09:00:00Z"), speed: 1.4 });
 */
export function timed(track: readonly Fix[], { start, speed, every = 5 }: Pace): Fix[] {
  if (hasTimes(track)) throw new Error("the track has times already; leave out the start and the speed");
  if (!(speed > 0) || !(every > 0)) throw new Error("the speed and the interval must be above 0");
  checkLength(track, { start, speed, every });
  const fixes: Fix[] = [];
  let time = start;
  let before: Fix | undefined;
  for (const fix of track) {
    if (before !== undefined) {
      const seconds = metresBetween(before, fix) / speed;
      if (before.segment === fix.segment) {
        for (let after = every; after < seconds; after += every) {
          const point = between(before.point, fix.point, after / seconds);
          fixes.push({ ...fix, point, time: Math.round(time + after * 1000) });
        }
      }
      time += seconds * 1000;
    }
    fixes.push({ ...fix, time: Math.round(time) });
    before = fix;
  }
  return fixes;
}

const mostFixes = 1_000_000;

/** The last time that a date can have. */
const lastTime = 8.64e15;

function checkLength(track: readonly Fix[], { start, speed, every }: Required<Pace>): void {
  let seconds = 0;
  let count = track.length;
  for (const [at, fix] of track.entries()) {
    const before = track[at - 1];
    if (before === undefined) continue;
    const step = metresBetween(before, fix) / speed;
    seconds += step;
    if (before.segment === fix.segment) count += Math.max(0, Math.ceil(step / every) - 1);
  }
  if (!(Math.abs(start) <= lastTime && start + seconds * 1000 <= lastTime))
    throw new Error(
      "the walk must begin and end before the year 275760, the last of dates; give another start or a higher speed",
    );
  if (count > mostFixes)
    throw new Error(
      `the walk has more than ${thousands(mostFixes)} fixes; give a longer interval or a higher speed`,
    );
}

/** @param part 0 at the first point, 1 at the second */
function between(from: Point, to: Point, part: number): Point {
  const longitude = from.longitude + eastward(from.longitude, to.longitude) * part;
  return {
    latitude: from.latitude + (to.latitude - from.latitude) * part,
    longitude: Math.abs(longitude) > 180 ? longitude - 360 * Math.sign(longitude) : longitude,
  };
}
