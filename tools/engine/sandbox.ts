/** A place of its own for stacks: nothing in it knows of the user's logins, backends or configuration. */
import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import {
  runCommand,
  type CommandOptions,
  type CommandResult,
  type Environment,
  type RunCommand,
} from "./command";
import type { Engine } from "./engine";
import { findEngine } from "./find";
import { processesWith } from "../processes";
import { pathVariable } from "./path";

export interface SandboxOptions {
  /** The engine that runs in it. Default: the one that `findEngine` finds or provisions, once a process. */
  engine?: Engine;
  /** True if TypeScript programs run without a type check, which saves seconds a run. Default: false. */
  transpileOnly?: boolean;
  /** Variables of every command, over all others. Default: none. */
  environment?: Environment;
  /** The variables to start from; those that begin with `PULUMI_` or `BLUEDOT_` are left out. Default: this process's. */
  inherited?: Environment;
  /** The folder of the `node` that runs the programs. Default: this project's `node_modules/.bin`. */
  nodeFolder?: string;
  /** The folder in which the sandbox is made. Default: the system's folder for temporary files. */
  temporaryFolder?: string;
  /** Starts the commands. Default: a child process. */
  run?: RunCommand;
}

export interface Sandbox {
  engine: Engine;
  /** The temporary folder that holds all of it; programs may be put there too. */
  folder: string;
  /** The folder in which the engine keeps the state of the stacks. */
  stateFolder: string;
  /** All variables of a child process that is to see this sandbox and no other. */
  environment: Environment;
  /**
   * Runs `pulumi`; an exit code other than 0 is a result, not an error.
   *
   * @param args such as `["up", "--yes", "--stack", "dev"]`
   * @param options its folder, more variables, a time limit (default 5 minutes), and who sees the output as it comes
   * @example
   * const { code, stdout } = await sandbox.runPulumi(["preview"], { cwd: "examples/first-zone" });
   */
  runPulumi(args: readonly string[], options?: CommandOptions): Promise<CommandResult>;
  /** Removes the folder with all state. */
  dispose(): Promise<void>;
}

const TIME_LIMIT = 5 * 60 * 1000;

/** Milliseconds that the processes of a stopped engine have to end by themselves. */
const LAST_WORK = 10_000;

let found: Promise<Engine> | undefined;

/** Makes a sandbox; whoever makes it disposes of it. */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const engine = options.engine ?? (await (found ??= findEngine()));
  const run = options.run ?? runCommand;
  const folder = await realpath(await mkdtemp(join(options.temporaryFolder ?? tmpdir(), "pulumi-sandbox-")));
  const stateFolder = join(folder, "state");
  await mkdir(stateFolder);
  await mkdir(join(folder, "tmp"));
  const environment = sandboxEnvironment(engine, folder, stateFolder, options);
  return {
    engine,
    folder,
    stateFolder,
    environment,
    runPulumi: (args, given = {}) =>
      run(engine.pulumi, args, {
        timeLimit: TIME_LIMIT,
        ...given,
        environment: { ...environment, ...given.environment },
      }),
    dispose: async () => {
      // An engine that was interrupted ends before what it started, which would make its folders again.
      const limit = Date.now() + LAST_WORK;
      while (processesWith("TMPDIR", join(folder, "tmp")).length > 0 && Date.now() < limit) await sleep(50);
      await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}

/** Makes a sandbox for the time of `work` and disposes of it whatever happens. */
export async function withSandbox<T>(
  work: (sandbox: Sandbox) => Promise<T>,
  options: SandboxOptions = {},
): Promise<T> {
  const sandbox = await createSandbox(options);
  try {
    return await work(sandbox);
  } finally {
    await sandbox.dispose();
  }
}

function sandboxEnvironment(
  engine: Engine,
  folder: string,
  stateFolder: string,
  options: SandboxOptions,
): Environment {
  const inherited = withoutSettings(options.inherited ?? process.env);
  const path = pathVariable(inherited);
  const nodeFolder = options.nodeFolder ?? resolve(__dirname, "../../node_modules/.bin");
  // A program that is stopped leaves its pipes among the temporary files.
  const temporary = join(folder, "tmp");
  return {
    ...inherited,
    TMPDIR: temporary,
    TMP: temporary,
    TEMP: temporary,
    [path]: [engine.folder, nodeFolder, inherited[path]].filter(Boolean).join(delimiter),
    PULUMI_HOME: join(folder, "home"),
    PULUMI_BACKEND_URL: `file://${stateFolder.replaceAll("\\", "/")}`,
    PULUMI_CONFIG_PASSPHRASE: randomBytes(24).toString("base64url"),
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    ...(options.transpileOnly ? { PULUMI_NODEJS_TRANSPILE_ONLY: "true" } : {}),
    ...options.environment,
  };
}

/** The user's tokens, backend, stack and Bluedot account stay outside. */
function withoutSettings(environment: Environment): Environment {
  return Object.fromEntries(
    Object.entries(environment).filter(([name]) => !/^(PULUMI|BLUEDOT)_/i.test(name)),
  );
}
