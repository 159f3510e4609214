/** The options of `pulumi-bluedot walk`. */

/** The options as they are given, with numbers read. */
export interface WalkCommandOptions {
  before?: string;
  /** True for an option without a trigger. */
  expect?: string[] | true;
  zones?: string;
  timeZone?: string;
  dwell?: string[];
  assume?: string[];
  radius?: number;
  name?: string;
  start?: string;
  speed?: number;
  every?: number;
  format: "text" | "json";
  gpx?: string;
  force?: boolean;
}
