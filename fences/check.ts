/** Checks rules from a program or a test. */
import { dirname } from "node:path";

import { labelled } from "./fences";
import { readingIn } from "./reading/files";
import { readRulesFile } from "./reading/rules-file";
import { judgeRules } from "./rules/judge";
import { readRules, type FenceRules } from "./rules/rules";
import type { Failure } from "./rules/verdict";
import type { ZoneLike } from "./zone-like";

export interface CheckFencesOptions {
  /** Called with a sentence for what was put right in a file that rules name. Default: `console.warn`. */
  onWarning?: (sentence: string) => void;
}

/**
 * Checks the rules of a file, as `pulumi-bluedot check` does.
 *
 * @param zones of a file (`readZones`), or the arguments of Zones, with all values known
 * @param rules the path of a rules file, or the rules themselves, whose files are relative to the working directory
 * @returns the rules that do not hold; none where all do
 * @throws an error with a line for each fault of the rules, of a file that they name, or of a zone
 * @example
 * const failures = checkFences(readZones("stores.kmz", { radius: 60, minimumRetriggerTime: 3600 }), "fences.json");
 * for (const { rule, message } of failures) console.error(`${rule}: ${message}`);
 */
export function checkFences(
  zones: Iterable<ZoneLike>,
  rules: string | FenceRules,
  { onWarning = console.warn }: CheckFencesOptions = {},
): Failure[] {
  const isFile = typeof rules === "string";
  const name = isFile ? rules : "rules";
  const folder = isFile ? dirname(rules) : ".";
  const verdicts = judgeRules(
    { after: labelled(zones) },
    isFile ? readRulesFile(rules, rules) : readRules(rules, name),
    { reading: readingIn(folder, onWarning), name },
  );
  return verdicts.filter(({ outcome }) => outcome === "fails");
}
