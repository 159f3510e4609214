/** Writes a file that appears only when all of it is written. */
import { randomUUID } from "node:crypto";
import { chmod, realpath, rename, rm, stat, writeFile } from "node:fs/promises";

/**
 * Writes beside the file first, and moves it into its place. The mode of a file that is replaced stays, and so does a
 * link to it.
 *
 * @throws an error of one sentence if it cannot be written; the file that was there before is left then
 */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  try {
    const target = await unlessMissing(realpath(path));
    const found = target === undefined ? undefined : await stat(target);
    // A device, such as /dev/null, would be moved away.
    if (found?.isFile() === false) throw new Error("it is not a file");
    await replace(target ?? path, content, found && found.mode & 0o7777);
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/,[^,]*$/, "") : String(error);
    throw new Error(`${path} cannot be written: ${reason}.`, { cause: error });
  }
}

async function replace(path: string, content: string | Uint8Array, mode: number | undefined): Promise<void> {
  const partial = `${path}.partial-${randomUUID()}`;
  try {
    await writeFile(partial, content, { flag: "wx", flush: true, ...(mode !== undefined && { mode }) });
    // What is created has less than its mode where the umask says so.
    if (mode !== undefined) await chmod(partial, mode);
    await rename(partial, path);
  } finally {
    await rm(partial, { force: true });
  }
}

async function unlessMissing<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
