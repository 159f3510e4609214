/** The output folder: it appears when it is complete, or has a marker until then. */
import fs from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { z } from "zod";

import type { PageCache } from "./pages";
import { openResumeCache, ownerOnly, readJson, sweep, type Disk, type Stamp } from "./resume-cache";

/** A file to write. */
export interface File {
  readonly path: string;
  readonly text: string;
  /** True for a file with secrets, readable by the owner only. Default: false. */
  readonly secret?: boolean;
  /** True for a file of resources that the program reads. Default: false. */
  readonly data?: boolean;
}

export interface Folder {
  /** The absolute path. */
  readonly path: string;
  /** True if this run resumes an interrupted one. */
  readonly resumed: boolean;
  /** Keeps the pages that were read until all is written. */
  readonly pageCache: PageCache;
  /** Writes the files, puts the folder in its place and removes the cache. */
  readonly finish: (files: readonly File[]) => Promise<void>;
  /** Removes the cache. */
  readonly discard: () => Promise<void>;
  /** The path of the cache that stays for the next run; undefined if nothing was read. */
  readonly settle: () => Promise<string | undefined>;
}

/**
 * @param stamp the account that is read
 * @throws an error if the folder is not empty: nothing is overwritten.
 */
export async function openFolder(
  out: string,
  stamp: Stamp,
  { disk = fs, now = Date.now() }: { disk?: Disk; now?: number } = {},
): Promise<Folder> {
  const path = resolve(out);
  await refuseToOverwrite(disk, path, await contentsOf(disk, path));
  const { resumed, pageCache, folder, discard, settle } = await openResumeCache(path, stamp, disk, now);
  return {
    path,
    resumed,
    pageCache,
    discard,
    settle,
    async finish(files) {
      const contents = await contentsOf(disk, path);
      await refuseToOverwrite(disk, path, contents);
      if (contents === undefined) await writeNew(disk, join(folder, "program"), path, files);
      else await writeInto(disk, path, contents, files);
      await discard();
    },
  };
}

/** The entries of an existing folder. */
interface Contents {
  /** Written by an interrupted run. */
  readonly unfinished: readonly string[];
  readonly others: readonly string[];
}

/** Undefined if the folder does not exist. */
async function contentsOf(disk: Disk, path: string): Promise<Contents | undefined> {
  const entries = await disk.readdir(path).catch((error: unknown) => {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unreadable";
    if (code === "ENOENT") return undefined;
    throw new Error(`${path} cannot be written to (${code}); choose another folder with --out.`);
  });
  if (!entries?.includes(marker)) return entries && { unfinished: [], others: entries };
  const names = unfinishedNames.safeParse(await readJson(disk, join(path, marker))).data ?? [];
  const isOurs = (entry: string) => entry === marker || names.includes(entry);
  return { unfinished: entries.filter(isOurs), others: entries.filter((entry) => !isOurs(entry)) };
}

async function refuseToOverwrite(disk: Disk, path: string, contents: Contents | undefined): Promise<void> {
  if (contents === undefined || contents.others.length === 0) return;
  // A run that was interrupted after its last write may have left its cache.
  await sweep(path, disk);
  throw new Error(
    `${path} exists and is not empty, and nothing is overwritten; choose another folder with --out.`,
  );
}

/** Writes a new folder, which gets its name when it is complete. */
async function writeNew(disk: Disk, draft: string, path: string, files: readonly File[]): Promise<void> {
  await disk.rm(draft, { recursive: true, force: true });
  await writeAll(disk, draft, files);
  await disk.rename(draft, path);
}

/** Writes into an existing folder, which may be the working directory: it has a marker until it is complete. */
async function writeInto(
  disk: Disk,
  path: string,
  { unfinished }: Contents,
  files: readonly File[],
): Promise<void> {
  for (const entry of unfinished) {
    if (entry !== marker) await disk.rm(join(path, entry), { recursive: true, force: true });
  }
  const names = [...new Set(files.map((file) => file.path.split("/", 1)[0]))];
  await disk.writeFile(join(path, marker), JSON.stringify(names), { flush: true });
  await writeAll(disk, path, files);
  await disk.rm(join(path, marker));
}

const marker = ".adopting";
const unfinishedNames = z.array(z.string());

/** Flushed, so that the files survive a crash of the machine. */
async function writeAll(disk: Disk, folder: string, files: readonly File[]): Promise<void> {
  for (const { path, text, secret } of files) {
    const whole = join(folder, path);
    await disk.mkdir(dirname(whole), { recursive: true });
    await disk.writeFile(whole, text, { ...(secret === true && ownerOnly), flag: "wx", flush: true });
  }
}
