/** A program, an emulator and a stack on the real CLI, which can be put back to their beginning in no time. */
import { cp, mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createEmulator, type Emulator } from "pulumi-bluedot/emulator";
import { z } from "zod";

import { createSandbox, type Sandbox } from "../../../tools/engine/sandbox";
import { age } from "../age";
import { openProxy, type Passing } from "../proxy";
import { cliIn, configure } from "../program";
import { start, type Running } from "./processes";

export interface Harness {
  readonly emulator: Emulator;
  /** Puts everything back to its beginning: empty stacks, an empty account, requests that pass. */
  readonly reset: () => Promise<void>;
  /** Puts another program in place of the last, as index.js. */
  readonly declare: (program: string) => Promise<void>;
  /** Replaces the function that every request passes from now on. */
  readonly guard: (passing: Passing) => void;
  /** Starts `pulumi`; with one stack, on it. */
  readonly begin: (...args: string[]) => Running;
  /** Runs it to its end. */
  readonly run: (...args: string[]) => Promise<Ended>;
  /** Lets the states say that all was created long ago. */
  readonly age: () => Promise<void>;
  readonly state: (...args: string[]) => Promise<State>;
  readonly close: () => Promise<void>;
}

interface Ended {
  readonly code: number | null;
  readonly printed: string;
}

const schema = z.object({
  deployment: z.object({
    resources: z
      .array(
        z.object({
          type: z.string(),
          id: z.string().optional(),
          outputs: z.record(z.string(), z.unknown()).optional(),
        }),
      )
      .default([]),
    pending_operations: z.array(z.object({ type: z.string() })).default([]),
  }),
});

export type State = z.output<typeof schema>["deployment"];

interface HarnessOptions {
  /** More variables for the engine. Default: none. */
  readonly engine?: Record<string, string>;
  /** Default: one. */
  readonly stacks?: readonly string[];
}

export async function openHarness({ engine = {}, stacks = ["prod"] }: HarnessOptions = {}): Promise<Harness> {
  const sandbox = await createSandbox({ environment: engine });
  const emulator = await createEmulator();
  let passing: Passing = (_request, work) => work();
  const proxy = await openProxy(emulator, (request, work) => passing(request, work));
  const started = new Set<Running>();
  const close = async () => {
    // A test that fails in the middle must leave none of them behind.
    for (const running of started) await running.kill();
    await proxy.close();
    await sandbox.dispose();
  };
  try {
    const backend = sandbox.environment["PULUMI_BACKEND_URL"] ?? "";
    const variables = { PULUMI_BACKEND_URL: `${backend}${WITHOUT_METADATA}` };
    const folder = await emptyProject(sandbox);
    const pulumi = cliIn(sandbox, folder, variables);
    for (const stack of stacks) {
      await pulumi("stack", "init", stack);
      await configure(
        pulumi,
        stack,
        { "bluedot:endpoint": proxy.url, "bluedot:email": emulator.email },
        { "bluedot:password": emulator.password },
      );
    }
    const began = join(sandbox.folder, "began");
    await cp(sandbox.stateFolder, began, { recursive: true });
    const begin = (...args: string[]) => {
      const running = start(sandbox.engine.pulumi, [...args, "--non-interactive", "--color", "never"], {
        cwd: folder,
        environment: { ...sandbox.environment, ...variables },
      });
      started.add(running);
      void running.code.then(() => started.delete(running));
      return running;
    };
    const run = async (...args: string[]) => {
      const running = begin(...args);
      await running.ended;
      const code = await running.code;
      return { code, printed: running.printed() };
    };
    return {
      emulator,
      async reset() {
        passing = (_request, work) => work();
        emulator.reset();
        await rm(sandbox.stateFolder, { recursive: true, maxRetries: 10, retryDelay: 100 });
        await cp(began, sandbox.stateFolder, { recursive: true });
      },
      declare: (program) => writeFile(join(folder, "index.js"), program),
      guard: (next) => {
        passing = next;
      },
      begin,
      run,
      age: () => age(sandbox.stateFolder),
      async state(...args) {
        const { printed } = await run("stack", "export", ...args);
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

/** A project as its user has it. */
async function emptyProject(sandbox: Sandbox): Promise<string> {
  const folder = join(sandbox.folder, "network");
  await mkdir(folder);
  await writeFile(join(folder, "Pulumi.yaml"), "name: network\nruntime: nodejs\n");
  await writeFile(join(folder, "package.json"), '{ "name": "network", "main": "index.js" }\n');
  await symlink(join(__dirname, "../../../node_modules"), join(folder, "node_modules"), "junction");
  return folder;
}
