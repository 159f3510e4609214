/**
 * The rows of a table in a file of any size: only a piece of it is in memory, and nothing is made for a field that nobody
 * asks for. A million rows of a parser that makes them all took 400 MB.
 */
import { closeSync, openSync, readSync } from "node:fs";

import { decode } from "../../files/decode";
import type { Report } from "../../files/report";
import { bytesOf, cannotRead } from "../../files/source";
import { delimiterOf } from "../../files/table/rows";

/** It is another row at each step: what is needed of it must be taken at once. */
export interface CsvRow {
  /** Where it begins, from 1. */
  readonly line: number;
  /** Undefined where the row is too short. */
  field(index: number): string | undefined;
  fields(): string[];
}

/**
 * Every row that is not blank, the header's among them. It ends at a fault.
 *
 * @param source a path, or the bytes of what can be read only once
 */
export function* csvRows(source: string | Buffer, file: string, report: Report): Generator<CsvRow> {
  let scanner: Scanner | undefined;
  for (const piece of wholeRows(source, file, report)) {
    scanner ??= new Scanner(delimiterOf(piece));
    scanner.begin(piece);
    while (scanner.next()) {
      if (scanner.hasText) yield scanner;
    }
    if (!scanner.hasFault) continue;
    const message = "a double quote is not closed, or not at the end of its field";
    report.fault({ position: { line: scanner.line, column: 1 } }, message);
    return;
  }
}

const [quote, lineEnd, blank] = [0x22, 0x0a, 0x20];

class Scanner implements CsvRow {
  readonly #delimiter: number;
  #piece = "";
  #at = 0;
  #nextLine = 1;
  /** The start and the end of each field in the piece. */
  readonly #bounds: number[] = [];
  #count = 0;
  line = 1;
  /** False for a row of blanks. */
  hasText = false;
  hasFault = false;

  constructor(delimiter: string) {
    this.#delimiter = delimiter.charCodeAt(0);
  }

  begin(piece: string): void {
    this.#piece = piece;
    this.#at = 0;
  }

  /** False at the end of the piece, and at a fault. */
  next(): boolean {
    if (this.#at >= this.#piece.length) return false;
    this.line = this.#nextLine;
    this.hasText = false;
    this.#count = 0;
    for (;;) {
      const end = this.#fieldEnd(this.#at);
      if (end === undefined) {
        this.hasFault = true;
        return false;
      }
      this.#bounds[2 * this.#count] = this.#at;
      this.#bounds[2 * this.#count + 1] = end;
      this.#count += 1;
      this.#at = end + 1;
      if (this.#piece.charCodeAt(end) === this.#delimiter) continue;
      this.#nextLine += 1;
      return true;
    }
  }

  field(index: number): string | undefined {
    if (index >= this.#count) return undefined;
    const text = this.#piece.slice(this.#bounds[2 * index], this.#bounds[2 * index + 1]);
    return text.startsWith('"') ? text.trimEnd().slice(1, -1).replaceAll('""', '"') : text;
  }

  fields(): string[] {
    return Array.from({ length: this.#count }, (_, index) => this.field(index) ?? "");
  }

  /** The index of the delimiter or line end after a field, or of the piece's end. */
  #fieldEnd(start: number): number | undefined {
    const isQuoted = this.#piece.charCodeAt(start) === quote;
    let at = isQuoted ? this.#afterQuotes(start + 1) : start;
    if (at < 0) return undefined;
    for (; at < this.#piece.length; at += 1) {
      const code = this.#piece.charCodeAt(at);
      if (code === this.#delimiter || code === lineEnd) break;
      if (code === blank) continue;
      if (isQuoted) return undefined;
      this.hasText = true;
    }
    return at;
  }

  /** The index after the closing quote; -1 without one. A quote in quotes is written twice. */
  #afterQuotes(start: number): number {
    for (let at = start; at < this.#piece.length; at += 1) {
      const code = this.#piece.charCodeAt(at);
      if (code === lineEnd) this.#nextLine += 1;
      if (code === quote) {
        if (this.#piece.charCodeAt(at + 1) !== quote) return at + 1;
        at += 1;
      }
      if (code > blank) this.hasText = true;
    }
    return -1;
  }
}

/** Pieces that end with a row's end, and have `\n` alone at the ends of lines. */
function* wholeRows(source: string | Buffer, file: string, report: Report): Generator<string> {
  let ends: RowEnds | undefined;
  let rest = "";
  for (const text of textsOf(source, file, report)) {
    let added = text;
    if (ends === undefined) {
      added = rest + text;
      rest = "";
      if (/\S/.test(text)) {
        added = withoutSeparatorLine(added);
        ends = new RowEnds(delimiterOf(added));
      }
    }
    const end = ends?.lastIn(added) ?? 0;
    if (end > 0) yield rest + added.slice(0, end);
    // Only what is new is looked at: one row may be the whole file.
    rest = end > 0 ? added.slice(end) : rest + added;
  }
  if (rest !== "") yield rest;
}

/** Excel's own first line, which names the separator, is made blank, so that all lines keep their numbers. */
function withoutSeparatorLine(text: string): string {
  return text.replace(/^sep=.(?=\n)/i, (line) => " ".repeat(line.length));
}

/** Where rows end in texts that follow each other. As for `Scanner`, quotes open only where a field begins. */
class RowEnds {
  readonly #delimiter: number;
  #state: "start" | "within" | "quoted" | "after a quote" = "start";

  constructor(delimiter: string) {
    this.#delimiter = delimiter.charCodeAt(0);
  }

  /** The index after the last line end that is not in quotes; 0 without one. */
  lastIn(text: string): number {
    let end = 0;
    let state = this.#state;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (state === "quoted") {
        if (code === quote) state = "after a quote";
      } else if (code === quote && state !== "within") state = "quoted";
      else if (code === lineEnd) {
        end = at + 1;
        state = "start";
      } else state = code === this.#delimiter ? "start" : "within";
    }
    this.#state = state;
    return end;
  }
}

/** Bytes that are read at once. */
const pieceSize = 1 << 16;

function* textsOf(source: string | Buffer, file: string, report: Report): Generator<string> {
  try {
    let decoder: InstanceType<typeof TextDecoder> | undefined;
    let held = "";
    for (const bytes of typeof source === "string" ? bytePieces(source, file) : [source, Buffer.alloc(0)]) {
      decoder ??= new TextDecoder(encodingOf(bytes), { fatal: true });
      const isMore = bytes.length > 0;
      const text = held + decoder.decode(bytes, { stream: isMore });
      // The line end may go on in the next piece.
      held = isMore && text.endsWith("\r") ? "\r" : "";
      yield (held === "" ? text : text.slice(0, -1)).replaceAll(/\r\n?/g, "\n");
    }
  } catch (error) {
    // It names the place of the first byte that is no text.
    if (!(error instanceof TypeError)) throw error;
    decode(typeof source === "string" ? bytesOf(source, file) : source, report);
  }
}

/** The last one is empty. Each must be used before the next one is read. */
function* bytePieces(path: string, file: string): Generator<Buffer> {
  const bytes = Buffer.alloc(pieceSize);
  const source = opened(path, file);
  try {
    for (;;) {
      const length = readPiece(source, bytes, path, file);
      yield bytes.subarray(0, length);
      if (length === 0) return;
    }
  } finally {
    closeSync(source);
  }
}

function readPiece(source: number, bytes: Buffer, path: string, file: string): number {
  try {
    return readSync(source, bytes, 0, bytes.length, null);
  } catch (error) {
    throw cannotRead(path, file, error);
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
