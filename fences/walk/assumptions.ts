/** The assumptions of a walk, as rules files and the command line have it: a name and a value each. */
import { z } from "zod";

import { closestOf } from "../../provider/suggestions";
import type { WalkOptions } from "./options";

/** The options of a walk that say how a phone behaves. */
export type WalkAssumptions = Omit<WalkOptions, "timeZone" | "dwell">;

const oneOf = <const Words extends readonly [string, string]>(...words: Words) =>
  z
    .enum(words, { error: () => `must be ${words.map((word) => JSON.stringify(word)).join(" or ")}` })
    .exactOptional();
const number = z
  .number({ error: () => "must be a number" })
  .min(0, "must be 0 or more")
  .exactOptional();

const shape = {
  exitDistance: number,
  whenInside: oneOf("trigger", "ignore"),
  whenRetriggerTimeEnds: oneOf("trigger", "ignore"),
  whenStartsInside: oneOf("trigger", "ignore"),
  exitWithoutEntry: oneOf("none", "exit"),
  whenUnknown: oneOf("refuse", "hold"),
  timeActiveEnds: oneOf("inclusive", "exclusive"),
  north: oneOf("magnetic", "true"),
  directionTurns: oneOf("clockwise", "counterclockwise"),
  shortestStep: number,
  travelPathCounts: oneOf("distinct", "every"),
  breakAfter: number,
};

export const assumptionNames: readonly string[] = Object.keys(shape);

export const assumptions = z.strictObject(shape, {
  error: (issue) => (issue.code === "invalid_type" ? "must be an object" : undefined),
});

/**
 * Reads `exitDistance=20` and the like.
 *
 * @throws an error with a line for each text that is no assumption, or has a value that it cannot have
 */
export function assumptionsOf(texts: readonly string[]): WalkAssumptions {
  const pairs = texts.map((text) => {
    const [name = "", ...value] = text.split("=");
    return [name.trim(), valueOf(value.join("=").trim())] as const;
  });
  const { success, data, error } = assumptions.safeParse(Object.fromEntries(pairs));
  if (success) return data;
  throw new Error(error.issues.flatMap(sentencesOf).join("\n"));
}

/** `true` is a north. */
function valueOf(text: string): string | number {
  return /^(\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : text;
}

function sentencesOf(issue: z.core.$ZodIssue): string[] {
  if (issue.code !== "unrecognized_keys") return [`--assume ${issue.path.join(".")}: it ${issue.message}`];
  return issue.keys.map((key) => {
    const close = closestOf(key, assumptionNames);
    const advice = close === undefined ? `there are ${assumptionNames.join(", ")}` : `did you mean ${close}?`;
    return `--assume ${JSON.stringify(key)}: there is no such assumption; ${advice}`;
  });
}
