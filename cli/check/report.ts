/** The report of a check, and its text for people. */
import type { Verdict } from "../../fences/rules/verdict";
import { counted } from "../../fences/words";
import type { HiddenZone } from "../../plan/zone-source";

export interface CheckReport {
  /** As the user named it. */
  readonly source: string;
  /** The file of the rules. */
  readonly rules: string;
  readonly zones: number;
  readonly verdicts: readonly Verdict[];
  /** True if a rule that could not be judged does not hold. */
  readonly isStrict: boolean;
  readonly hidden: readonly HiddenZone[];
  /** Sentences about the source, such as what is not in it. */
  readonly notes: readonly string[];
}

/** The end of every report. */
export const disclaimer = "geometry, not a phone";

export function holds({ verdicts, isStrict }: CheckReport): boolean {
  return !verdicts.some(({ outcome }) => outcome === "fails" || (isStrict && outcome === "unjudged"));
}

/** The changes of the answers by the plan. */
export function changesOf({ verdicts }: CheckReport): string[] {
  return verdicts.flatMap(({ changes }) => changes);
}

export function textReport(report: CheckReport): string {
  const { rules, verdicts, notes } = report;
  const changes = changesOf(report);
  return [
    `${report.source}: ${counted(report.zones, "zone")}, ${counted(verdicts.length, "rule")}`,
    ...verdicts.map(({ rule, outcome, title, message }) =>
      outcome === "holds"
        ? `  holds     ${rules} ${rule}: ${title}`
        : `  ${outcome === "fails" ? "FAILS   " : "unjudged"}  ${rules} ${rule}: ${message}`,
    ),
    ...(changes.length === 0 ? [] : ["What changes:", ...changes.map((change) => `  ${change}`)]),
    ...notes.map((note) => `Note: ${note}`),
    `${summaryOf(report)} This is ${disclaimer}.`,
    "",
  ].join("\n");
}

/** `2 of 5 rules do not hold, 1 could not be judged.` */
export function summaryOf({ verdicts }: CheckReport): string {
  const count = (outcome: Verdict["outcome"]) =>
    verdicts.filter((verdict) => verdict.outcome === outcome).length;
  const [fails, unjudged] = [count("fails"), count("unjudged")];
  const all = verdicts.length === 1 ? "The rule holds" : `All ${verdicts.length} rules hold`;
  const broken = `${fails} of ${counted(verdicts.length, "rule")} ${fails === 1 ? "does" : "do"} not hold`;
  const open = `${unjudged} could not be judged`;
  if (unjudged === 0) return `${fails === 0 ? all : broken}.`;
  return fails === 0
    ? `${unjudged} of ${counted(verdicts.length, "rule")} could not be judged.`
    : `${broken}, ${open}.`;
}
