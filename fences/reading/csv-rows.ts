/** The rows of a table in a file of any size: only a piece of it is in memory. */
import { closeSync, openSync, readSync } from "node:fs";

import Papa from "papaparse";

import { decode } from "../../files/decode";
import type { Report } from "../../files/report";
import { bytesOf, cannotRead } from "../../files/source";
import { delimiterOf } from "../../files/table/rows";

export interface CsvRow {
  readonly fields: readonly string[];
  /** Where it begins, from 1. */
  readonly line: number;
}

/** Every row that is not blank, the header's among them. It ends at a fault. */
export function* csvRows(path: string, file: string, report: Report): Generator<CsvRow> {
  let delimiter: string | undefined;
  let line = 1;
  for (const piece of wholeRows(path, file, report)) {
    delimiter ??= delimiterOf(piece);
    const { data, errors } = Papa.parse<string[]>(piece, { delimiter, newline: "\n" });
    const wrong = errors[0]?.row;
    for (const [at, fields] of data.entries()) {
      if (at === wrong) {
        report.fault(
          { position: { line, column: 1 } },
          "a double quote is not closed, or not at the end of its field",
        );
        return;
      }
      if (fields.some((field) => field.trim() !== "")) yield { fields, line };
      // After the last line's end there is one more field, and no line.
      line += at + 1 < data.length ? 1 + lineEndsIn(fields) : 0;
    }
  }
}

function lineEndsIn(fields: readonly string[]): number {
  return fields.reduce((sum, field) => sum + (field.includes("\n") ? field.split("\n").length - 1 : 0), 0);
}

/** Pieces that end with a row's end, and have `\n` alone at the ends of lines. */
function* wholeRows(path: string, file: string, report: Report): Generator<string> {
  let rest = "";
  for (const text of textsOf(path, file, report)) {
    rest += text;
    const end = lastRowEnd(rest);
    if (end === 0) continue;
    yield rest.slice(0, end);
    rest = rest.slice(end);
  }
  if (rest !== "") yield rest;
}

/** The index after the last line end that is not between quotes. */
function lastRowEnd(text: string): number {
  let end = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) isQuoted = !isQuoted;
    else if (code === lineEnd && !isQuoted) end = at + 1;
  }
  return end;
}

const [quote, lineEnd] = [0x22, 0x0a];

/** Bytes that are read at once. */
const pieceSize = 1 << 20;

function* textsOf(path: string, file: string, report: Report): Generator<string> {
  const bytes = Buffer.alloc(pieceSize);
  const source = opened(path, file);
  try {
    let decoder: InstanceType<typeof TextDecoder> | undefined;
    let held = "";
    for (;;) {
      const length = readSync(source, bytes, 0, pieceSize, null);
      decoder ??= new TextDecoder(encodingOf(bytes), { fatal: true });
      const text = held + decoder.decode(bytes.subarray(0, length), { stream: length > 0 });
      // The line end may go on in the next piece.
      held = length > 0 && text.endsWith("\r") ? "\r" : "";
      yield (held === "" ? text : text.slice(0, -1)).replaceAll(/\r\n?/g, "\n");
      if (length === 0) return;
    }
  } catch (error) {
    // It names the place of the first byte that is no text.
    if (!(error instanceof TypeError)) throw cannotRead(path, file, error);
    decode(bytesOf(path, file), report);
  } finally {
    closeSync(source);
  }
}

function opened(path: string, file: string): number {
  try {
    return openSync(path, "r");
  } catch (error) {
    throw cannotRead(path, file, error);
  }
}

function encodingOf(bytes: Buffer): "utf-8" | "utf-16le" | "utf-16be" {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
}
