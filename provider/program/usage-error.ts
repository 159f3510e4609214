/** Errors of the program's code: one sentence, shown without a stack. */
import { inspect } from "node:util";

import { printable } from "../printable";

/** An error that the author of the program can correct. */
export class ProgramError extends Error {
  override readonly name = "ProgramError";

  /**
   * Pulumi shows the message alone, without a stack, of an error with this mark.
   *
   * @internal
   */
  get __pulumiRunError(): true {
    return true;
  }
}

/** A helper function of this package. */
type Helper = (...given: never[]) => unknown;

/**
 * The error of a helper. Its stack begins with the line that called the helper.
 *
 * @param message follows the helper's name: ` "door": its center 91,181 cannot be read`
 */
export function usageError(helper: Helper, message: string): ProgramError {
  const error = new ProgramError(`${helper.name}${message}`);
  Error.captureStackTrace(error, helper);
  return error;
}

/** A value of the program for a message: on one line, and cut if it is long. */
export function inspectValue(value: unknown): string {
  const text =
    typeof value === "string" ? JSON.stringify(value) : inspect(value, { depth: 3, compact: true });
  const line = printable(text.replace(/\s+/g, " "));
  return line.length <= 80 ? line : `${line.slice(0, 80)}…`;
}
