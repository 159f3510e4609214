/** The report of a check as Markdown, for a comment on a pull request. */
import type { Verdict } from "../../fences/rules/verdict";
import { code, fitLines } from "../../map/markdown/text";
import { changesOf, disclaimer, summaryOf, type CheckReport } from "./report";

/** By which a pipeline finds its comment again. */
const marker = "<!-- pulumi-bluedot check -->";

/** Characters of a comment on GitHub, less some for what a pipeline adds. */
const mostCharacters = 65_000;

/** Characters of a sentence with names, after which it is cut. */
const longestSentence = 1_500;

export function markdownReport(report: CheckReport): string {
  const { source, rules, verdicts, notes } = report;
  const changes = changesOf(report);
  const head = [
    marker,
    `### ${symbolOf(report)} Fences: ${summaryOf(report)}`,
    "",
    `Zones of ${code(source)}, rules of ${code(rules)}.`,
    "",
    ...(changes.length === 0 ? [] : ["**What changes**", "", ...changes.slice(0, 20).map(bullet), ""]),
  ];
  const end = [
    "",
    ...notes.slice(0, 20).map((note) => `> ${sentence(note)}`),
    "",
    `_This is ${disclaimer}._`,
    "",
  ];
  const left = mostCharacters - [...head, ...end].join("\n").length;
  const worstFirst = verdicts.toSorted((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome));
  const lines = fitLines(worstFirst.map(lineOf), left, (count) => `- … and ${count} rules more`);
  return [...head, ...lines, ...end].join("\n");
}

const order: readonly Verdict["outcome"][] = ["fails", "unjudged", "holds"];
const symbols = { fails: "❌", unjudged: "⚠️", holds: "✅" } as const;

function symbolOf({ verdicts }: CheckReport): string {
  const worst = order.find((outcome) => verdicts.some((verdict) => verdict.outcome === outcome));
  return symbols[worst ?? "holds"];
}

function lineOf({ rule, outcome, title, message }: Verdict): string {
  return `- ${symbols[outcome]} **${rule}** ${sentence(outcome === "holds" ? title : message)}`;
}

function bullet(change: string): string {
  return `- ${sentence(change)}`;
}

/** As code, since it holds names. */
function sentence(text: string): string {
  return code(text, { most: longestSentence });
}
