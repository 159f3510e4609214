/** A plan or a state that cannot be read. */

/** Its message begins with the file's name, and says what to do. */
export class PlanFileError extends Error {
  override readonly name = "PlanFileError";

  constructor(file: string, sentence: string) {
    super(`${file}: ${sentence}`);
  }
}
