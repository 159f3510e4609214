/** The file of `--gpx`: never somebody's own, such as the track that was recorded. */
import { closeSync, openSync, readSync, statSync } from "node:fs";

import { creator } from "../../fences/track/xcode";

/** It stands before this byte of every file of ours. */
const head = 200;

/** @throws an error if a file is there that no walk has written, unless `force` is true */
export function refuseToReplace(path: string, force: boolean): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return;
  if (!found.isFile()) throw new Error(`${path} is not a file; choose another one with --gpx.`);
  if (force || isOurs(path)) return;
  throw new Error(
    `${path} exists and was not written by this command; choose another file with --gpx, or overwrite it with --force.`,
  );
}

/** An empty file holds nothing to lose, such as one that `mktemp` made. */
function isOurs(path: string): boolean {
  const bytes = Buffer.alloc(head);
  const file = openSync(path, "r");
  try {
    const length = readSync(file, bytes);
    return length === 0 || bytes.toString("utf8", 0, length).includes(creator);
  } finally {
    closeSync(file);
  }
}
