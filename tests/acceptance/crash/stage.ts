/** A program, an emulator and a stack on the real CLI, which can be put back to their beginning in no time. */
import { cp, mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createEmulator, type Emulator } from "pulumi-bluedot/emulator";
import { z } from "zod";

import { createSandbox, type Sandbox } from "../../../tools/engine/sandbox";
import { openDoorway, type Passing } from "../doorway";
import { configure, type Cli } from "../program";
import { start, type Running } from "./processes";

export interface Stage {
  readonly emulator: Emulator;
  /** Puts another program in place of the last, and everything back to its beginning: an empty stack and account. */
  readonly reset: (program: string) => Promise<void>;
  /** What each request passes from now on. */
  readonly guard: (passing: Passing) => void;
  /** Starts `pulumi` on the stack. */
  readonly begin: (...args: string[]) => Running;
  /** Runs `pulumi` on the stack, to its end. */
  readonly run: (...args: string[]) => Promise<Ended>;
  readonly state: () => Promise<State>;
  readonly close: () => Promise<void>;
}

interface Ended {
  readonly code: number | null;
  readonly printed: string;
}

const schema = z.object({
  deployment: z.object({
    resources: z.array(z.object({ type: z.string(), id: z.string().optional() })).default([]),
    pending_operations: z.array(z.object({ type: z.string() })).default([]),
  }),
});

export type State = z.output<typeof schema>["deployment"];

/** @param environment more variables for the engine. Default: none. */
export async function openStage(environment: Record<string, string> = {}): Promise<Stage> {
  const sandbox = await createSandbox({ environment });
  const emulator = await createEmulator();
  let passing: Passing = (_request, work) => work();
  const doorway = await openDoorway(emulator, (request, work) => passing(request, work));
  const close = async () => {
    await doorway.close();
    await sandbox.dispose();
  };
  try {
    const backend = sandbox.environment["PULUMI_BACKEND_URL"] ?? "";
    const variables = { PULUMI_BACKEND_URL: `${backend}${WITHOUT_METADATA}` };
    const folder = await emptyProject(sandbox, variables, { ...emulator, url: doorway.url });
    const began = join(sandbox.folder, "began");
    await cp(sandbox.stateFolder, began, { recursive: true });
    const begin = (...args: string[]) =>
      start(sandbox.engine.pulumi, [...args, "--non-interactive", "--color", "never"], {
        cwd: folder,
        environment: { ...sandbox.environment, ...variables },
      });
    const run = async (...args: string[]) => {
      const running = begin(...args);
      const code = await running.code;
      return { code, printed: running.printed() };
    };
    return {
      emulator,
      async reset(program) {
        passing = (_request, work) => work();
        emulator.reset();
        await writeFile(join(folder, "index.js"), program);
        await rm(sandbox.stateFolder, { recursive: true, maxRetries: 10, retryDelay: 100 });
        await cp(began, sandbox.stateFolder, { recursive: true });
      },
      guard: (next) => {
        passing = next;
      },
      begin,
      run,
      async state() {
        const { printed } = await run("stack", "export");
        return schema.parse(JSON.parse(printed)).deployment;
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Else a file of metadata stands beside each state and is written in place: a kill in that moment leaves it empty, and
 * no command can load the state any more.
 */
const WITHOUT_METADATA = "?metadata=skip";

interface Account {
  readonly url: string;
  readonly email: string;
  readonly password: string;
}

/** A project as its user has it, with a stack that is selected and has its configuration. */
async function emptyProject(
  sandbox: Sandbox,
  environment: Record<string, string>,
  { url, email, password }: Account,
): Promise<string> {
  const folder = join(sandbox.folder, "network");
  await mkdir(folder);
  await writeFile(join(folder, "Pulumi.yaml"), "name: network\nruntime: nodejs\n");
  await writeFile(join(folder, "package.json"), '{ "name": "network", "main": "index.js" }\n');
  await writeFile(join(folder, "index.js"), "");
  await symlink(join(__dirname, "../../../node_modules"), join(folder, "node_modules"), "junction");
  const pulumi: Cli = async (...args) => {
    const { code, stdout, stderr } = await sandbox.runPulumi([...args, "--non-interactive"], {
      cwd: folder,
      environment,
    });
    if (code !== 0)
      throw new Error(`pulumi ${args[0] ?? ""} ended with exit code ${code}:\n${stdout}${stderr}`);
    return stdout;
  };
  await pulumi("stack", "init", "prod");
  await configure(
    pulumi,
    "prod",
    { "bluedot:endpoint": url, "bluedot:email": email },
    { "bluedot:password": password },
  );
  return folder;
}
