/** Messages of validation, which follow the name of a field. */
import type { z } from "zod";

type Issue = z.core.$ZodRawIssue;

/** Undefined if the message of zod, or of the schema, is good enough. */
export function issueMessage(issue: Issue): string | undefined {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? "is required" : `must be ${article(issue.expected)}`;
    case "too_small":
      return issue.inclusive === false
        ? `must be above ${issue.minimum}`
        : `must ${measured(issue.origin, `at least ${issue.minimum}`)}`;
    case "too_big":
      return `must ${measured(issue.origin, `at most ${issue.maximum}`)}`;
    case "invalid_value":
      return issue.input === undefined ? "is required" : `must be ${issue.values.map(String).join(" or ")}`;
    case "invalid_union":
      return issue.discriminator === undefined ? undefined : "is not one of the known kinds";
    default:
      return undefined;
  }
}

function measured(origin: string, limit: string): string {
  if (origin === "string") return `have ${limit} characters`;
  return origin === "array" ? `have ${limit} elements` : `be ${limit}`;
}

function article(expected: string): string {
  if (expected === "int") return "an integer";
  if (expected === "record") return "an object";
  return /^[aeiou]/.test(expected) ? `an ${expected}` : `a ${expected}`;
}
