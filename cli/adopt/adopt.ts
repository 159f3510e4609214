/** Writes a program and an import file for an existing account. */
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
  /** The version of this package, on which the program will depend. */
  readonly version: string;
  readonly progress: Progress;
  /** Default: a new session. */
  readonly session?: Sender;
}

export interface Adopted {
  /** The absolute path of the folder; undefined if there was nothing to write. */
  readonly path: string | undefined;
  readonly program: Program;
}

/**
 * Reads an account and writes the program. After an interruption or an error, the pages it has read are kept for an hour,
 * and the next run resumes with them.
 *
 * @throws an error if the folder is not empty, or the API cannot be read.
 */
export async function adopt(adoption: Adoption): Promise<Adopted> {
  const { configuration, out, progress } = adoption;
  const folder = await openFolder(out, { account: `${configuration.email} ${configuration.baseUrl}` });
  if (folder.resumed) progress.done("Going on with what was read before.");
  try {
    return await adoptInto(folder, adoption);
  } catch (error) {
    // The user may create the missing project and run the command again, so nothing old is kept.
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
  const account = await readAccount({ session, project, pageCache: folder.pageCache, progress });
  const program = programOf(account, { version });
  if (program.counts.every(([, count]) => count === 0)) {
    await folder.discard();
    return { path: undefined, program };
  }
  await folder.finish(program.files);
  return { path: folder.path, program };
}
