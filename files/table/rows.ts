/** The rows of a CSV text, each of whose fields knows where it stands. */
import Papa from "papaparse";

import type { Position } from "../fault";
import type { Field } from "./part";
import { positionsIn } from "../position";
import type { Report } from "../report";

export interface Row {
  /** The cells of the row, which may be more or fewer than those of the header. */
  readonly texts: readonly string[];
  /** The field of this index; blank where the row is too short. */
  field(index: number, columnName: string): Field;
}

/** Every row that is not blank, the header's among them. `text` has lines ended by `\n`. */
export function rowsOf(text: string, report: Report): Row[] {
  const delimiter = delimiterOf(text);
  const positionAt = positionsIn(text);
  const rows: Row[] = [];
  let next = 0;
  // The parser knows a quote before a line's end, and not before the text's end with a blank between.
  Papa.parse<string[]>(`${text}\n`, {
    delimiter,
    newline: "\n",
    step: ({ data, errors, meta }) => {
      const start = next;
      next = meta.cursor;
      const quote = errors[0]?.index;
      if (quote !== undefined) reportQuotes(quote, positionAt, report);
      else if (data.some((field) => field.trim() !== "")) rows.push(rowAt(start, data));
    },
  });
  return rows;

  function rowAt(start: number, texts: string[]): Row {
    return {
      texts,
      field: (index, columnName) => ({
        columnName,
        text: texts[index] ?? "",
        positionOf: (at) =>
          positionAt(indexOf(text, delimiter, start, Math.min(index, texts.length - 1), at)),
      }),
    };
  }
}

/** The separator that the header has most of, outside of quotes. */
export function delimiterOf(text: string): string {
  const header = (/^.*\S.*$/m.exec(text)?.[0] ?? "").replaceAll(/"[^"]*"/g, "");
  const counts = [",", ";", "\t", "|"].map((each) => ({ each, count: header.split(each).length }));
  return counts.reduce((most, next) => (next.count > most.count ? next : most)).each;
}

/** A quote that is missing and one that is too many look alike: either way the field ends where it should not. */
function reportQuotes(index: number, positionAt: (index: number) => Position, report: Report): void {
  report.fault(
    { position: positionAt(index - 1) },
    "the double quote that opens here is not closed, or not at the end of its field; " +
      'a double quote in a text is written twice: ""',
  );
}

/** The index in the text of a character of a field of the row that begins at `start`. */
function indexOf(text: string, delimiter: string, start: number, field: number, at: number): number {
  let index = start;
  for (let skipped = 0; skipped < field; skipped += 1) {
    index = text.indexOf(delimiter, afterQuotes(text, index)) + delimiter.length;
  }
  if (text[index] !== '"') return index + at;
  index += 1;
  // A quote in quotes is written twice and counts once.
  for (let passed = 0; passed < at; passed += 1) index += text[index] === '"' ? 2 : 1;
  return index;
}

/** The index after the closing quote of a field that is quoted; else where the field begins. */
function afterQuotes(text: string, start: number): number {
  if (text[start] !== '"') return start;
  let index = start + 1;
  while (index < text.length) {
    if (text[index] !== '"') index += 1;
    else if (text[index + 1] === '"') index += 2;
    else break;
  }
  return index + 1;
}
