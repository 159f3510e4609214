/** Fixtures of the search for an engine: temporary folders and executables that only claim a version. */
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { runCommand, type RunCommand } from "../../../../tools/engine/command";
import type { EngineTools } from "../../../../tools/engine/engine";

export const PARTS = ["pulumi", "pulumi-language-nodejs", "pulumi-resource-pulumi-nodejs"] as const;

export interface Fixtures {
  folder: string;
  /** The folder that is the cache of the engine. */
  cache: string;
  tools: EngineTools;
  /** The commands that were run, such as `pulumi version`. */
  commands: string[];
  /** The lines of progress that were shown. */
  said: string[];
  dispose(): Promise<void>;
}

/** Fixtures without an engine, without Go, and without a network. */
export async function createFixtures(replaced: Partial<EngineTools> = {}): Promise<Fixtures> {
  const folder = await mkdtemp(join(tmpdir(), "engine-fixtures-"));
  const launcherFolder = join(folder, "launcher");
  await mkdir(launcherFolder);
  await writeFile(join(launcherFolder, "pulumi-resource-pulumi-nodejs"), "#!/bin/sh\n");
  const commands: string[] = [];
  const said: string[] = [];
  const tools: EngineTools = {
    platform: "linux",
    arch: "x64",
    environment: { PATH: "" },
    homeFolder: folder,
    run: withoutGo,
    fetch: () => Promise.reject(new TypeError("fetch failed", { cause: new Error("no network") })),
    downloadBase: "http://127.0.0.1:1/sdk",
    answerLimit: 5_000,
    stallLimit: 5_000,
    goModules: folder,
    launcherFolder,
    say: (line) => said.push(line),
    now: () => 0,
    every: () => () => undefined,
    ...replaced,
  };
  const { run } = tools;
  tools.run = (command, args, options) => {
    commands.push([basename(command), args[0]].join(" "));
    return run(command, args, options);
  };
  const cache = join(folder, ".pulumi", "versions", "3.259.0", "bin");
  const dispose = () => rm(folder, { recursive: true, force: true });
  return { folder, cache, tools, commands, said, dispose };
}

/** An executable answers `version` with its own content; `tar` is the real one; nothing else exists. */
export const withoutGo: RunCommand = async (command, args, options) => {
  if (command === "tar") return runCommand(command, args, { cwd: options?.cwd });
  if (args[0] !== "version" || command === "go") {
    throw Object.assign(new Error(`spawn ${command} ENOENT`), { code: "ENOENT" });
  }
  return { code: 0, stdout: await readFile(command, "utf8"), stderr: "" };
};

/** A Go whose `build` writes executables that claim `version`. */
export function withGo(
  version = "v3.259.0\n",
  duringBuild: () => Promise<void> = () => Promise.resolve(),
): RunCommand {
  return async (command, args, options) => {
    if (command !== "go") return withoutGo(command, args, options);
    if (args[0] === "build") {
      await duringBuild();
      await writeExecutable(args[args.indexOf("-o") + 1] ?? "", version);
    }
    return { code: 0, stdout: "", stderr: "" };
  };
}

/** Writes executables that claim `version` into the folder. */
export async function writeEngine(
  folder: string,
  version = "v3.259.0\n",
  parts: readonly string[] = PARTS,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const part of parts) await writeExecutable(join(folder, part), version);
}

async function writeExecutable(file: string, content: string): Promise<void> {
  await writeFile(file, content);
  await chmod(file, 0o755);
}
