/** What the tables of limits are made of. The tests follow them, and docs/limits.md is written from them. */
import type { Json } from "../../provider/json";
import type { Place } from "./places";

/** Who has set a limit. */
export type Source = "Config API 1.2.0" | "Bluedot's documentation" | "this provider";

/** What an example changes in an object that is right; undefined takes a property out. */
export type Changes = Readonly<Record<string, Json | undefined>>;

/** What is said of an example: where, seen from the object, and in which words. */
export type Expected = readonly [property: string, words: RegExp];

/** An example and all that is said of it; words alone are said of the row's property. */
export type Rejected = readonly [changes: Changes, ...expected: readonly (RegExp | Expected)[]];

/** One rule. */
export interface Row {
  /** As a user writes it, seen from the object: `center.latitude`, `tags[]`; "" is the object itself. */
  readonly property: string;
  /** In a few plain words, with the unit. */
  readonly rule: string;
  readonly from: Source;
  /** What is taken where the program is silent. Default: nothing is, and what is required must be said. */
  readonly default?: string;
  /** A fault stops the run, a warning does not. Default: a fault. */
  readonly severity?: "fault" | "warning";
  /** Where the rule holds. Default: in all places of its section. */
  readonly at?: readonly Place[];
  readonly accepted: readonly Changes[];
  /** Accepted too, and right at the limit; "none" where the rule has no such thing. */
  readonly boundary: readonly Changes[] | "none";
  /** The first of them is shown on the page. */
  readonly rejected: readonly [Rejected, ...Rejected[]];
}

/** Rows about one kind of object, wherever it stands. */
export interface Section {
  readonly title: string;
  /** A section of this one. */
  readonly part?: boolean;
  /** Said before the table. */
  readonly text?: string;
  /** What the page calls the object itself. */
  readonly itself?: string;
  readonly places: readonly Place[];
  readonly rows: readonly Row[];
}
