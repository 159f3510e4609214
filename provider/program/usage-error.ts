/** A fault of the program, found in its own process: one sentence, shown without a stack. */
import { inspect } from "node:util";

import { printable } from "../printable";

/** An error that is the program's to mend. */
export class ProgramError extends Error {
  override readonly name = "ProgramError";

  /**
   * Pulumi knows an error of a program by this mark, and shows its message alone.
   *
   * @internal
   */
  get __pulumiRunError(): true {
    return true;
  }
}

/** A helper, known by its own name. */
type Helper = (...given: never[]) => unknown;

/**
 * The error of a helper. Its stack, for who catches it, begins with the line that called the helper.
 *
 * @param what begins with what it is for: ` "door": its center 91,181 cannot be read`
 */
export function usageError(helper: Helper, what: string): ProgramError {
  const error = new ProgramError(`${helper.name}${what}`);
  Error.captureStackTrace(error, helper);
  return error;
}

/** A value of the program as a sentence can hold it: on one line, and cut where it is long. */
export function inspectValue(value: unknown): string {
  const text =
    typeof value === "string" ? JSON.stringify(value) : inspect(value, { depth: 3, compact: true });
  const line = printable(text.replace(/\s+/g, " "));
  return line.length <= 80 ? line : `${line.slice(0, 80)}…`;
}
