/** The report of a check as JUnit's XML: a test case for each rule. */
import type { Verdict } from "../../fences/rules/verdict";
import { printable } from "../../provider/printable";
import { changesOf, disclaimer, type CheckReport } from "./report";

export function junitReport(report: CheckReport): string {
  const { verdicts, isStrict, rules, source, notes } = report;
  const isFailure = ({ outcome }: Verdict) => outcome === "fails" || (isStrict && outcome === "unjudged");
  const failures = verdicts.filter(isFailure).length;
  const skipped = verdicts.filter((verdict) => verdict.outcome === "unjudged" && !isStrict).length;
  const counts = `tests="${verdicts.length}" failures="${failures}" errors="0" skipped="${skipped}"`;
  const output = [...changesOf(report), ...notes, disclaimer].join("\n");
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="pulumi-bluedot check" ${counts}>`,
    `  <testsuite name="${escaped(source)}" ${counts}>`,
    ...verdicts.flatMap((verdict) => testCase(verdict, rules, isFailure(verdict))),
    `    <system-out>${escaped(output)}</system-out>`,
    "  </testsuite>",
    "</testsuites>",
    "",
  ].join("\n");
}

function testCase(
  { rule, title, outcome, message, findings }: Verdict,
  rules: string,
  isFailure: boolean,
): string[] {
  const start = `    <testcase classname="${escaped(rules)}" name="${escaped(`${rule}: ${title}`)}"`;
  if (outcome === "holds") return [`${start}/>`];
  const attribute = `message="${escaped(message)}"`;
  if (!isFailure) return [`${start}>`, `      <skipped ${attribute}/>`, "    </testcase>"];
  const lines = findings.map(({ text }) => escaped(text)).join("\n");
  return [`${start}>`, `      <failure ${attribute}>${lines}</failure>`, "    </testcase>"];
}

/** XML has no way to write most control characters, and none for two others. */
function escaped(text: string): string {
  return printable(text)
    .replace(/[\uFFFE\uFFFF]/g, (character) => `\\u${character.charCodeAt(0).toString(16)}`)
    .replace(/[<>&"'\n]/g, (character) => `&#${character.charCodeAt(0)};`);
}
