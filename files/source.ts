/** The bytes of a file, and where its faults and warnings go. */
import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";

import { sentenceOf, ZoneFileError } from "./fault";
import { mostBytes } from "./limits";
import type { WarningOptions } from "./options";
import { Report } from "./report";
import type { SpellOption } from "./spelling";

/** @throws ZoneFileError if it cannot be read, or is too large to be a file of zones */
export function bytesOf(path: string, file: string = path): Buffer {
  try {
    const { size } = statSync(path);
    if (size <= mostBytes) return readFileSync(path);
  } catch (error) {
    throw cannotRead(path, file, error);
  }
  throw new ZoneFileError(file, [], `${file} is larger than ${mostBytes / 2 ** 20} MB; split it`);
}

/** The error of a file that the system refuses. */
export function cannotRead(path: string, file: string, error: unknown): ZoneFileError {
  const reason = error instanceof Error ? error.message.replace(/,[^,]*$/, "") : String(error);
  return new ZoneFileError(file, [], `${file} cannot be read: ${reason}; looked for ${resolve(path)}`);
}

/**
 * What `read` makes of a file.
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
