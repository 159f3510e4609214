/** The bare requests of `programs/bare.ts`, in a process of their own. */
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { startEmulator, type RunningEmulator } from "pulumi-bluedot/emulator";

import type { Figures } from "./scenario";
import { DISTANCE, writePrograms } from "./stack";

const run = promisify(execFile);

/** In this order: what is listed has been posted. */
type Bare = "post" | "list" | "distant post" | "distant list";

/** Milliseconds from the start of the process to its end; distant: where each answer takes its time. */
export async function bareRequests(zones: number, asked: readonly Bare[]): Promise<Figures> {
  const emulator = await startEmulator();
  try {
    return await withPrograms(async (folder) => {
      const figures: Record<string, number> = {};
      for (const bare of asked) {
        const what = bare.replace("distant ", "");
        if (what !== bare) emulator.fault({ kind: "delay", ms: DISTANCE, times: "forever" });
        const program = [join(folder, "bare.js"), what];
        figures[bare] = await millisecondsFor(emulator, program, { BENCH_ZONES: String(zones) });
        emulator.clearFaults();
      }
      return figures;
    });
  } finally {
    await emulator.close();
  }
}

export async function withPrograms<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "bluedot-bench-"));
  try {
    await writePrograms(folder);
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What a process of Node.js with these arguments takes, that is told of the emulator. */
export async function millisecondsFor(
  { url, email, password }: RunningEmulator,
  args: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Promise<number> {
  const account = { BLUEDOT_ENDPOINT: url, BLUEDOT_EMAIL: email, BLUEDOT_PASSWORD: password };
  const start = performance.now();
  await run(process.execPath, args, { env: { ...process.env, ...account, ...more } });
  return performance.now() - start;
}
