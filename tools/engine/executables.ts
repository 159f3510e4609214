/** The files an engine consists of, and what `pulumi` says of itself. */
import { constants } from "node:fs";
import { access, mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ENGINE_VERSION, type EngineTools } from "./engine";
import { lastLines } from "./command";
import { reasonOf } from "./reason";

/** Milliseconds `pulumi version` may take; an executable of 110 MB read from a cold disk takes seconds. */
const VERSION_LIMIT = 60_000;

/** The names of an engine's files on one platform. */
export interface EngineFiles {
  pulumi: string;
  languageHost: string;
  /** The launcher of dynamic providers, first the file the engine starts. */
  launcher: string;
}

export function engineFiles(tools: EngineTools): EngineFiles {
  const windows = tools.platform === "win32";
  return {
    pulumi: windows ? "pulumi.exe" : "pulumi",
    languageHost: windows ? "pulumi-language-nodejs.exe" : "pulumi-language-nodejs",
    launcher: windows ? "pulumi-resource-pulumi-nodejs.cmd" : "pulumi-resource-pulumi-nodejs",
  };
}

/** The version a `pulumi` gives, without its `v`, or why it gives none. */
export async function versionOf(
  pulumi: string,
  tools: EngineTools,
): Promise<{ version: string } | { answer: string }> {
  // Every command of the CLI writes a log below PULUMI_HOME and prunes older ones: not in the user's.
  const home = await mkdtemp(join(tmpdir(), "pulumi-version-"));
  try {
    const { code, stdout, stderr } = await tools.run(pulumi, ["version"], {
      environment: { ...tools.environment, PULUMI_HOME: home, PULUMI_SKIP_UPDATE_CHECK: "true" },
      timeLimit: VERSION_LIMIT,
    });
    const version = /^v?(\d+\.\d+\.\d+\S*)\s*$/.exec(stdout)?.[1];
    if (code === 0 && version) return { version };
    const printed = lastLines(stdout + stderr, 3);
    return { answer: `${pulumi} answers \`version\` with exit code ${code} and "${printed}"` };
  } catch (error) {
    return { answer: `${pulumi} does not start (${reasonOf(error)})` };
  } finally {
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * Returns the fault of the folder; undefined if it holds a whole engine of exactly the provisioned version.
 */
export async function faultOfFolder(folder: string, tools: EngineTools): Promise<string | undefined> {
  const files = engineFiles(tools);
  for (const name of [files.pulumi, files.languageHost, files.launcher]) {
    if (!(await isExecutable(join(folder, name), tools))) return `${folder} holds no ${name}`;
  }
  const answer = await versionOf(join(folder, files.pulumi), tools);
  if ("answer" in answer) return answer.answer;
  if (answer.version === ENGINE_VERSION) return undefined;
  return `${folder} holds version ${answer.version}, not ${ENGINE_VERSION}`;
}

export async function isExecutable(file: string, tools: EngineTools): Promise<boolean> {
  try {
    await access(file, tools.platform === "win32" ? constants.F_OK : constants.X_OK);
    const found = await stat(file);
    return found.isFile() && found.size > 0;
  } catch {
    return false;
  }
}
