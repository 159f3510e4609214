/** The requests of `programs/bare.ts`, each kind in a process of its own. */
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { RunningEmulator } from "pulumi-bluedot/emulator";

import { writePrograms } from "./stack";

const run = promisify(execFile);

/** `post` and `list`: milliseconds from the start of the process to its end. */
export async function bareLoop(emulator: RunningEmulator, zones: number): Promise<Record<string, number>> {
  const folder = await mkdtemp(join(tmpdir(), "bluedot-bench-"));
  const { url, email, password } = emulator;
  const account = { BLUEDOT_ENDPOINT: url, BLUEDOT_EMAIL: email, BLUEDOT_PASSWORD: password };
  const env = { ...process.env, ...account, BENCH_ZONES: String(zones) };
  try {
    await writePrograms(folder);
    const figures: Record<string, number> = {};
    for (const kind of ["post", "list"]) {
      const start = performance.now();
      await run(process.execPath, [join(folder, "bare.js"), kind], { env });
      figures[kind] = performance.now() - start;
    }
    return figures;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
