/** The conditions that must hold before a Zone triggers. All of them must hold; their order has no effect. */
import type { Input } from "@pulumi/pulumi";

import type { ExtraFields } from "../extra-fields";

/**
 * The phone moves at a speed between the two.
 *
 * @example
 * { type: "speed", minimumSpeed: 0, maximumSpeed: 14 }
 */
export interface SpeedArgs extends ExtraFields {
  type: Input<"speed">;
  /** Metres per second, 0 or more. */
  minimumSpeed: Input<number>;
  /** Metres per second, 5 or more. */
  maximumSpeed: Input<number>;
}

/**
 * The phone moves in a direction between two angles, clockwise from magnetic north, at least 90° apart.
 *
 * @example
 * { type: "travelDirection", fromAngle: 315, toAngle: 45 }
 */
export interface TravelDirectionArgs extends ExtraFields {
  type: Input<"travelDirection">;
  /** Whole degrees, 0 to 359. */
  fromAngle: Input<number>;
  /** Whole degrees, 0 to 359. */
  toAngle: Input<number>;
}

/**
 * The phone crosses several geofeatures of the zone within a time.
 *
 * @example
 * { type: "travelPath", minimumGeofeaturesCrossed: 2, timeOutSeconds: 600, sequential: true }
 */
export interface TravelPathArgs extends ExtraFields {
  type: Input<"travelPath">;
  /** The number of geofeatures, 2 or more. */
  minimumGeofeaturesCrossed: Input<number>;
  /** The time in seconds: 60 to 86,400. */
  timeOutSeconds: Input<number>;
  /**
   * Only in the order in which the zone lists its geofeatures.
   *
   * @default false
   */
  sequential?: Input<boolean>;
}

/**
 * The phone's clock is between two times of day.
 *
 * @example
 * { type: "timeActive", fromTime: "09:00:00", toTime: "17:30:00" }
 */
export interface TimeActiveArgs extends ExtraFields {
  type: Input<"timeActive">;
  /** `HH:MM:SS`, 00:00:00 to 23:59:59. */
  fromTime: Input<string>;
  /** `HH:MM:SS`, 00:00:00 to 23:59:59. */
  toTime: Input<string>;
}

/**
 * The phone's date is between two days; one of them may be left open.
 *
 * @example
 * { type: "dayRange", startDate: "2026-12-01", endDate: "2026-12-24" }
 */
export interface DayRangeArgs extends ExtraFields {
  type: Input<"dayRange">;
  /**
   * `YYYY-MM-DD`.
   *
   * @default open
   */
  startDate?: Input<string>;
  /**
   * `YYYY-MM-DD`.
   *
   * @default open
   */
  endDate?: Input<string>;
}

/** One condition of a Zone, discriminated by `type`. */
export type ConditionArgs = SpeedArgs | TravelDirectionArgs | TravelPathArgs | TimeActiveArgs | DayRangeArgs;
