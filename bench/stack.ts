/** One of the programs beside on the real CLI, from its first `up` to its `destroy`. */
import { mkdir, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { RunningEmulator } from "pulumi-bluedot/emulator";
import * as ts from "typescript";

import { cliIn, configure, type Cli } from "../tests/acceptance/program";
import { withSandbox } from "../tools/engine/sandbox";

const commands = {
  up: ["up", "--yes", "--skip-preview"],
  "no-op up": ["up", "--yes", "--skip-preview"],
  refresh: ["refresh", "--yes", "--skip-preview"],
  destroy: ["destroy", "--yes", "--skip-preview"],
} as const;

export type Phase = keyof typeof commands;
export const phases = ["up", "no-op up", "refresh", "destroy"] as const satisfies readonly Phase[];

const stack = "bench";
const timeLimit = 60 * 60 * 1000;

interface StackRun {
  /** The program's file, without its ending. */
  readonly program: string;
  readonly zones: number;
  /** Default: all of them. */
  readonly phases: readonly Phase[] | undefined;
  readonly emulator: RunningEmulator;
}

/**
 * `up` and so on: milliseconds. `up posts`, `up lists`, `up reads`, `up deletes` and `up sign-ins`: requests. `up peak`:
 * the provider's process at its highest, in bytes. `state`: bytes a zone.
 */
export async function runStack(run: StackRun): Promise<Record<string, number>> {
  return await withSandbox(async (sandbox) => {
    const peakFile = join(sandbox.folder, "peak");
    const folder = await projectFolder(sandbox.folder, run.program);
    const patient = {
      ...sandbox,
      runPulumi: (...[args, options]: Parameters<typeof sandbox.runPulumi>) =>
        sandbox.runPulumi(args, { ...options, timeLimit }),
    };
    const cli = cliIn(patient, folder, {
      BENCH_ZONES: String(run.zones),
      BENCH_PEAK: peakFile,
      NODE_OPTIONS: `--require ${join(__dirname, "peak.cjs")}`,
    });
    await cli("stack", "init", stack);
    const { url, email, password } = run.emulator;
    await configure(
      cli,
      stack,
      { "bluedot:endpoint": url, "bluedot:email": email },
      { "bluedot:password": password },
    );
    return await measure(run, cli, peakFile);
  });
}

async function measure(run: StackRun, cli: Cli, peakFile: string): Promise<Record<string, number>> {
  const figures: Record<string, number> = {};
  for (const phase of run.phases ?? phases) {
    run.emulator.requests.clear();
    await rm(peakFile, { force: true });
    const start = performance.now();
    await cli(...commands[phase], "--stack", stack);
    figures[phase] = performance.now() - start;
    figures[`${phase} peak`] = 1024 * Number(await readFile(peakFile, "utf8").catch(() => "0"));
    for (const [kind, count] of Object.entries(requestsOf(run.emulator))) figures[`${phase} ${kind}`] = count;
    if (phase === "up" && run.zones > 0) figures["state"] = (await stateOf(cli)) / run.zones;
  }
  return figures;
}

async function stateOf(cli: Cli): Promise<number> {
  const deployment: unknown = JSON.parse(await cli("stack", "export", "--stack", stack));
  return JSON.stringify(deployment).length;
}

function requestsOf(emulator: RunningEmulator): Record<string, number> {
  return {
    "sign-ins": emulator.count({ method: "POST", path: "/sessions" }),
    posts: emulator.count({ method: "POST", path: /^\/(zones|projects)$/ }),
    lists: emulator.count({ method: "GET", path: /^\/\w+$/ }),
    reads: emulator.count({ method: "GET", path: /^\/\w+\// }),
    deletes: emulator.count({ method: "DELETE" }),
  };
}

/** The programs as the engine runs them fastest: JavaScript that is not checked again. */
async function projectFolder(parent: string, program: string): Promise<string> {
  const folder = join(parent, "network");
  await mkdir(folder);
  await writePrograms(folder);
  const runtime = { name: "nodejs", options: { typescript: false } };
  // JSON is YAML.
  const project = JSON.stringify({ name: "network", main: `${program}.js`, runtime });
  await writeFile(join(folder, "Pulumi.yaml"), project);
  await writeFile(join(folder, "package.json"), JSON.stringify({ name: "network", type: "commonjs" }));
  await symlink(join(__dirname, "../node_modules"), join(folder, "node_modules"));
  return folder;
}

export async function writePrograms(folder: string): Promise<void> {
  const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2023 };
  const source = join(__dirname, "programs");
  for (const file of await readdir(source)) {
    const text = await readFile(join(source, file), "utf8");
    const { outputText } = ts.transpileModule(text, { compilerOptions });
    await writeFile(join(folder, `${basename(file, ".ts")}.js`), outputText);
  }
}
