/** One emulator a data file: a lock file beside it names the process that has it. */
import { link, readFile, rm, writeFile } from "node:fs/promises";

import { z } from "zod";

import { EmulatorError } from "../errors";
import { isObject, parseJson } from "../json";

/** A process. Its start time, if the system has one, distinguishes it from a later one of the same number. */
const owner = z.object({ pid: z.int().positive(), began: z.string().optional() });

type Owner = z.output<typeof owner>;

/** Takes the lock of a file and gives the function that lets go of it. */
export async function lockFile(path: string): Promise<() => Promise<void>> {
  const lock = `${path}.lock`;
  const text = JSON.stringify({ pid: process.pid, began: await beginning(process.pid) });
  if (!(await takenFree(lock, text))) await takeOver(lock, text, path);
  return () => rm(lock, { force: true });
}

/** A lock whose owner died is replaced; a second lock keeps two of us from doing that at once. */
async function takeOver(lock: string, text: string, path: string): Promise<void> {
  const guard = `${lock}.takeover`;
  if (!(await takenFree(guard, text))) {
    if (await isHeld(guard)) throw inUse(path, await ownerOf(guard));
    await rm(guard, { force: true });
    if (!(await takenFree(guard, text))) throw inUse(path, await ownerOf(guard));
  }
  try {
    if (await isHeld(lock)) throw inUse(path, await ownerOf(lock));
    await rm(lock, { force: true });
    if (!(await takenFree(lock, text))) throw inUse(path, await ownerOf(lock));
  } finally {
    await rm(guard, { force: true });
  }
}

/** Makes a file, whole from its first moment, unless it is there. */
async function takenFree(lock: string, text: string): Promise<boolean> {
  const own = `${lock}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  await writeFile(own, text, { flag: "wx", mode: 0o600 });
  try {
    await link(own, lock);
    return true;
  } catch (error) {
    if (isObject(error) && error["code"] === "EEXIST") return false;
    throw error;
  } finally {
    await rm(own, { force: true });
  }
}

async function isHeld(lock: string): Promise<boolean> {
  const found = await ownerOf(lock);
  if (found === undefined || !isAlive(found.pid)) return false;
  return found.began === undefined || found.began === (await beginning(found.pid));
}

async function ownerOf(lock: string): Promise<Owner | undefined> {
  const content = await readFile(lock, "utf8").catch(() => "");
  return owner.safeParse(parseJson(content)).data;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isObject(error) && error["code"] === "EPERM";
  }
}

/** When a process began, in the system's own unit; undefined where there is no /proc. */
async function beginning(pid: number): Promise<string | undefined> {
  const status = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => undefined);
  // The name in parentheses may hold spaces; the 22nd field is the 20th after it.
  return status?.slice(status.lastIndexOf(")") + 2).split(" ")[19];
}

function inUse(path: string, found: Owner | undefined): EmulatorError {
  const who = found === undefined ? "another emulator" : `another emulator (process ${found.pid})`;
  return new EmulatorError(`The data file ${path} is in use by ${who}: stop it, or give another path.`);
}
