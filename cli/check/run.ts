/** Reads zones and rules, judges, and gives the report. */
import { readingIn } from "../../fences/reading/files";
import { judgeRules } from "../../fences/rules/judge";
import { printable } from "../../provider/printable";
import { readSource } from "../source";
import { hiddenNotes, versionsOf } from "../versions";
import { warningText } from "../warning";
import type { CheckOptions } from "./options";
import { holds, textReport, type CheckReport } from "./report";
import { jsonReport } from "./report-json";
import { junitReport } from "./report-junit";
import { markdownReport } from "./report-markdown";
import { rulesOf } from "./rules";

/** The output of the command. */
export interface CheckResult {
  readonly report: string;
  readonly holds: boolean;
}

/** The machine, or what a test has in its place. */
export interface Machine {
  readonly folder: string;
  readonly readSource: typeof readSource;
  readonly warn: (sentence: string) => void;
}

const thisMachine: Machine = {
  folder: process.cwd(),
  readSource,
  warn: (sentence) => {
    console.error(printable(sentence));
  },
};

/** @throws an error of a sentence, or of one line for each fault of a file or of the rules */
export async function check(
  sourceName: string,
  options: CheckOptions,
  machine: Machine = thisMachine,
): Promise<CheckResult> {
  const { folder, warn } = machine;
  const given = rulesOf(options, folder);
  if (options.rules === undefined && given.name !== "options") warn(`The rules are those of ${given.name}.`);
  const sourceOptions = {
    command: "check",
    radius: options.radius,
    name: options.name,
    onWarning: warn,
  } as const;
  const source = await machine.readSource(sourceName, sourceOptions);
  const earlier =
    options.before === undefined ? undefined : await machine.readSource(options.before, sourceOptions);
  const versions = versionsOf(source, earlier);
  if (versions.after.length === 0 && source.hidden.length > 0)
    throw new Error(`All zones of ${source.name} are hidden, so that nothing can be judged by it.`);
  const { rules, name } = given;
  const verdicts = judgeRules(versions, rules, {
    reading: readingIn(given.folder, (sentence) => {
      warn(warningText(sentence));
    }),
    name,
  });
  const isStrict = options.strict === true;
  const report: CheckReport = {
    source: source.name,
    rules: name,
    zones: versions.after.length,
    verdicts,
    isStrict,
    hidden: source.hidden,
    notes: [...source.notes, ...hiddenNotes(source)],
  };
  for (const { rule, outcome, message } of verdicts) {
    if (outcome === "unjudged" && !isStrict) warn(`Warning: ${name} ${rule} could not be judged: ${message}`);
  }
  return { report: write(report, options.format), holds: holds(report) };
}

function write(report: CheckReport, format: CheckOptions["format"]): string {
  switch (format) {
    case "text":
      return printable(textReport(report));
    case "json":
      return jsonReport(report);
    case "junit":
      return junitReport(report);
    case "markdown":
      return markdownReport(report);
  }
}
