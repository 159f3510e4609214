/** What a check of the tree or a file of tests came to. */
export interface Outcome {
  /** The check, or the file's path below the root. */
  readonly name: string;
  readonly passed: number;
  /** Each by name, with the first line of its reason. */
  readonly failures: readonly string[];
  /** All that it printed. */
  readonly output: string;
  readonly seconds: number;
}
