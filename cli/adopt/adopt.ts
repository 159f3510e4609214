/** An account that exists, as a program and as what `pulumi import` needs to know it. */
import type { Configuration } from "../../provider/configuration";
import { BluedotError } from "../../provider/errors";
import { openSession } from "../../provider/api";
import type { Sender } from "../../provider/api/pagination";
import { readAccount } from "./account";
import { openFolder, type Folder } from "./folder";
import { programOf, type Program } from "./program";
import type { Progress } from "./progress";

export interface Adoption {
  readonly configuration: Configuration;
  /** One project, by id or exact name. Default: the whole account. */
  readonly project?: string | undefined;
  /** The folder to write; it must not exist, or be empty. */
  readonly out: string;
  /** Of this package, which the program will depend on. */
  readonly version: string;
  readonly progress: Progress;
  /** Default: one of its own. */
  readonly session?: Sender;
}

export interface Adopted {
  /** The folder's whole path; undefined where there was nothing to write. */
  readonly path: string | undefined;
  readonly program: Program;
}

/**
 * Reads an account and writes the program. Where it is stopped or fails, what it has read is kept for an hour, and the
 * next run goes on with it.
 *
 * @throws an error where the folder is not empty, or the API cannot be read.
 */
export async function adopt(adoption: Adoption): Promise<Adopted> {
  const { configuration, out, progress } = adoption;
  const folder = await openFolder(out, { account: `${configuration.email} ${configuration.baseUrl}` });
  if (folder.resumed) progress.done("Going on with what was read before.");
  try {
    return await adoptInto(folder, adoption);
  } catch (error) {
    // Whoever asks for a project that is not there may make it, and ask again.
    if (error instanceof BluedotError && error.kind === "missing") await folder.discard();
    const kept = await folder.settle();
    if (kept !== undefined) {
      progress.done(
        `What was read is kept in ${kept} (it may hold keys); run again within the hour to go on.`,
      );
    }
    throw error;
  }
}

async function adoptInto(folder: Folder, adoption: Adoption): Promise<Adopted> {
  const { configuration, project, version, progress, session = openSession(configuration) } = adoption;
  const account = await readAccount({ session, project, shelf: folder.shelf, progress });
  const program = programOf(account, { version });
  if (program.counts.every(([, count]) => count === 0)) {
    await folder.discard();
    return { path: undefined, program };
  }
  await folder.finish(program.files);
  return { path: folder.path, program };
}
