/** Maps the fields of a row to the columns of the dialect. */
import { distance } from "fastest-levenshtein";

import { Part } from "../table/part";
import type { Report } from "../report";
import type { Row } from "../table/rows";

const requiredColumns = ["zoneName", "minimumRetriggerTime", "fences"] as const;
const optionalColumns = [
  "timeActive",
  "activeAllDay",
  "enableCheckOut",
  "messageActions",
  "customActions",
] as const;
const allColumns = [...requiredColumns, ...optionalColumns];

export type ColumnName = (typeof allColumns)[number];

export interface Columns {
  /** Column → the index of its field. */
  readonly indexes: ReadonlyMap<ColumnName, number>;
  /** The names as the header has them; a blank one names no column. */
  readonly header: readonly string[];
}

/** The columns of a header; nothing where it is none. Case and white space in a name say nothing. */
export function columnsOf(header: Row, report: Report): Columns | undefined {
  const indexes = new Map<ColumnName, number>();
  const unknown: Part[] = [];
  for (const [index, text] of header.texts.entries()) {
    const name = allColumns.find((column) => plainName(column) === plainName(text));
    const before = name === undefined ? undefined : indexes.get(name);
    if (name === undefined) {
      if (text.trim() !== "") unknown.push(new Part(header.field(index, text.trim())));
    } else if (before === undefined) {
      indexes.set(name, index);
    } else {
      report.fault(new Part(header.field(index, name)), `${name} is a column twice; leave one of them out`);
    }
  }
  if (indexes.size === 0) {
    reportNoHeader(header, report);
    return undefined;
  }
  const guesses = unknown.map((part) => reportUnknown(part, indexes, report));
  const missing = requiredColumns.filter((column) => !indexes.has(column) && !guesses.includes(column));
  for (const column of missing) {
    report.fault(new Part(header.field(0, column)), `the header lacks ${column}, which is required`);
  }
  return { indexes, header: header.texts };
}

function reportNoHeader(header: Row, report: Report): void {
  const { position } = new Part(header.field(0, ""));
  report.fault({ position }, `this must be a header that names the columns: ${allColumns.join(", ")}`);
}

/** Answers the column that was probably meant. */
function reportUnknown(
  part: Part,
  indexes: ReadonlyMap<ColumnName, number>,
  report: Report,
): ColumnName | undefined {
  const ranked = allColumns
    .filter((column) => !indexes.has(column))
    .map((column) => ({ column, far: distance(plainName(part.text), plainName(column)) }))
    .sort((a, b) => a.far - b.far);
  const best = ranked[0];
  const guess = best && best.far <= Math.max(2, Math.floor(part.text.length / 4)) ? best.column : undefined;
  const advice = guess === undefined ? `the columns are ${allColumns.join(", ")}` : `did you mean ${guess}?`;
  report.fault(part, `"${part.text}" is no column of a zone file; ${advice}`);
  return guess;
}

function plainName(name: string): string {
  return name.replaceAll(/\s/g, "").toLowerCase();
}
