/** The result of a walk: the triggers that come, and those that do not, with their reasons. */
import type { Point } from "../../geometry/point";

/** A trigger of a zone. */
export type Trigger = "enter" | "exit" | "dwell";

export interface WalkEvent {
  /**
   * `passed`: a fence lies between two fixes, so that a phone may miss it. `none`: a trigger that does not come, which
   * `missing` and `reason` name.
   */
  readonly type: Trigger | "passed" | "none";
  /** The time of the fix, in milliseconds since 1970; absent in a track without times. */
  readonly time?: number;
  /** The label of the zone: its name, or what a plan calls it. */
  readonly zone: string;
  /** The geofeature that the phone entered, crossed, passed or left last. */
  readonly geofeature: string;
  /** The place of its fix in the track, from 0. */
  readonly fix: number;
  /** Where the fix is. */
  readonly at: Point;
  /** The line of the fix in its file, from 1. */
  readonly line?: number;
  /** Of a dwell or an exit: since the entry. Of `passed`: between the two fixes. Of a `minimumRetriggerTime`: left. */
  readonly seconds?: number;
  /** Of `none`: the trigger that does not come. */
  readonly missing?: Trigger;
  /** Of `passed` and `none`: a phrase that says why. */
  readonly reason?: string;
}

/** A walk of a track over zones. */
export interface Walk {
  /** In the order of their fixes. */
  readonly events: readonly WalkEvent[];
  /** Sentences about the whole walk: what was not simulated, and what could not be judged. */
  readonly notes: readonly string[];
}
