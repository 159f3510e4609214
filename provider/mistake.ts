/** What a helper throws at once: one sentence, and a stack that begins with the line of the program that called it. */
import { inspect } from "node:util";

import { visible } from "./visible";

/** A helper, known by its own name. */
type Helper = (...given: never[]) => unknown;

/**
 * @param what begins with what it is for: ` "door": its center 91,181 cannot be read`
 */
export function mistake(helper: Helper, what: string): Error {
  const error = new Error(`${helper.name}${what}`);
  Error.captureStackTrace(error, helper);
  return error;
}

/** A value of the program as a sentence can hold it: on one line, and cut where it is long. */
export function told(value: unknown): string {
  const text =
    typeof value === "string" ? JSON.stringify(value) : inspect(value, { depth: 3, compact: true });
  const line = visible(text.replace(/\s+/g, " "));
  return line.length <= 80 ? line : `${line.slice(0, 80)}…`;
}
