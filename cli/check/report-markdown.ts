/** The report of a check as Markdown, for a comment on a pull request. */
import type { Verdict } from "../../fences/rules/verdict";
import { code, fitLines } from "../../map/markdown/text";
import { changesOf, disclaimer, summaryOf, type CheckReport } from "./report";
import { sentenceMarkdown } from "./sentence-markdown";

/** By which a pipeline finds its comment again. */
const marker = "<!-- pulumi-bluedot check -->";

/** Characters of a comment on GitHub, less some for what a pipeline adds. */
const mostCharacters = 65_000;

export function markdownReport(report: CheckReport): string {
  const { source, rules, verdicts, notes } = report;
  const changes = changesOf(report);
  const head = [
    marker,
    `### ${symbolOf(report)} Fences: ${summaryOf(report)}`,
    "",
    `Zones of ${code(source)}, rules of ${code(rules)}.`,
    "",
    ...listOf("What changes", changes),
    // A title between two lists, which would be one without it.
    "**Rules**",
    "",
  ];
  const end = ["", ...listOf("Notes", notes), `_This is ${disclaimer}._`, ""];
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
  return `- ${symbols[outcome]} **${rule}** ${sentenceMarkdown(outcome === "holds" ? title : message)}`;
}

/** Characters that all changes, and all notes, may take of a comment: half of it is left for the rules. */
const mostOfList = 16_000;

/** A list with a title; nothing where there is none. */
function listOf(title: string, sentences: readonly string[]): string[] {
  if (sentences.length === 0) return [];
  const bullets = sentences.map((each) => `- ${sentenceMarkdown(each)}`);
  return [`**${title}**`, "", ...fitLines(bullets, mostOfList, (count) => `- … and ${count} more`), ""];
}
