/** A map as Markdown, for a comment on a pull request: counts, a table, and blocks of GeoJSON that GitHub draws. */
import type { Change, HiddenZone } from "../plan/zone-source";
import { mapsOf } from "./markdown/maps";
import { tableOf } from "./markdown/table";
import { code, fitLines, prose } from "./markdown/text";
import type { MapModel } from "./model";
import { changes, grouped, marker, reasonText, summaryOf, wordOf } from "./words";

export interface MarkdownOptions {
  /**
   * The most characters, from 10,000.
   *
   * @default 65_000: a comment on GitHub has 65,536, and a bot may add lines of its own
   */
  readonly limit?: number;
  /** The name of the file with the whole map, for what does not fit. */
  readonly htmlName?: string | undefined;
}

const leastLimit = 10_000;

/** The most characters of a note. */
const mostInNote = 400;

/**
 * The map within a limit of characters. Labels, and names of more than plain words, stand in code, so that they notify
 * nobody. The first line is a comment by which a bot finds its earlier comment and replaces it.
 *
 * @throws RangeError if the limit is less than 10,000
 * @example
 * appendFileSync(process.env["GITHUB_STEP_SUMMARY"], markdownOf(modelOf(source)));
 */
export function markdownOf(model: MapModel, { limit = 65_000, htmlName }: MarkdownOptions = {}): string {
  if (!(limit >= leastLimit))
    throw new RangeError(`The limit is ${limit} characters, less than ${leastLimit}.`);
  const where = htmlName === undefined ? "in the map file" : `in ${code(htmlName)}`;
  const head = [
    `<!-- ${marker} -->`,
    `**${summaryOf(model)}**`,
    ...(hasChanges(model) ? [] : ["No changes of zones."]),
  ];
  // Short parts come first to their share, so that the maps get all the rest.
  let left = limit - lengthOf(head);
  const fitted = (part: string) => {
    left -= part === "" ? 0 : part.length + 2;
    return part;
  };
  const notes = fitted(
    listOf(
      "Notes",
      model.notes.map((note) => prose(note, { most: mostInNote })),
      left / 10,
      where,
    ),
  );
  const hidden = fitted(listOf("Not drawn", model.hidden.map(hiddenText), left / 6, where));
  const table = fitted(tableOf(model.zones, left / 2, where));
  const maps = mapsOf(model.zones, model.kind === "plan", left - separators, where);
  const parts = [...head, table, ...maps, hidden, notes].filter((part) => part !== "");
  return `${parts.join("\n\n")}\n`;
}

/** The empty lines around the maps, of which there are four at most, and the line end of the whole. */
const separators = 4 * 2 + 1;

/** True also for a source of one version, of which nobody asks for changes. */
function hasChanges({ kind, counts, hidden }: MapModel): boolean {
  const isChanged = (change: Change) => change !== "same";
  return (
    kind !== "plan" ||
    changes.some((change) => isChanged(change) && counts[change] > 0) ||
    hidden.some(({ change }) => isChanged(change))
  );
}

function hiddenText({ label, change, reason }: HiddenZone): string {
  return `${code(label)} (${wordOf(change)}): ${reasonText(reason)}`;
}

function listOf(title: string, items: readonly string[], most: number, where: string): string {
  if (items.length === 0) return "";
  const head = `**${title}**\n`;
  const lines = items.map((item) => `- ${item}`);
  const fitting = fitLines(lines, most - head.length - 1, (count) => `- and ${grouped(count)} more ${where}`);
  return fitting.length === 0 ? "" : [head, ...fitting].join("\n");
}

function lengthOf(parts: readonly string[]): number {
  return parts.reduce((sum, { length }) => sum + length + 2, 0);
}
