/** A folder of one run beside the one it writes, and what a run that was stopped left in its own. */
import type fs from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { z } from "zod";

import type { Shelf } from "./pages";

/** Whose account is read: what another one read is of no use. */
export interface Stamp {
  readonly account: string;
}

/** What a test replaces. */
export type Disk = Pick<typeof fs, "mkdir" | "readdir" | "readFile" | "rename" | "rm" | "writeFile">;

export interface Scratch {
  readonly folder: string;
  /** Whether it holds what an earlier run read. */
  readonly resumed: boolean;
  readonly shelf: Shelf;
  readonly discard: () => Promise<void>;
  /** As `discard`, where it holds nothing yet that was read. Gives its path where it stays. */
  readonly settle: () => Promise<string | undefined>;
}

export const ownerOnly = { mode: 0o600 } as const;

/** After this time what was read is too old to go on with. */
const goodForMilliseconds = 60 * 60 * 1000;

const stampFile = "stamp.json";

/** Opens a scratch folder for what is to be written to `path`: each run has one of its own. */
export async function openScratch(path: string, stamp: Stamp, disk: Disk, now: number): Promise<Scratch> {
  const owner = `${process.pid}-${await beginning(disk, process.pid)}`;
  const folder = `${path}.partial-${owner}`;
  const discard = () => disk.rm(folder, { recursive: true, force: true });
  const resumed = await takeOver(path, folder, { stamp, disk, now });
  if (!resumed) {
    await discard();
    await disk.mkdir(dirname(folder), { recursive: true });
    await disk.mkdir(folder, { mode: 0o700 });
    await disk.writeFile(join(folder, stampFile), JSON.stringify({ ...stamp, at: now }), ownerOnly);
  }
  const settle = async () => {
    const entries = await disk.readdir(folder).catch(() => []);
    if (entries.some((entry) => entry !== stampFile)) return folder;
    await discard();
    return undefined;
  };
  return { folder, resumed, shelf: shelfIn(folder, disk), discard, settle };
}

/** Half a file is no JSON, so that no file has to be written in one piece. */
function shelfIn(folder: string, disk: Disk): Shelf {
  const pathOf = (name: string) => join(folder, `${name}.json`);
  return {
    take: (name) => readJson(disk, pathOf(name)),
    keep: (name, page) => disk.writeFile(pathOf(name), JSON.stringify(page), ownerOnly),
  };
}

interface Situation {
  readonly stamp: Stamp;
  readonly disk: Disk;
  readonly now: number;
}

/** Makes the folder of a run that was stopped ours, and removes those that are of no use: they hold keys. */
async function takeOver(path: string, folder: string, situation: Situation): Promise<boolean> {
  const { disk } = situation;
  let taken = false;
  for (const left of await leftBehind(path, disk)) {
    if (!taken && (await isOfUse(left, situation))) taken = await renamed(disk, left, folder);
    else await disk.rm(left, { recursive: true, force: true });
  }
  return taken;
}

/** Removes what runs for this path left behind. */
export async function sweep(path: string, disk: Disk): Promise<void> {
  for (const left of await leftBehind(path, disk)) await disk.rm(left, { recursive: true, force: true });
}

/** Folders of runs for the same path that run no more. */
async function leftBehind(path: string, disk: Disk): Promise<string[]> {
  const entries = await disk.readdir(dirname(path)).catch(() => []);
  const begin = `${basename(path)}.partial-`;
  const left: string[] = [];
  for (const entry of entries) {
    const [, pid, began] = /^(\d+)-(\d+)$/.exec(entry.slice(begin.length)) ?? [];
    if (!entry.startsWith(begin) || pid === undefined || began === undefined) continue;
    const folder = join(dirname(path), entry);
    const inside = await disk.readdir(folder).catch(() => ["?"]);
    // A folder that only looks like one of ours is let alone.
    if (inside.length > 0 && !inside.includes(stampFile)) continue;
    if (!(await runs(Number(pid), began, disk))) left.push(folder);
  }
  return left;
}

async function isOfUse(folder: string, { stamp, disk, now }: Situation): Promise<boolean> {
  const found = stampIn.safeParse(await readJson(disk, join(folder, stampFile))).data;
  return (
    found !== undefined && found.account === stamp.account && Math.abs(now - found.at) < goodForMilliseconds
  );
}

const stampIn = z.object({ account: z.string(), at: z.number() });

/** False where another run was quicker. */
async function renamed(disk: Disk, from: string, to: string): Promise<boolean> {
  try {
    if (from !== to) await disk.rm(to, { recursive: true, force: true });
    await disk.rename(from, to);
    return true;
  } catch {
    return false;
  }
}

/** Whether that process is still there; what this one began before, it has ended. */
async function runs(pid: number, began: string, disk: Disk): Promise<boolean> {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // It is there, and somebody else's.
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return false;
  }
  return began === (await beginning(disk, pid));
}

/** When a process began, which tells it from a later one of the same number; 0 where the system does not say. */
async function beginning(disk: Disk, pid: number): Promise<string> {
  const status = await disk.readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  // The name in parentheses may hold spaces; the 22nd field is the 20th after it.
  return status.slice(status.lastIndexOf(")") + 2).split(" ")[19] ?? "0";
}

/** Undefined where it is not there, or no JSON. */
export async function readJson(disk: Disk, path: string): Promise<unknown> {
  try {
    return JSON.parse(await disk.readFile(path, "utf8"));
  } catch {
    return undefined;
  }
}
