/** Reads a text or bytes as a file, for tests. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { readDestinations, readZones, ZoneFileError, type ReadDestinationsOptions } from "../../../files";
import type { DestinationRow, ReadZonesOptions, ZoneRow } from "../../../files";

export interface Outcome<T> {
  readonly rows: T[];
  /** Each without the file's path. */
  readonly warnings: string[];
  /** Each without the file's path. */
  readonly faults: string[];
}

/** The zones of a file with this content; all have 3600 s unless the options say otherwise. */
export function zonesOf(
  content: string | Buffer,
  options: ReadZonesOptions = {},
  name = "x",
): Outcome<ZoneRow> {
  return outcomeOf(content, name, (path, onWarning) =>
    readZones(path, { minimumRetriggerTime: 3600, onWarning, ...options }),
  );
}

export function destinationsOf(content: string, options: ReadDestinationsOptions): Outcome<DestinationRow> {
  return outcomeOf(content, "x.csv", (path, onWarning) => readDestinations(path, { onWarning, ...options }));
}

function outcomeOf<T>(
  content: string | Buffer,
  name: string,
  read: (path: string, onWarning: (sentence: string) => void) => T[],
): Outcome<T> {
  const folder = mkdtempSync(join(tmpdir(), "zones-"));
  const path = join(folder, name);
  const short = (sentence: string) =>
    sentence.replaceAll(`${path}: `, "").replaceAll(path, name).replace(/^x:/, "");
  const warnings: string[] = [];
  try {
    writeFileSync(path, content);
    const rows = read(path, (sentence) => void warnings.push(short(sentence)));
    return { rows, warnings, faults: [] };
  } catch (error) {
    if (!(error instanceof ZoneFileError)) throw error;
    return { rows: [], warnings, faults: error.message.split("\n").map(short) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
