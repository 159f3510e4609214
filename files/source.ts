/** The bytes of a file, and where its faults and warnings go. */
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { resolve } from "node:path";

import { sentenceOf, ZoneFileError } from "./fault";
import { mostBytes } from "./limits";
import type { WarningOptions } from "./options";
import { Report } from "./report";
import type { SpellOption } from "./spelling";

/**
 * The bytes of a path, which may be a device or a pipe that never ends.
 *
 * @param file as the user named it
 * @param most the most bytes that are read. Default: those of a file of zones
 * @throws ZoneFileError if it cannot be read, or is too large
 */
export function bytesOf(path: string, file: string = path, most: number = mostBytes): Buffer {
  try {
    const source = openSync(path, "r");
    try {
      const { size } = fstatSync(source);
      const bytes = size > most ? undefined : readWithinBound(source, size, most);
      if (bytes !== undefined) return bytes;
    } finally {
      closeSync(source);
    }
  } catch (error) {
    throw cannotRead(path, file, error);
  }
  throw tooLarge(file, most);
}

/** As `bytesOf`, for a stream such as standard input. */
export async function bytesOfStream(
  stream: AsyncIterable<unknown>,
  file: string,
  most: number = mostBytes,
): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of stream) {
    if (typeof piece !== "string" && !(piece instanceof Uint8Array)) continue;
    const bytes = Buffer.from(piece);
    size += bytes.length;
    if (size > most) throw tooLarge(file, most);
    pieces.push(bytes);
  }
  return Buffer.concat(pieces);
}

/** @param expected 0 where the system does not know */
function readWithinBound(source: number, expected: number, most: number): Buffer | undefined {
  const pieces: Buffer[] = [];
  // One byte more than expected shows at once that nothing follows.
  for (let length = expected + 1, size = 0; ; length = pieceLength) {
    const piece = Buffer.allocUnsafe(Math.max(length, pieceLength));
    const count = readSync(source, piece);
    const [first] = pieces;
    if (count === 0) return pieces.length === 1 && first !== undefined ? first : Buffer.concat(pieces);
    size += count;
    if (size > most) return undefined;
    pieces.push(piece.subarray(0, count));
  }
}

const pieceLength = 65_536;

function tooLarge(file: string, most: number): ZoneFileError {
  return new ZoneFileError(file, [], `${file}: it is larger than ${most / 2 ** 20} MB; split it`);
}

/** The error of a file that the system refuses. */
export function cannotRead(path: string, file: string, error: unknown): ZoneFileError {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const reason = reasons[code] ?? `it cannot be read (${code})`;
  return new ZoneFileError(file, [], `${file}: ${reason}; looked for ${resolve(path)}`);
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  ENOTDIR: "there is no such file",
  EISDIR: "this is a folder, and not a file",
  EACCES: "it may not be read",
};

/**
 * The result of `read` for a file.
 *
 * @param spell how sentences name options
 * @throws ZoneFileError with every fault that `read` reports
 */
export function reporting<T>(
  file: string,
  { onWarning }: WarningOptions,
  read: (report: Report) => T,
  spell?: SpellOption,
): T {
  const report = new Report(spell);
  const result = read(report);
  if (report.hasFaults) throw new ZoneFileError(file, report.faultsInOrder());
  for (const warning of report.warnings()) {
    const sentence = sentenceOf(file, warning);
    if (onWarning === undefined) console.warn(sentence);
    else onWarning(sentence, warning);
  }
  return result;
}
