/** The cache folder shared with the npm package `pulumi`: reading an engine from it, and putting one there. */
import { mkdir, mkdtemp, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { ENGINE_VERSION, type Attempt, type Engine, type EngineTools } from "./engine";
import { engineFiles, faultOfFolder } from "./executables";
import { codeOf } from "./reason";

const PARTIAL = ".bin-partial-";

/** Age in milliseconds after which an unfinished folder belongs to a process that died. */
const ABANDONED = 24 * 60 * 60 * 1000;

/** The engine in the cache, if it is whole and says that it is the wanted version. */
export async function cachedEngine(tools: EngineTools): Promise<Attempt> {
  const folder = cacheFolder(tools);
  const fault = await faultOfFolder(folder, tools);
  return fault ? { answer: fault } : { engine: engineIn(folder, "cache", tools) };
}

/**
 * Returns the folder in which the npm package `pulumi` and the Automation API keep this version of the CLI.
 */
function cacheFolder(tools: EngineTools): string {
  const home = tools.environment["PULUMI_HOME"] || join(tools.homeFolder, ".pulumi");
  return join(home, "versions", ENGINE_VERSION, "bin");
}

/**
 * Puts an engine into the cache in one step, so that nobody ever sees half of it.
 * If another process was quicker, its engine is used.
 *
 * @param make fills the empty folder it is given and returns the folder that is to become the cache
 */
export async function addToCache(
  origin: Engine["origin"],
  tools: EngineTools,
  make: (workFolder: string) => Promise<string>,
): Promise<Engine> {
  const target = cacheFolder(tools);
  const parent = dirname(target);
  await mkdir(parent, { recursive: true });
  await removeAbandoned(parent);
  const workFolder = await mkdtemp(join(parent, PARTIAL));
  try {
    const made = await make(workFolder);
    const fault = await faultOfFolder(made, tools);
    if (fault) throw new Error(fault);
    await publish(made, target, join(workFolder, "replaced"), tools);
    return engineIn(target, origin, tools);
  } finally {
    await rm(workFolder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function removeAbandoned(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    if (!name.startsWith(PARTIAL)) continue;
    const folder = join(parent, name);
    const found = await stat(folder).catch(() => undefined);
    if (found && Date.now() - found.mtimeMs > ABANDONED) await rm(folder, { recursive: true, force: true });
  }
}

async function publish(made: string, target: string, aside: string, tools: EngineTools): Promise<void> {
  try {
    await rename(made, target);
  } catch (error) {
    if (!["ENOTEMPTY", "EEXIST", "EPERM", "ENOTDIR"].includes(codeOf(error) ?? "")) throw error;
    if ((await faultOfFolder(target, tools)) === undefined) return;
    // The existing folder does not work: a download or an unpacking was broken off.
    await rename(target, aside);
    await rename(made, target);
  }
}

function engineIn(folder: string, origin: Engine["origin"], tools: EngineTools): Engine {
  return { folder, pulumi: join(folder, engineFiles(tools).pulumi), version: ENGINE_VERSION, origin };
}
