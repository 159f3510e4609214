/** Lines appended to a file, many at a time: what arrives while the disk is busy goes with the next batch. */
import type { FileHandle } from "node:fs/promises";

import { EmulatorError } from "../errors";

export class Journal {
  #waiting: string[] = [];
  #current: Promise<void> | undefined;
  #next: Promise<void> | undefined;
  #failure: EmulatorError | undefined;
  #closed = false;

  constructor(
    readonly file: FileHandle,
    readonly path: string,
  ) {}

  /** Takes a line; it is on the disk when `flushed()` resolves. */
  append(line: string): void {
    if (this.#failure !== undefined) throw this.#failure;
    if (this.#closed) throw new EmulatorError(`The emulator with the data file ${this.path} is closed.`);
    this.#waiting.push(`${line}\n`);
    // flushed(), which every answer waits for, reports a failure.
    this.#next ??= this.#batch();
    this.#next.catch(() => undefined);
  }

  /** Resolves when every line taken so far is on the disk. */
  flushed(): Promise<void> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    return this.#next ?? this.#current ?? Promise.resolve();
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    try {
      await this.flushed();
    } finally {
      await this.file.close();
    }
  }

  async #batch(): Promise<void> {
    await this.#current;
    this.#current = this.#next;
    this.#next = undefined;
    const lines = this.#waiting;
    this.#waiting = [];
    try {
      await this.file.appendFile(lines.join(""));
      await this.file.datasync();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      // Half a line may be in the file: nothing may follow it.
      this.#failure = new EmulatorError(`The data file ${this.path} cannot be written: ${reason}`);
      throw this.#failure;
    }
  }
}
