/** The table of the zones that differ. */
import type { ChangedSetting } from "../../plan/zone-source";
import type { MapZone } from "../model";
import { shapeInWords } from "../page/words";
import { grouped, wordOf } from "../words";
import { code, fitLines, prose } from "./text";

/** The most phrases in a cell. */
const mostPhrases = 5;

/** In so many characters at most; empty if there is no such zone, or no room. */
export function tableOf(zones: readonly MapZone[], most: number, where: string): string {
  const rows = zones.filter(({ change }) => change !== "same").map(rowOf);
  if (rows.length === 0) return "";
  const head = "| zone | change | shapes | settings |\n| --- | --- | --- | --- |";
  // The sentence about the rest stands below the table, after an empty line.
  const lines = fitLines(rows, most - head.length - 1, (count) => `\nAnd ${grouped(count)} more ${where}.`);
  return lines.length === 0 ? "" : [head, ...lines].join("\n");
}

function rowOf(zone: MapZone): string {
  const { label, change, details, settings } = zone;
  const phrases = [...shapesOf(zone), ...details.map((phrase) => prose(phrase))];
  return `| ${code(label)} | ${wordOf(change)} | ${cellOf(phrases)} | ${cellOf(settings.map(settingText))} |`;
}

/** The shapes that are created or deleted, in place of differences. */
function shapesOf({ change, before, after }: MapZone): string[] {
  if (change !== "create" && change !== "delete") return [];
  return (after ?? before ?? []).map((shape) =>
    shape.name === "" ? shapeInWords(shape) : `${prose(shape.name)}: ${shapeInWords(shape)}`,
  );
}

function cellOf(phrases: readonly string[]): string {
  const more = phrases.length - mostPhrases;
  return [...phrases.slice(0, mostPhrases), ...(more > 0 ? [`and ${grouped(more)} more`] : [])].join("<br>");
}

/** `minimumRetriggerTime: 60 → 30`; the name alone where the values are not for publication. */
function settingText({ property, before, after }: ChangedSetting): string {
  if (before === undefined && after === undefined) return prose(property);
  const [old, now] = [before, after].map((value) => (value === undefined ? "not set" : prose(value)));
  return `${prose(property)}: ${old} → ${now}`;
}
