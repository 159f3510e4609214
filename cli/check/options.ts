/** The options of `pulumi-bluedot check`. */

/** The options as they are given, with numbers read. */
export interface CheckOptions {
  readonly rules?: string;
  readonly contains?: readonly string[];
  readonly misses?: readonly string[];
  readonly covers?: readonly string[];
  readonly apart?: number;
  /** False with `--no-overlaps`. */
  readonly overlaps: boolean;
  readonly before?: string;
  readonly strict?: boolean;
  readonly format: "text" | "json" | "junit" | "markdown";
  readonly radius?: number;
  readonly name?: string;
}
