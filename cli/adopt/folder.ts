/** Where the program goes: a folder that appears whole, or is marked until it is. */
import fs from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { z } from "zod";

import type { Shelf } from "./pages";
import { openScratch, ownerOnly, readJson, sweep, type Disk, type Stamp } from "./scratch";

/** A file to write. */
export interface File {
  readonly path: string;
  readonly text: string;
  /** Holds secrets: for the user's own eyes. Default: false. */
  readonly secret?: boolean;
  /** Holds resources that the program reads. Default: false. */
  readonly data?: boolean;
}

export interface Folder {
  /** Its whole path. */
  readonly path: string;
  /** Whether an earlier run was stopped and this one goes on with what it read. */
  readonly resumed: boolean;
  /** What is read is kept here until all is written. */
  readonly shelf: Shelf;
  /** Writes the files, puts the folder in its place and removes what was kept. */
  readonly finish: (files: readonly File[]) => Promise<void>;
  /** Removes what was kept. */
  readonly discard: () => Promise<void>;
  /** Where what was read stays for the next run; undefined where nothing was. */
  readonly settle: () => Promise<string | undefined>;
}

/**
 * @param stamp whose account is read
 * @throws an error where there is something in the folder already: nothing is overwritten.
 */
export async function openFolder(
  out: string,
  stamp: Stamp,
  { disk = fs, now = Date.now() }: { disk?: Disk; now?: number } = {},
): Promise<Folder> {
  const path = resolve(out);
  await refuseToOverwrite(disk, path, await contentsOf(disk, path));
  const { resumed, shelf, folder, discard, settle } = await openScratch(path, stamp, disk, now);
  return {
    path,
    resumed,
    shelf,
    discard,
    settle,
    async finish(files) {
      const contents = await contentsOf(disk, path);
      await refuseToOverwrite(disk, path, contents);
      if (contents === undefined) await appear(disk, join(folder, "program"), path, files);
      else await fill(disk, path, contents, files);
      await discard();
    },
  };
}

/** What is in a folder that exists. */
interface Contents {
  /** What a run that was stopped wrote into it. */
  readonly unfinished: readonly string[];
  readonly others: readonly string[];
}

/** Undefined where there is no such folder. */
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
  // A run that was stopped when all was written had no time to remove what it kept.
  await sweep(path, disk);
  throw new Error(
    `${path} exists and is not empty, and nothing is overwritten; choose another folder with --out.`,
  );
}

/** Whole at once: a folder gets its name when all is in it. */
async function appear(disk: Disk, draft: string, path: string, files: readonly File[]): Promise<void> {
  await disk.rm(draft, { recursive: true, force: true });
  await writeAll(disk, draft, files);
  await disk.rename(draft, path);
}

/** A folder that is there may be the one that the user stands in: it stays, and is marked until all is in it. */
async function fill(
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

/** On the disk, should the machine stop. */
async function writeAll(disk: Disk, folder: string, files: readonly File[]): Promise<void> {
  for (const { path, text, secret } of files) {
    const whole = join(folder, path);
    await disk.mkdir(dirname(whole), { recursive: true });
    await disk.writeFile(whole, text, { ...(secret === true && ownerOnly), flag: "wx", flush: true });
  }
}
