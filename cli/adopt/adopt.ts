/** Writes a program and an import file for an existing account. */
import { resolve } from "node:path";

import type { Configuration } from "../../provider/configuration";
import { openSession } from "../../provider/api";
import { readAccount } from "./account";
import { refuseToWrite, writeFolder } from "./folder";
import { programOf, type Program } from "./program";
import type { Progress } from "./progress";

export interface Adoption {
  readonly configuration: Configuration;
  /** One project, by id or exact name. Default: the whole account. */
  readonly project?: string | undefined;
  /** The folder to write; it must not exist, or be empty. */
  readonly out: string;
  /** The version of this package, on which the program will depend. */
  readonly version: string;
  readonly progress: Progress;
  /** The most resources of a kind in a file before they are data. Default: 200. */
  readonly most?: number;
}

export interface Adopted {
  /** The absolute path of the folder; undefined if there was nothing to write. */
  readonly path: string | undefined;
  readonly program: Program;
}

/**
 * Reads an account and writes the program.
 *
 * @throws an error if the folder is not empty, or the API cannot be read.
 */
export async function adopt(adoption: Adoption): Promise<Adopted> {
  const { configuration, project, out, version, progress, most } = adoption;
  const path = resolve(out);
  // Before the account is read, so that nobody waits for a refusal.
  await refuseToWrite(path);
  const account = await readAccount({ session: openSession(configuration), project, progress });
  const program = programOf(account, { version, ...(most !== undefined && { most }) });
  if (program.counts.every(([, count]) => count === 0)) return { path: undefined, program };
  await writeFolder(path, program.files);
  return { path, program };
}
