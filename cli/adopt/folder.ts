/**
 * Where the program goes. What is read is kept beside it until all is written, and the folder appears whole or not at
 * all.
 */
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";

import type { Json } from "../../provider/json";
import type { Keep } from "./account";

/** A file to write. */
export interface File {
  readonly path: string;
  readonly text: string;
  /** Holds secrets: for the user's own eyes. Default: false. */
  readonly secret?: boolean;
}

export interface Folder {
  /** Whether an earlier run was stopped and this one goes on with what it read. */
  readonly resumed: boolean;
  readonly keep: Keep;
  /** Writes the files and puts the folder in its place. */
  finish(files: readonly File[]): Promise<void>;
}

/** Whose account is read: what another one read is of no use. */
interface Stamp {
  readonly account: string;
  readonly project: string | undefined;
}

/** After this time what was read is too old to go on with. */
const goodForMilliseconds = 60 * 60 * 1000;

export async function openFolder(out: string, stamp: Stamp, now = Date.now()): Promise<Folder> {
  await refuseToOverwrite(out);
  const partial = `${out}.partial`;
  const resumed = await isOurs(partial, stamp, now);
  if (!resumed) {
    await rm(partial, { recursive: true, force: true });
    await mkdir(join(partial, "read"), { recursive: true, mode: 0o700 });
    await writeWhole(join(partial, "stamp.json"), JSON.stringify({ ...stamp, at: now }), true);
  }
  return {
    resumed,
    async keep(name, work) {
      const path = join(partial, "read", `${name}.json`);
      const kept = await readJson(path);
      if (kept !== undefined) return kept;
      const read = await work();
      await writeWhole(path, JSON.stringify(read), true);
      return read;
    },
    async finish(files) {
      const whole = join(partial, "program");
      await rm(whole, { recursive: true, force: true });
      for (const { path, text, secret } of files) {
        await mkdir(dirname(join(whole, path)), { recursive: true });
        await writeWhole(join(whole, path), text, secret === true);
      }
      await refuseToOverwrite(out);
      await mkdir(dirname(out), { recursive: true });
      await rm(out, { recursive: true, force: true });
      await rename(whole, out);
      await rm(partial, { recursive: true, force: true });
    },
  };
}

async function refuseToOverwrite(out: string): Promise<void> {
  const entries = await readdir(out).catch((error: unknown) => {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unreadable";
    if (code === "ENOENT") return [];
    throw new Error(`${out} cannot be used (${code}); choose another folder with --out.`);
  });
  if (entries.length > 0) {
    throw new Error(
      `${out} exists and is not empty, and nothing is overwritten; choose another folder with --out.`,
    );
  }
}

const stampFile = z.object({ account: z.string(), project: z.string().optional(), at: z.number() });

async function isOurs(partial: string, { account, project }: Stamp, now: number): Promise<boolean> {
  const stamp = stampFile.safeParse(await readJson(join(partial, "stamp.json"))).data;
  return (
    stamp !== undefined &&
    stamp.account === account &&
    stamp.project === project &&
    Math.abs(now - stamp.at) < goodForMilliseconds
  );
}

async function readJson(path: string): Promise<Json | undefined> {
  try {
    return z.json().parse(JSON.parse(await readFile(path, "utf8")));
  } catch {
    return undefined;
  }
}

/** Whole or not at all, should the machine stop. */
async function writeWhole(path: string, text: string, secret: boolean): Promise<void> {
  await writeFile(`${path}.new`, text, { mode: secret ? 0o600 : 0o644, flush: true });
  await rename(`${path}.new`, path);
}
