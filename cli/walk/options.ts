/** The options of `pulumi-bluedot walk`. */

/** The options as they are given, with numbers read. */
export interface WalkCommandOptions {
  before?: string;
  expect?: string[];
  timeZone?: string;
  dwell?: string[];
  exitDistance?: number;
  whenInside?: "trigger" | "ignore";
  radius?: number;
  start?: string;
  speed?: number;
  every?: number;
  format: "text" | "json";
  gpx?: string;
}
