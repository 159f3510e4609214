/** A stack of an inline program on the real CLI, with its own backend and its own emulator. */
import { readFile, symlink } from "node:fs/promises";
import { join } from "node:path";
import { LocalWorkspace, type Stack } from "@pulumi/pulumi/automation";
import { startEmulator, type RunningEmulator } from "pulumi-bluedot/emulator";
import { z } from "zod";

import { createSandbox, type Sandbox } from "../../tools/engine/sandbox";
import { age } from "./age";
import { connectEachRunAnew } from "./connections";
import { withCheckpoints, withoutCheckpoints } from "./crash/engines";
import { leanCommand, withoutOutputs } from "./lean-command";

/** One resource in a plan or a run. */
export interface Step {
  /** `create`, `update`, `same`, `delete`, `replace`, `read` … */
  readonly op: string;
  /** The resource's name in the program. */
  readonly name: string;
  /** The properties that differ, by path, where the step is an update. */
  readonly paths: string[];
}

export interface TestStack {
  readonly emulator: RunningEmulator;
  readonly stack: Stack;
  /** Puts another program in place of the first. */
  run(program: Program): void;
  /** A plain `pulumi preview`, or one that prints the differences: what it plans, without what stays the same. */
  preview(options?: { readonly diff?: boolean; readonly refresh?: boolean }): Promise<Step[]>;
  /** A plain `pulumi up`: what it did, without what stayed the same. */
  up(options?: RunOptions): Promise<Step[]>;
  refresh(): Promise<Step[]>;
  destroy(options?: RunOptions): Promise<Step[]>;
  /** Sets a plain key of the configuration, or removes it. */
  configure(key: string, value: string | undefined): Promise<void>;
  /** Sets whether each run refreshes from the API, from now on. */
  refreshAlways(isSo: boolean): Promise<void>;
  /** The URNs of resources, by their names in the program. */
  urns(names: readonly string[]): Promise<string[]>;
  /** `pulumi state taint`: the next `up` replaces the resources. */
  taint(...names: readonly string[]): Promise<void>;
  /** All that the CLI printed since the last call of this. */
  printed(): string;
  /** The outputs that the program returned, as the state has them: secrets stay encrypted. */
  outputs(): Promise<Record<string, unknown>>;
  /** The id of each resource in the state, by its name in the program. */
  ids(): Promise<Map<string, string>>;
  /** Lets the state say that all was created long ago, so that what is gone then is believed at once. */
  age(): Promise<void>;
  /** Ends the emulator and removes the backend, whatever the stack holds. */
  close(): Promise<void>;
}

/** Options of the CLI, with resources by their names in the program. */
export interface RunOptions {
  readonly replace?: readonly string[];
  readonly target?: readonly string[];
  readonly parallel?: number;
  readonly refresh?: boolean;
  readonly continueOnError?: boolean;
}

/** Declares the resources of a program. The return value becomes the stack's outputs. */
export type Program = () => Record<string, unknown> | undefined;

interface Options {
  /** True if a plain preview refreshes from the API. Default: true. */
  readonly refreshAlways?: boolean;
  /**
   * True if the engine writes its state after each resource, as for a user; else at the end of a run.
   * Default: false.
   */
  readonly checkpoints?: boolean;
  readonly environment?: Record<string, string>;
  readonly config?: Record<string, string>;
  /** The account. Default: one of its own. */
  readonly emulator?: RunningEmulator;
}

