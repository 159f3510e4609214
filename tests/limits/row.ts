/**
 * The types of the tables of limits. The tests follow the tables, and docs/limits.md is written from them.
 */
import type { Json } from "../../provider/json";
import type { Place } from "./places";

/** The origin of a limit. */
export type Source = "Config API 1.2.0" | "Bluedot's documentation" | "this provider";

/** The changes that an example makes to a valid object. Undefined removes a property. */
export type Changes = Readonly<Record<string, Json | undefined>>;

/** An expected message about an example: its property, seen from the object, and its words. */
export type Expected = readonly [property: string, words: RegExp];

/**
 * An example and all that is said of it: a property of which something is said, words about the row's property, or both.
 * Default: something about the row's property. docs/limits.md has the whole sentence about the first example of each row,
 * so that words are needed for another one alone.
 */
export type Rejected = readonly [changes: Changes, ...expected: readonly (string | RegExp | Expected)[]];

/** One rule. */
export interface Row {
  /** As a user writes it, seen from the object: `center.latitude`, `tags[]`; "" is the object itself. */
  readonly property: string;
  /** In a few plain words, with the unit. */
  readonly rule: string;
  readonly from: Source;
  /**
   * The value that is used if the program declares none. Default: none, and a required property must be
   * declared.
   */
  readonly default?: string;
  /** A fault stops the run, a warning does not. Default: a fault. */
  readonly severity?: "fault" | "warning";
  /** The places in which the rule holds. Default: all places of its section. */
  readonly at?: readonly Place[];
  /** Those right at the limit, and what else might be mistaken for a fault. */
  readonly accepted: readonly Changes[];
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
  /** The name of the object itself on the page. */
  readonly itself?: string;
  readonly places: readonly Place[];
  /** The sources of what the schema says of a property, with the properties. Each has a row of its own. */
  readonly from: readonly (readonly [source: Source, ...properties: string[]])[];
  /** Defaults that come from elsewhere than the schema. */
  readonly defaults?: Readonly<Record<string, string>>;
  /** What a reader should know of a property beside its limit. */
  readonly notes?: Readonly<Record<string, string>>;
  /** In a table, the rules that are more than one field's own limit; those of the fields are added to it. */
  readonly rows: readonly Row[];
}
