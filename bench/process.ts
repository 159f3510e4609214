/** Runs a program of `programs/` in a process of its own, which prints its milliseconds and its highest memory. */
import { execFile } from "node:child_process";
import { mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

import { writePrograms } from "./stack";

const run = promisify(execFile);

export interface Measured {
  readonly milliseconds: number;
  readonly peak: number;
}

/** A folder with all programs, for the time of `work`. */
export async function inFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "bluedot-bench-"));
  try {
    await writePrograms(folder);
    await symlink(join(__dirname, "../node_modules"), join(folder, "node_modules"));
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export async function measured(folder: string, program: string, args: readonly string[]): Promise<Measured> {
  const { stdout } = await run(process.execPath, [join(folder, `${program}.js`), ...args]);
  return parsed(stdout);
}

/** `name` → milliseconds, `name peak` → bytes. */
export function named(name: string, { milliseconds, peak }: Measured): Record<string, number> {
  return { [name]: milliseconds, [`${name} peak`]: peak };
}

function parsed(stdout: string): Measured {
  const value: unknown = JSON.parse(stdout);
  const number = (key: string) => {
    const found: unknown = typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
    if (typeof found !== "number") throw new Error(`the program printed no ${key}: ${stdout}`);
    return found;
  };
  return { milliseconds: number("milliseconds"), peak: number("peak") };
}