/** Makes a stack; whoever makes it closes it, and nothing is left of it. */
export async function openStack(options: Options = {}): Promise<TestStack> {
  const sandbox = await createSandbox();
  const emulator = options.emulator ?? (await startEmulator());
  const close = async () => {
    if (options.emulator === undefined) await emulator.close();
    await sandbox.dispose();
  };
  try {
    // The engine looks for the provider's package from the program's folder.
    await symlink(join(__dirname, "../../node_modules"), join(sandbox.folder, "node_modules"));
    process.env["PATH"] = sandbox.environment["PATH"];
    return { ...(await startStack(emulator, sandbox, options)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Makes a stack for the time of `work`, and destroys what is left of it through the CLI. */
export async function withStack(
  work: (stack: TestStack) => Promise<void>,
  options: Options = {},
): Promise<void> {
  const stack = await openStack(options);
  try {
    await work(stack);
    stack.emulator.clearFaults();
    await stack.destroy();
  } finally {
    await stack.close();
  }
}

/** The stack of a `describe` whose tests are its steps: none of them runs after one that failed. */
export function stackOfSteps(suite: Mocha.Suite, options: Options = {}): () => TestStack {
  let stack: TestStack | undefined;
  suite.timeout(180_000).bail(true);
  before(async () => {
    stack = await openStack(options);
  });
  after(() => stack?.close());
  return () => {
    if (stack === undefined) throw new Error("The stack is there from the first step on.");
    return stack;
  };
}

async function startStack(
  emulator: RunningEmulator,
  sandbox: Sandbox,
  options: Options,
): Promise<Omit<TestStack, "close">> {
  const environment = strings(sandbox.environment);
  connectEachRunAnew();
  const engine = options.checkpoints === true ? withCheckpoints : withoutCheckpoints;
  let program: Program = () => undefined;
  const settings = (refresh: boolean | undefined) => ({
    name: "acceptance",
    runtime: "nodejs",
    ...(refresh !== false && { options: { refresh: "always" } }),
  });
  const stack = await LocalWorkspace.createStack(
    { stackName: "test", projectName: "acceptance", program: () => Promise.resolve(program() ?? {}) },
    {
      workDir: sandbox.folder,
      pulumiHome: environment["PULUMI_HOME"],
      pulumiCommand: await leanCommand(),
      projectSettings: settings(options.refreshAlways),
      envVars: { ...environment, ...engine, ...options.environment },
    },
  );
  await stack.setAllConfig({
    "bluedot:endpoint": { value: emulator.url },
    "bluedot:email": { value: emulator.email },
    "bluedot:password": { value: emulator.password, secret: true },
    ...Object.fromEntries(Object.entries(options.config ?? {}).map(([key, value]) => [key, { value }])),
  });

  let printed = "";
  const onOutput = (text: string) => (printed += text);
  const recorded = async (run: (onEvent: (event: EngineEvent) => void) => Promise<unknown>) => {
    const events: EngineEvent[] = [];
    await withoutOutputs(() => run((event) => events.push(event)));
    return stepsOf(events);
  };
  // From the backend's file, which takes no run of the CLI.
  const stateFile = join(sandbox.stateFolder, `.pulumi/stacks/acceptance/${stack.name}.json`);
  const resources = async () =>
    state.parse(JSON.parse(await readFile(stateFile, "utf8"))).checkpoint.latest?.resources ?? [];
  const urnsOf = async (names: readonly string[]) =>
    (await resources()).flatMap(({ urn }) => (names.includes(nameOf(urn)) ? [urn] : []));
  const optionsOf = async ({ replace, target, ...others }: RunOptions) => ({
    ...others,
    ...(replace && { replace: await urnsOf(replace) }),
    ...(target && { target: await urnsOf(target) }),
  });
  return {
    emulator,
    stack,
    run: (next) => {
      program = next;
    },
    preview: (options = {}) =>
      recorded((onEvent) => stack.preview({ ...options, color: "never", onEvent, onOutput })),
    up: async (given = {}) => {
      const options = await optionsOf(given);
      return recorded((onEvent) => stack.up({ ...options, onEvent, onOutput }));
    },
    refresh: () => recorded((onEvent) => stack.refresh({ onEvent, onOutput })),
    destroy: async (given = {}) => {
      const options = await optionsOf(given);
      return recorded((onEvent) => stack.destroy({ ...options, onEvent, onOutput }));
    },
    // In the file, which takes no run of the CLI.
    configure: async (key, value) => {
      const { config = {}, ...others } = await stack.workspace.stackSettings(stack.name);
      const { [key]: _before, ...left } = config;
      const changed = value === undefined ? left : { ...left, [key]: value };
      await stack.workspace.saveStackSettings(stack.name, { ...others, config: changed });
    },
    refreshAlways: (isSo) => stack.workspace.saveProjectSettings(settings(isSo)),
    urns: urnsOf,
    printed: () => {
      const text = printed;
      printed = "";
      return text;
    },
    ids: async () => new Map((await resources()).map(({ urn, id }) => [nameOf(urn), id ?? ""])),
    outputs: async () =>
      (await resources()).find(({ type }) => type === "pulumi:pulumi:Stack")?.outputs ?? {},
    age: () => age(sandbox.stateFolder),
    taint: async (...names) => {
      const all = ["state", "taint", ...(await urnsOf(names)), "--yes", "--stack", stack.name];
      const { code, stderr } = await sandbox.runPulumi(all, { cwd: sandbox.folder });
      if (code !== 0) throw new Error(stderr);
    },
  };
}

type EngineEvent = Parameters<NonNullable<NonNullable<Parameters<Stack["up"]>[0]>["onEvent"]>>[0];

/** Returns the planned or executed steps, without the refreshes before them and without the stack itself. */
function stepsOf(events: EngineEvent[]): Step[] {
  return events.flatMap(({ resourcePreEvent }) => {
    const step = resourcePreEvent?.metadata;
    if (step === undefined || ["same", "refresh"].includes(step.op) || step.type.startsWith("pulumi:"))
      return [];
    const paths = Object.keys(step.detailedDiff ?? {}).sort();
    return [
      {
        op: step.op,
        name: nameOf(step.urn),
        paths: paths.length > 0 ? paths : [...(step.diffs ?? [])].sort(),
      },
    ];
  });
}

const resource = z.looseObject({
  urn: z.string(),
  type: z.string(),
  id: z.string().optional(),
  outputs: z.record(z.string(), z.unknown()).optional(),
});
const state = z.looseObject({
  checkpoint: z.looseObject({
    latest: z.looseObject({ resources: z.array(resource).optional() }).nullish(),
  }),
});

function nameOf(urn: string): string {
  return urn.split("::").at(-1) ?? "";
}

function strings(environment: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const entries = Object.entries(environment);
  return Object.fromEntries(entries.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
}
