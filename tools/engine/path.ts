/** Looks for an engine among the folders of PATH. */
import { realpath } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Environment } from "./command";
import { ENGINE_VERSION, type Attempt, type EngineTools } from "./engine";
import { engineFiles, isExecutable, versionOf } from "./executables";

/** The first `pulumi` on PATH that is new enough and has its Node.js parts beside it or on PATH. */
export async function engineOnPath(tools: EngineTools): Promise<Attempt> {
  const folders = pathFolders(tools.environment, tools.platform);
  const { pulumi: name } = engineFiles(tools);
  const answers: string[] = [];
  for (const folder of new Set(folders)) {
    const pulumi = join(folder, name);
    if (!(await isExecutable(pulumi, tools))) continue;
    const attempt = await judge(pulumi, folders, tools);
    if ("engine" in attempt) return attempt;
    answers.push(attempt.answer);
  }
  return { answer: answers.join("\n") || `no ${name}` };
}

/** Looks for the other files first: a `pulumi` without them may be a wrapper that begins a download of its own. */
async function judge(pulumi: string, folders: readonly string[], tools: EngineTools): Promise<Attempt> {
  const { languageHost, launcher } = engineFiles(tools);
  const target = await realpath(pulumi);
  const beside = [dirname(pulumi), dirname(target)];
  for (const file of [languageHost, launcher]) {
    if (!(await isInOneOf([...beside, ...folders], file, tools))) {
      return { answer: `${pulumi} has no ${file} beside it or on PATH` };
    }
  }
  const answer = await versionOf(pulumi, tools);
  if ("answer" in answer) return answer;
  const { version } = answer;
  if (!isNewEnough(version)) {
    return { answer: `${pulumi} is version ${version}, and ${ENGINE_VERSION} or newer of major 3 is needed` };
  }
  // Behind a link the other files stand beside the link's target.
  const found = basename(target) === basename(pulumi) ? target : pulumi;
  return { engine: { folder: dirname(found), pulumi: found, version, origin: "path" } };
}

async function isInOneOf(folders: readonly string[], file: string, tools: EngineTools): Promise<boolean> {
  for (const folder of folders) if (await isExecutable(join(folder, file), tools)) return true;
  return false;
}

/** A pre-release of the oldest accepted version comes before it. */
function isNewEnough(version: string): boolean {
  const [major, minor, patch] = numbersOf(version);
  const [wantedMajor, wantedMinor, wantedPatch] = numbersOf(ENGINE_VERSION);
  if (major !== wantedMajor) return false;
  if (minor !== wantedMinor) return minor > wantedMinor;
  if (patch !== wantedPatch) return patch > wantedPatch;
  return !/^[\d.]+-/.test(version);
}

function numbersOf(version: string): readonly [number, number, number] {
  const [major = 0, minor = 0, patch = 0] = version.split(/[.+-]/).map(Number);
  return [major, minor, patch];
}

/** The folders of PATH, in order. */
function pathFolders(environment: Environment, platform: string): string[] {
  const separator = platform === "win32" ? ";" : ":";
  return (environment[pathVariable(environment)] ?? "").split(separator).filter((folder) => folder !== "");
}

/** The name of PATH as this environment spells it: Windows says `Path`. */
export function pathVariable(environment: Environment): string {
  return Object.keys(environment).find((name) => name.toUpperCase() === "PATH") ?? "PATH";
}
