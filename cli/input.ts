/** The bytes of a file that a command's argument names, or of standard input. */
import { readFile, stat } from "node:fs/promises";

import type { Screen } from "./adopt/progress";

/** Standard input, or what a test has in its place. */
export interface StandardInput extends AsyncIterable<unknown> {
  /** True if a person would have to type it. */
  readonly isTTY?: boolean;
}

/** What a command reads from beside files, and where it shows its progress. */
export interface Surroundings {
  readonly standardInput: StandardInput;
  readonly standardError: Screen;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export const ofThisProcess: Surroundings = {
  standardInput: process.stdin,
  standardError: process.stderr,
  environment: process.env,
};

/** The name of a path in messages. */
export function inputName(path: string): string {
  return path === "-" ? "standard input" : path;
}

/**
 * @param path `-` is standard input
 * @throws an error that says why there is nothing to read
 */
export async function readInput(path: string, standardInput: StandardInput): Promise<Buffer> {
  const bytes = path === "-" ? await readAll(standardInput) : await readNamedFile(path);
  if (bytes.length > 0) return bytes;
  throw new Error(
    path === "-"
      ? "standard input: it is empty; the command before the pipe printed nothing, and says why on the terminal."
      : `${path}: it is empty.`,
  );
}

/** Those that were read, of which nothing is left. */
const spent = new WeakSet<StandardInput>();

async function readAll(standardInput: StandardInput): Promise<Buffer> {
  if (spent.has(standardInput))
    throw new Error("standard input: `-` can be named once; put the other into a file.");
  if (standardInput.isTTY === true)
    throw new Error("standard input: `-` reads what another command prints: pulumi stack export | …");
  spent.add(standardInput);
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of standardInput) {
    if (typeof piece !== "string" && !(piece instanceof Uint8Array)) continue;
    const bytes = Buffer.from(piece);
    size += bytes.length;
    if (size > mostBytes) throw new Error(`standard input: ${tooLarge}.`);
    pieces.push(bytes);
  }
  return Buffer.concat(pieces);
}

/** More is no text that Node.js could hold. */
const mostMegabytes = 500;
const mostBytes = mostMegabytes * 2 ** 20;
const tooLarge = `it is larger than ${mostMegabytes} MB`;

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  ENOTDIR: "there is no such file",
  EISDIR: "this is a folder, and not a file",
  EACCES: "it may not be read",
};

async function readNamedFile(path: string): Promise<Buffer> {
  // What is wrong with a file that has no size is said where it is read.
  const size = await stat(path).then(
    (file) => file.size,
    () => 0,
  );
  if (size > mostBytes) throw new Error(`${path}: ${tooLarge}.`);
  try {
    return await readFile(path);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    throw new Error(`${path}: ${reasons[code] ?? `it cannot be read (${code})`}.`);
  }
}
