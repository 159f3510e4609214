/** The assumptions of a walk where nothing is documented: an option for each. docs/walk.md has the table. */

export interface WalkOptions {
  /**
   * The time zone of the phone's clock, such as `Australia/Melbourne`.
   *
   * @default that of the place of each fix
   */
  readonly timeZone?: string;
  /**
   * Seconds in a zone, from the entry, after which it triggers a dwell event; by the zone's label. A zone that is not here
   * has no dwell event.
   *
   * @default {}
   */
  readonly dwell?: Readonly<Record<string, number>>;
  /**
   * Metres beyond the edge of a zone at which a phone tells the exit.
   *
   * @default 0
   */
  readonly exitDistance?: number;
  /**
   * A phone that is in a zone when its conditions come to hold: it triggers, or not before it has left and entered again.
   *
   * @default "trigger"
   */
  readonly whenInside?: "trigger" | "ignore";
  /**
   * A phone that is in a zone when its `minimumRetriggerTime` ends: it triggers, or not before it has left and entered
   * again.
   *
   * @default "ignore"
   */
  readonly whenRetriggerTimeEnds?: "trigger" | "ignore";
  /**
   * A phone that is in a zone at the first fix, or at the first one after a gap: it triggers, or not before it has left
   * and entered again.
   *
   * @default "trigger"
   */
  readonly whenStartsInside?: "trigger" | "ignore";
  /**
   * A visit without an entry, since a condition or the `minimumRetriggerTime` suppressed it: it has no exit event, or has
   * one all the same.
   *
   * @default "none"
   */
  readonly exitWithoutEntry?: "none" | "exit";
  /**
   * A condition that the track says too little about, such as a speed at its first fix: it does not hold, or it holds.
   *
   * @default "refuse"
   */
  readonly whenUnknown?: "refuse" | "hold";
  /**
   * The first and the last second of `timeActive`: they belong to it, or not.
   *
   * @default "inclusive"
   */
  readonly timeActiveEnds?: "inclusive" | "exclusive";
  /**
   * The north that `travelDirection` counts from. Bluedot's documents say magnetic north.
   *
   * @default "magnetic"
   */
  readonly north?: "magnetic" | "true";
  /**
   * The way from `fromAngle` to `toAngle` of `travelDirection`.
   *
   * @default "clockwise"
   */
  readonly directionTurns?: "clockwise" | "counterclockwise";
  /**
   * Metres: a shorter step has no direction, since it may be the receiver's noise.
   *
   * @default 1
   */
  readonly shortestStep?: number;
  /**
   * The crossings that `travelPath` counts: distinct geofeatures, or every crossing.
   *
   * @default "distinct"
   */
  readonly travelPathCounts?: "distinct" | "every";
  /**
   * Seconds: a longer gap between two fixes breaks all visits off.
   *
   * @default 600
   */
  readonly breakAfter?: number;
}

/** All options with their values; no time zone is that of the place. */
export type WalkRules = Required<Omit<WalkOptions, "timeZone">> & { readonly timeZone: string | undefined };

export const walkDefaults: WalkRules = {
  timeZone: undefined,
  dwell: {},
  exitDistance: 0,
  whenInside: "trigger",
  whenRetriggerTimeEnds: "ignore",
  whenStartsInside: "trigger",
  exitWithoutEntry: "none",
  whenUnknown: "refuse",
  timeActiveEnds: "inclusive",
  north: "magnetic",
  directionTurns: "clockwise",
  shortestStep: 1,
  travelPathCounts: "distinct",
  breakAfter: 600,
};
