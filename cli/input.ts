/** The bytes of a file that a command's argument names, or of standard input. */
import { bytesOf, bytesOfStream } from "../files/source";
import type { Screen } from "./adopt/progress";

/** Standard input, or what a test has in its place. */
export interface StandardInput extends AsyncIterable<unknown> {
  /** True if a person would have to type it. */
  readonly isTTY?: boolean;
}

/** The streams and variables that a command reads beside files, and the stream of its progress. */
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
  const bytes = path === "-" ? await readAll(standardInput) : bytesOf(path, path, mostBytes);
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
  return await bytesOfStream(standardInput, inputName("-"), mostBytes);
}

/** A plan of 10,000 zones as resources has 250 MB; more than this is no text that Node.js could hold. */
const mostBytes = 500 * 2 ** 20;
