/** A cache of one run beside its output folder, and the cache of an interrupted run to resume. */
import type fs from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { z } from "zod";

import type { PageCache } from "./pages";

/** The account that is read; a cache of another one is not used. */
export interface Stamp {
  readonly account: string;
}

/** The file system, which tests replace. */
export type Disk = Pick<typeof fs, "mkdir" | "readdir" | "readFile" | "rename" | "rm" | "writeFile">;

export interface ResumeCache {
  readonly folder: string;
  /** True if the cache holds pages of an earlier run. */
  readonly resumed: boolean;
  readonly pageCache: PageCache;
  readonly discard: () => Promise<void>;
  /** Discards the cache if it holds no pages; else gives its path. */
  readonly settle: () => Promise<string | undefined>;
}

export const ownerOnly = { mode: 0o600 } as const;

/** Older pages are not used. */
const MAX_AGE_MS = 60 * 60 * 1000;

const stampFile = "stamp.json";

/** Opens a cache for the output folder `path`; each run has its own. */
export async function openResumeCache(
  path: string,
  stamp: Stamp,
  disk: Disk,
  now: number,
): Promise<ResumeCache> {
  const owner = `${process.pid}-${await startTime(disk, process.pid)}`;
  const folder = `${path}.partial-${owner}`;
  const discard = () => disk.rm(folder, { recursive: true, force: true });
  const resumed = await resumeFrom(path, folder, { stamp, disk, now });
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
  return { folder, resumed, pageCache: pageCacheIn(folder, disk), discard, settle };
}

/** A file that was cut off is no JSON, so writes need not be atomic. */
function pageCacheIn(folder: string, disk: Disk): PageCache {
  const pathOf = (name: string) => join(folder, `${name}.json`);
  return {
    get: (name) => readJson(disk, pathOf(name)),
    set: (name, page) => disk.writeFile(pathOf(name), JSON.stringify(page), ownerOnly),
  };
}

interface ResumeContext {
  readonly stamp: Stamp;
  readonly disk: Disk;
  readonly now: number;
}

/** Takes over the cache of an interrupted run, and removes unusable ones, since they may hold keys. */
async function resumeFrom(path: string, folder: string, context: ResumeContext): Promise<boolean> {
  const { disk } = context;
  let taken = false;
  for (const left of await leftovers(path, disk)) {
    if (!taken && (await isUsable(left, context))) taken = await renamed(disk, left, folder);
    else await disk.rm(left, { recursive: true, force: true });
  }
  return taken;
}

/** Removes the caches of ended runs for this path. */
export async function sweep(path: string, disk: Disk): Promise<void> {
  for (const left of await leftovers(path, disk)) await disk.rm(left, { recursive: true, force: true });
}

/** The caches of ended runs for this path. */
async function leftovers(path: string, disk: Disk): Promise<string[]> {
  const entries = await disk.readdir(dirname(path)).catch(() => []);
  const begin = `${basename(path)}.partial-`;
  const left: string[] = [];
  for (const entry of entries) {
    const [, pid, began] = /^(\d+)-(\d+)$/.exec(entry.slice(begin.length)) ?? [];
    if (!entry.startsWith(begin) || pid === undefined || began === undefined) continue;
    const folder = join(dirname(path), entry);
    const inside = await disk.readdir(folder).catch(() => ["?"]);
    // A folder with a similar name and other content is left alone.
    if (inside.length > 0 && !inside.includes(stampFile)) continue;
    if (!(await isRunning(Number(pid), began, disk))) left.push(folder);
  }
  return left;
}

async function isUsable(folder: string, { stamp, disk, now }: ResumeContext): Promise<boolean> {
  const found = stampIn.safeParse(await readJson(disk, join(folder, stampFile))).data;
  return found !== undefined && found.account === stamp.account && Math.abs(now - found.at) < MAX_AGE_MS;
}

const stampIn = z.object({ account: z.string(), at: z.number() });

/** False if another run was faster. */
async function renamed(disk: Disk, from: string, to: string): Promise<boolean> {
  try {
    if (from !== to) await disk.rm(to, { recursive: true, force: true });
    await disk.rename(from, to);
    return true;
  } catch {
    return false;
  }
}

/** True if that process is still running; earlier runs of this process have ended. */
async function isRunning(pid: number, began: string, disk: Disk): Promise<boolean> {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: the process exists and belongs to another user.
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return false;
  }
  return began === (await startTime(disk, pid));
}

/** The start time of a process, which differs for a later one of the same id; 0 if the system does not provide it. */
async function startTime(disk: Disk, pid: number): Promise<string> {
  const status = await disk.readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  // The name in parentheses may hold spaces; the 22nd field is the 20th after it.
  return status.slice(status.lastIndexOf(")") + 2).split(" ")[19] ?? "0";
}

/** Undefined if the file is missing or no JSON. */
export async function readJson(disk: Disk, path: string): Promise<unknown> {
  try {
    return JSON.parse(await disk.readFile(path, "utf8"));
  } catch {
    return undefined;
  }
}
