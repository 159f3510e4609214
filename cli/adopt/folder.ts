/** The output folder: it appears when all of it is written, or not at all. */
import { access, constants, mkdir, mkdtemp, readdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** A file to write. */
export interface File {
  readonly path: string;
  readonly text: string;
  /** True for a file with secrets, readable by the owner only. Default: false. */
  readonly secret?: boolean;
  /** True for a file of resources that the program reads. Default: false. */
  readonly data?: boolean;
}

/** @throws an error if the folder is not empty, since nothing is overwritten, or cannot be written to. */
export async function refuseToWrite(path: string): Promise<void> {
  const exists = await isEmptyFolder(path);
  await access(exists ? path : dirname(path), constants.W_OK).catch((error: unknown) => {
    // Parents that are not there are created.
    if (codeOf(error) !== "ENOENT") throw inWords(path, error);
  });
}

/**
 * Writes a program into a temporary folder of the owner's, and moves it into its place.
 *
 * @param path an absolute path
 * @throws an error if the folder is not empty, or cannot be written to; nothing is left then.
 */
export async function writeFolder(path: string, files: readonly File[]): Promise<void> {
  const exists = await isEmptyFolder(path);
  await untilSignal(async (signal) => {
    try {
      await mkdir(dirname(path), { recursive: true });
      // An existing folder may be a mount or the working directory, so that it stays and nothing is written beside it.
      const temporary = await mkdtemp(exists ? join(path, "partial-") : `${path}.partial-`);
      try {
        const whole = join(temporary, "program");
        await writeAll(whole, files, signal);
        if (exists) await moveEntries(whole, path, temporary);
        else await rename(whole, path);
      } finally {
        await rm(temporary, { recursive: true, force: true });
      }
    } catch (error) {
      throw inWords(path, error);
    }
  });
}

/** False if there is no such folder. */
async function isEmptyFolder(path: string, ours?: string): Promise<boolean> {
  const entries = await readdir(path).catch((error: unknown) => {
    if (codeOf(error) === "ENOENT") return undefined;
    throw inWords(path, error);
  });
  if (entries?.some((entry) => join(path, entry) !== ours)) {
    throw new Error(
      `${path} exists and is not empty, and nothing is overwritten; choose another folder with --out.`,
    );
  }
  return entries !== undefined;
}

/** Flushed, so that the files survive a crash of the machine. */
async function writeAll(folder: string, files: readonly File[], signal: AbortSignal): Promise<void> {
  for (const { path, text, secret } of files) {
    const whole = join(folder, path);
    await mkdir(dirname(whole), { recursive: true });
    await writeFile(whole, text, {
      ...(secret === true && { mode: 0o600 }),
      flag: "wx",
      flush: true,
      signal,
    });
  }
}

/** Moves the file last without which the folder is no Pulumi project. */
async function moveEntries(from: string, to: string, temporary: string): Promise<void> {
  const entries = await readdir(from);
  await isEmptyFolder(to, temporary);
  for (const entry of entries.filter((each) => each !== PROJECT)) {
    await rename(join(from, entry), join(to, entry));
  }
  await rename(join(from, PROJECT), join(to, PROJECT));
}

const PROJECT = "Pulumi.yaml";

/** Gives `work` the time to clean up after a signal, which then ends the process. */
async function untilSignal(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const controller = new AbortController();
  let received: NodeJS.Signals | undefined;
  const onSignal = (signal: NodeJS.Signals) => {
    received = signal;
    controller.abort();
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  try {
    await work(controller.signal);
  } finally {
    for (const signal of SIGNALS) process.off(signal, onSignal);
    if (received !== undefined) process.kill(process.pid, received);
  }
}

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Says an error of the file system in a sentence. */
function inWords(path: string, error: unknown): Error {
  const found = error instanceof Error ? error : new Error(String(error));
  const code = codeOf(found);
  if (code === undefined) return found;
  return new Error(`${path} cannot be written to (${code}); choose another folder with --out.`);
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}
