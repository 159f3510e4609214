/** The result of a check of the tree or of a test file. */
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
