/** The one file of a store. It always holds a whole snapshot: the next one is written beside it and takes its place. */
import { randomUUID } from "node:crypto";
import { access, constants, readFile, realpath, rename, rm, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";

import { EmulatorError } from "../errors";
import { isObject } from "../json";

export class DataFile {
  /** What we read or wrote last: anything else there is another program's. */
  #content: Buffer | undefined;
  #changes = 0;
  #saved = 0;
  #writing: Promise<void> | undefined;

  private constructor(
    readonly path: string,
    content: Buffer | undefined,
  ) {
    this.#content = content;
  }

  /** Opens a file, which the first change makes when it is not there. */
  static async open(data: string): Promise<DataFile> {
    const given = resolve(data);
    try {
      // A link stays what it is: the file behind it is replaced.
      const path = await realpath(given).catch(() => given);
      await access(dirname(path), constants.W_OK);
      return new DataFile(path, await readIfThere(path));
    } catch (error) {
      throw explained(error, given);
    }
  }

  /** What the file held when it was opened; empty when there was none. */
  get text(): string {
    return this.#content?.toString("utf8") ?? "";
  }

  /** Notes that the file is behind. */
  changed(): void {
    this.#changes += 1;
  }

  /** Resolves when the file holds every change so far. What comes during a write shares the next one. */
  async durable(snapshot: () => string): Promise<void> {
    const wanted = this.#changes;
    while (this.#saved < wanted) {
      this.#writing ??= this.#write(snapshot()).finally(() => {
        this.#writing = undefined;
      });
      await this.#writing;
    }
  }

  async #write(text: string): Promise<void> {
    const changes = this.#changes;
    const content = Buffer.from(text);
    // A name of its own, so that two emulators never write into one.
    const temporary = `${this.path}.${randomUUID()}.tmp`;
    try {
      await writeFile(temporary, content, { mode: 0o600, flush: true });
      const found = await readIfThere(this.path);
      if (found !== undefined && this.#content?.equals(found) !== true)
        throw new EmulatorError(
          `The data file ${this.path} was changed by another program: start this emulator again, alone on that file. Its last changes are lost then.`,
        );
      await rename(temporary, this.path);
    } catch (error) {
      await rm(temporary, { force: true });
      throw explained(error, this.path);
    }
    this.#content = content;
    this.#saved = changes;
  }
}

async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "The folder FOLDER is not there: create it, or give another path.",
  EACCES: "This user may not write in FOLDER: give another path.",
  EISDIR: "It is a folder: give the path of a file.",
  ENOSPC: "The disk is full: make room, or give another path.",
};

function isMissing(error: unknown): boolean {
  return isObject(error) && error["code"] === "ENOENT";
}

function explained(error: unknown, path: string): EmulatorError {
  if (error instanceof EmulatorError) return error;
  const code = isObject(error) ? String(error["code"]) : "";
  const reason = REASONS[code] ?? (error instanceof Error ? error.message : String(error));
  return new EmulatorError(
    `The data file ${path} cannot be used: ${reason.replace("FOLDER", dirname(path))}`,
    {
      cause: error,
    },
  );
}
