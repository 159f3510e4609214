/** The cost of fence tests: `programs/fences.ts` in processes of its own, and the rows about it. */
import { createWriteStream } from "node:fs";
import { once } from "node:events";
import { join } from "node:path";

import { randomFrom } from "../emulator/random";
import { inFolder, measured, named } from "./process";
import { growth, units, type Row } from "./row";

/** Of `points`, `fewer points`, `pairs`, `fewer pairs` and `index`: milliseconds; of each with `peak`: bytes. */
export async function fenceFigures(): Promise<Record<string, number>> {
  return await inFolder(async (folder) => {
    const [many, few] = [join(folder, "many.csv"), join(folder, "few.csv")];
    await writePoints(many, 1_000_000);
    await writePoints(few, 100_000);
    const measure = (...args: string[]) => measured(folder, "fences", args);
    return {
      ...named("points", await measure("points", "10000", many)),
      ...named("fewer points", await measure("points", "10000", few)),
      ...named("pairs", await measure("pairs", "10000")),
      ...named("fewer pairs", await measure("pairs", "1000")),
      ...named("index", await measure("index", "10000")),
    };
  });
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
  growth("that, against 100,000 points", "fences", "points", "fewer points"),
  {
    what: "overlaps of 10,000 zones, and those nearer than 500 m",
    figure: (of) => of("fences", "pairs"),
    unit: "time",
    atMost: 500,
    from: (of) => `an index of boxes alone: ${units.time(of("fences", "index"))}`,
  },
  growth("that, against 1,000 zones", "fences", "pairs", "fewer pairs"),
];
