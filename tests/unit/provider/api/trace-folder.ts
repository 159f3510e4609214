/** Hooks that give each test a folder of its own for a trace, and remove it. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface TracePaths {
  readonly folder: string;
  /** Nothing is there yet. */
  readonly file: string;
}

export function inTraceFolder(begin: (paths: TracePaths) => void): void {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "trace-"));
    begin({ folder, file: join(folder, "trace.jsonl") });
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
}
