/** What fence tests cost: `programs/fences.ts` in processes of its own, and the rows about it. */
import { execFile } from "node:child_process";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm, symlink } from "node:fs/promises";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

import { randomFrom } from "../emulator/random";
import { writePrograms } from "./stack";
import { units, type Row } from "./row";

const run = promisify(execFile);

/** Of `points`, `fewer points`, `pairs`, `fewer pairs` and `index`: milliseconds; of each with `peak`: bytes. */
export async function fenceFigures(): Promise<Record<string, number>> {
  const folder = await mkdtemp(join(tmpdir(), "bluedot-bench-"));
  try {
    await writePrograms(folder);
    await symlink(join(__dirname, "../node_modules"), join(folder, "node_modules"));
    const [many, few] = [join(folder, "many.csv"), join(folder, "few.csv")];
    await writePoints(many, 1_000_000);
    await writePoints(few, 100_000);
    const figures: Record<string, number> = {};
    const measure = async (name: string, ...args: string[]) => {
      const { stdout } = await run(process.execPath, [join(folder, "fences.js"), ...args]);
      const { milliseconds, peak } = parsed(stdout);
      figures[name] = milliseconds;
      figures[`${name} peak`] = peak;
    };
    await measure("points", "points", "10000", many);
    await measure("fewer points", "points", "10000", few);
    await measure("pairs", "pairs", "10000");
    await measure("fewer pairs", "pairs", "1000");
    await measure("index", "index", "10000");
    return figures;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writePoints(file: string, count: number): Promise<void> {
  const random = randomFrom(count);
  const stream = createWriteStream(file);
  stream.write("id,name,latitude,longitude\n");
  for (let at = 0; at < count; at += 1) {
    const place = `${(30 + random() * 20).toFixed(6)},${(-100 + random() * 20).toFixed(6)}`;
    if (!stream.write(`${at},"Store ${at}",${place}\n`)) await once(stream, "drain");
  }
  stream.end();
  await once(stream, "close");
}

function parsed(stdout: string): { milliseconds: number; peak: number } {
  const value: unknown = JSON.parse(stdout);
  const number = (key: string) => {
    const found: unknown = typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
    if (typeof found !== "number") throw new Error(`the program printed no ${key}: ${stdout}`);
    return found;
  };
  return { milliseconds: number("milliseconds"), peak: number("peak") };
}

/** Of a round that has measured `fences`. */
export const fenceRows: readonly Row[] = [
  {
    what: "1,000,000 points of a CSV against 15,000 fences, with the reading of it",
    figure: (of) => of("fences", "points"),
    unit: "time",
    atMost: 6_000,
  },
  {
    what: "memory of that process at its highest",
    figure: (of) => of("fences", "points peak"),
    unit: "bytes",
    atMost: 400e6,
  },
  growth("that, against 100,000 points", "points", "fewer points"),
  {
    what: "overlaps of 10,000 zones, and those nearer than 500 m",
    figure: (of) => of("fences", "pairs"),
    unit: "time",
    atMost: 500,
    from: (of) => `an index of boxes alone: ${units.time(of("fences", "index"))}`,
  },
  growth("that, against 1,000 zones", "pairs", "fewer pairs"),
];

function growth(what: string, many: string, few: string): Row {
  return {
    what,
    figure: (of) => of("fences", many) / of("fences", few),
    unit: "ratio",
    atMost: 11,
    from: (of) => `${units.time(of("fences", many))} to ${units.time(of("fences", few))}`,
  };
}
