/** The one file of a store: read and compacted at the start, then only ever appended to. */
import { open, readFile, realpath, rename } from "node:fs/promises";
import { dirname, resolve } from "node:path";

import { EmulatorError } from "../errors";
import { isObject, parseJson } from "../json";
import { changes, type Change } from "./change";
import { Journal } from "./journal";
import { lockFile } from "./lock";

/** Fills a store from its file, and gives its contents. */
export interface Contents {
  readonly apply: (change: Change) => void;
  readonly snapshot: () => Change[];
}

export interface DataFile {
  readonly append: (changes: Change[]) => void;
  readonly flushed: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const header = { format: "bluedot-emulator", version: 1 };

/** Opens a data file for one emulator alone. */
export async function openDataFile(data: string, contents: Contents): Promise<DataFile> {
  try {
    const path = await realPath(data);
    const unlock = await lockFile(path);
    try {
      const bytes = await readIfThere(path);
      if (bytes !== undefined) load(bytes, path, contents.apply);
      await compact(path, contents.snapshot());
      const journal = new Journal(await open(path, "a"), path);
      const close = async () => {
        await journal.close().finally(unlock);
      };
      const append = (together: Change[]) => {
        journal.append(JSON.stringify(together));
      };
      return { append, flushed: () => journal.flushed(), close };
    } catch (error) {
      await unlock();
      throw error;
    }
  } catch (error) {
    throw explained(error, data);
  }
}

/** Applies every line. The last one may be torn: a crash came before its write was acknowledged. */
function load(bytes: Buffer, path: string, apply: Contents["apply"]): void {
  const lines = bytes.toString("utf8").split("\n");
  // After the final newline there is nothing, unless the last line was torn before its own.
  const torn = lines.pop() ?? "";
  if (lines.length === 0 && torn === "") return;
  const first = parseJson(lines[0] ?? "");
  if (!isObject(first) || first["format"] !== header.format || first["version"] !== header.version) {
    throw new EmulatorError(
      `${path} is not a data file of this emulator: its first line is not ${JSON.stringify(header)}. ` +
        "Give another path, or move the file away.",
    );
  }
  for (const [index, line] of lines.entries()) {
    if (index === 0) continue;
    const parsed = changes.safeParse(parseJson(line));
    if (!parsed.success) {
      throw new EmulatorError(
        `${path} is damaged: line ${index + 1} is not a record of this emulator. ` +
          "Restore the file from a copy, remove that line, or start with another file.",
      );
    }
    parsed.data.forEach(apply);
  }
  const last = changes.safeParse(parseJson(torn));
  if (last.success) last.data.forEach(apply);
}

/** Writes what is worth keeping beside the file and puts it in its place in one step. */
async function compact(path: string, snapshot: Change[]): Promise<void> {
  const temporary = `${path}.compacting`;
  const lines = [header, ...snapshot.map((change) => [change])].map((line) => `${JSON.stringify(line)}\n`);
  const file = await open(temporary, "w", 0o600);
  try {
    await file.writeFile(lines.join(""));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
  await syncFolder(dirname(path));
}

async function syncFolder(path: string): Promise<void> {
  // Windows cannot open a folder, and needs no such thing.
  if (process.platform === "win32") return;
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** One name for a file that has several, so that they share a lock. */
async function realPath(data: string): Promise<string> {
  const path = resolve(data);
  return realpath(path).catch(() => path);
}

async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return isObject(error) && error["code"] === "ENOENT";
}

function explained(error: unknown, data: string): EmulatorError {
  if (error instanceof EmulatorError) return error;
  const reason = isMissing(error)
    ? `The folder ${dirname(resolve(data))} is not there: create it, or give another path.`
    : error instanceof Error
      ? error.message
      : String(error);
  return new EmulatorError(`The data file ${data} cannot be used: ${reason}`, { cause: error });
}
