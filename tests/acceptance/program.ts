/** A program in its own folder on the real CLI, as its user runs it. */
import { existsSync } from "node:fs";
import { join } from "node:path";

import type { RunningEmulator } from "pulumi-bluedot/emulator";

import { copyProgram } from "../../tools/engine/program";
import type { Sandbox } from "../../tools/engine/sandbox";

const root = join(__dirname, "../..");

/** Runs `pulumi` and gives what it printed; an exit code other than 0 is an error that holds all of it. */
export type Cli = (...args: string[]) => Promise<string>;

/** Configuration keys of a stack, with their namespaces. */
export type Settings = Readonly<Record<string, string>>;

/** The CLI in a folder; `environment` is added to that of the sandbox. */
export function cliIn(sandbox: Sandbox, cwd: string, environment: Record<string, string> = {}): Cli {
  return async (...args) => {
    const options = { cwd, environment };
    const { code, stdout, stderr } = await sandbox.runPulumi(
      [...args, "--non-interactive", "--color", "never"],
      options,
    );
    if (code !== 0)
      throw new Error(`pulumi ${args[0] ?? ""} ended with exit code ${code}:\n${stdout}${stderr}`);
    return stdout + stderr;
  };
}

/** The sandbox's variables with which a program is not type-checked again. */
export const alreadyChecked = { PULUMI_NODEJS_TRANSPILE_ONLY: "true" };

/** Sets all keys of a stack at once. */
export async function configure(
  pulumi: Cli,
  stack: string,
  plain: Settings,
  secret: Settings,
): Promise<void> {
  const flags = (flag: string, settings: Settings) =>
    Object.entries(settings).flatMap(([key, value]) => [flag, `${key}=${value}`]);
  await pulumi(
    "config",
    "set-all",
    "--stack",
    stack,
    ...flags("--plaintext", plain),
    ...flags("--secret", secret),
  );
}

/** Counts the projects and zones of an emulator. */
export function held(emulator: RunningEmulator): { projects: number; zones: number } {
  return { projects: emulator.projects.size(), zones: emulator.zones.size() };
}

/** The folder of an example's project: its own, or the root, whose program it then is. */
export async function copyExample(sandbox: Sandbox, example: string): Promise<string> {
  const path = `examples/${example}`;
  if (!existsSync(join(root, path, "Pulumi.yaml"))) return await copyProgram(sandbox, ["Pulumi.yaml", path]);
  return join(await copyProgram(sandbox, [path]), path);
}
