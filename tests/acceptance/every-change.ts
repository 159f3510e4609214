/** The stack of tests/fixtures/plans/program.ts: its first version is up, and somebody changed the account by hand. */
import { cp, mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { startEmulator, type RunningEmulator } from "pulumi-bluedot/emulator";

import type { CommandResult } from "../../tools/engine/command";
import { createSandbox, type Sandbox } from "../../tools/engine/sandbox";
import { age } from "./age";
import { withoutCheckpoints } from "./crash/engines";

const root = join(__dirname, "../..");

export interface EveryChange {
  readonly emulator: RunningEmulator;
  readonly sandbox: Sandbox;
  /** The folder of the program. */
  readonly folder: string;
  /** The sign-in of the stack, in the environment. */
  readonly signIn: Readonly<Record<string, string>>;
  /** Runs the CLI; `environment` is added to the sandbox's. */
  readonly pulumi: (args: string[], environment?: Record<string, string>) => Promise<CommandResult>;
  /** The id of the one zone of this name. */
  readonly idOf: (name: string) => string;
  readonly close: () => Promise<void>;
}

/** Brings the first version up; whoever opens it closes it. */
export async function openEveryChange(): Promise<EveryChange> {
  const sandbox = await createSandbox({ transpileOnly: true });
  const emulator = await startEmulator();
  const folder = join(sandbox.folder, "program");
  const signIn = {
    BLUEDOT_ENDPOINT: emulator.url,
    BLUEDOT_EMAIL: emulator.email,
    BLUEDOT_PASSWORD: emulator.password,
  };
  const pulumi: EveryChange["pulumi"] = (args, environment = {}) =>
    sandbox.runPulumi([...args, "--non-interactive", "--color", "never"], {
      cwd: folder,
      environment: { ...signIn, ...withoutCheckpoints, ...environment },
    });
  const close = async () => {
    await emulator.close();
    await sandbox.dispose();
  };
  try {
    await writeProgram(folder);
    await succeed(pulumi(["stack", "init", "test"]));
    await succeed(pulumi(["up", "--yes", "--skip-preview"]));
    await age(sandbox.stateFolder);
  } catch (error) {
    await close();
    throw error;
  }
  const idOf = (name: string) => {
    const [zone, another] = emulator.zones.list().filter((each) => each.name === name);
    if (zone === undefined || another !== undefined) throw new Error(`There is no one zone ${name}.`);
    return zone._id;
  };
  return { emulator, sandbox, folder, signIn, pulumi, idOf, close };
}

async function writeProgram(folder: string): Promise<void> {
  await mkdir(folder);
  await cp(join(root, "tests/fixtures/plans/program.ts"), join(folder, "index.ts"));
  await writeFile(join(folder, "Pulumi.yaml"), "name: every-change\nruntime: nodejs\n");
  await writeFile(join(folder, "package.json"), "{}\n");
  const compilerOptions = { module: "nodenext", target: "es2022" };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions }));
  await symlink(join(root, "node_modules"), join(folder, "node_modules"));
}

async function succeed(run: Promise<CommandResult>): Promise<void> {
  const { code, stdout, stderr } = await run;
  if (code !== 0) throw new Error(`It ended with exit code ${code}:\n${stdout}${stderr}`);
}
