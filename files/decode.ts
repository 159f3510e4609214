/** The text of a file's bytes: UTF-8 or, as Excel's "Unicode Text", UTF-16 with a byte-order mark. */
import { isUtf8 } from "node:buffer";

import { positionsIn } from "./position";
import type { Report } from "./report";

const start = { position: { line: 1, column: 1 } };
const adviceForTables = 'save it as "CSV UTF-8"';

/**
 * Without byte-order mark and with every line ended by `\n`; nothing where it is no text.
 *
 * @param advice what to do with a file in another encoding
 */
export function decode(bytes: Buffer, report: Report, advice = adviceForTables): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16("utf-16le", bytes, report, advice);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16("utf-16be", bytes, report, advice);
  if (!isUtf8(bytes)) {
    reportNotUtf8(bytes, report, advice);
    return undefined;
  }
  return plain(bytes.toString("utf8"), report, advice);
}

/** As `decode`, for a text that the program holds already. */
export function plain(text: string, report: Report, advice = adviceForTables): string | undefined {
  const unmarked = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const lines = unmarked.replaceAll(/\r\n?/g, "\n");
  const nul = lines.indexOf("\0");
  if (nul < 0) return lines;
  const position = positionsIn(lines)(nul);
  report.fault(
    { position },
    `a NUL character: this is no text, or UTF-16 without a byte-order mark; ${advice}`,
  );
  return undefined;
}

function decodeUtf16(
  encoding: "utf-16le" | "utf-16be",
  bytes: Buffer,
  report: Report,
  advice: string,
): string | undefined {
  try {
    return plain(new TextDecoder(encoding, { fatal: true }).decode(bytes), report, advice);
  } catch {
    report.fault(start, `this begins like ${encoding.toUpperCase()} text but is none; ${advice}`);
    return undefined;
  }
}

function reportNotUtf8(bytes: Buffer, report: Report, advice: string): void {
  const valid = validUtf8(bytes);
  const before = plain(bytes.toString("utf8", 0, valid), report, advice);
  if (before === undefined) return;
  const byte = (bytes[valid] ?? 0).toString(16).toUpperCase().padStart(2, "0");
  report.fault(
    { position: positionsIn(before)(before.length) },
    `the byte 0x${byte} is not UTF-8; ${advice}`,
  );
}

/** The number of bytes at the beginning that are whole UTF-8 characters. */
function validUtf8(bytes: Buffer): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (beginsUtf8(bytes.subarray(0, middle))) low = middle;
    else high = middle - 1;
  }
  while (low > 0 && !isUtf8(bytes.subarray(0, low))) low -= 1;
  return low;
}

/** True if the bytes may be the beginning of a UTF-8 character that is cut off. */
function beginsUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
