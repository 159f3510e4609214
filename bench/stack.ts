/** One of the programs beside on the real CLI, from its first `up` to its `destroy`; the emulator is in this process. */
import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { startEmulator, type RunningEmulator } from "pulumi-bluedot/emulator";
import * as ts from "typescript";

import { cliIn, configure, type Cli } from "../tests/acceptance/program";
import { withSandbox } from "../tools/engine/sandbox";
import { zoneArgs } from "./programs/zone-args";
import type { Figures } from "./scenario";

export const phases = ["up", "no-op", "refresh", "destroy"] as const;
type NearPhase = (typeof phases)[number];
/** Where each answer takes the time that it takes over a network. */
export type Phase = NearPhase | `distant ${NearPhase}`;

/** Milliseconds. */
export const DISTANCE = 50;

export interface StackRun {
  /** The program's file, without its ending. */
  readonly program: string;
  readonly zones: number;
  /** Default: all of them. */
  readonly phases?: readonly Phase[];
  /** Variables of the engine. Default: none but the sandbox's. */
  readonly environment?: Readonly<Record<string, string>>;
}

const commands: Record<NearPhase, readonly string[]> = {
  up: ["up", "--yes", "--skip-preview"],
  "no-op": ["up", "--yes", "--skip-preview"],
  refresh: ["refresh", "--yes", "--skip-preview"],
  destroy: ["destroy", "--yes", "--skip-preview"],
};

const stack = "bench";
const timeLimit = 60 * 60 * 1000;

/**
 * `up` and so on: milliseconds. `up requests`: how many, and of which kinds `up lists`, `up reads`, `up posts`, `up
 * deletes`, `up sign-ins`. `up peak`: the provider's process at its highest, in bytes. `state` and `arguments`, as JSON:
 * bytes a zone.
 */
export async function onStack(run: StackRun): Promise<Figures> {
  const { program, zones, environment = {} } = run;
  const emulator = await startEmulator();
  try {
    return await withSandbox(async (sandbox) => {
      const peakFile = join(sandbox.folder, "peak");
      const folder = await projectFolder(sandbox.folder, program);
      const cli = cliIn(
        { ...sandbox, runPulumi: (args, options) => sandbox.runPulumi(args, { ...options, timeLimit }) },
        folder,
        {
          ...environment,
          BENCH_ZONES: String(zones),
          BENCH_PEAK: peakFile,
          NODE_OPTIONS: [environment["NODE_OPTIONS"], `--require ${join(__dirname, "peak.cjs")}`].join(" "),
        },
      );
      await cli("stack", "init", stack);
      const { url, email, password } = emulator;
      await configure(
        cli,
        stack,
        { "bluedot:endpoint": url, "bluedot:email": email },
        { "bluedot:password": password },
      );
      return figuresOf(run, { cli, emulator, peakFile });
    });
  } finally {
    await emulator.close();
  }
}

interface Tools {
  readonly cli: Cli;
  readonly emulator: RunningEmulator;
  readonly peakFile: string;
}

async function figuresOf({ phases: asked = phases, zones }: StackRun, tools: Tools): Promise<Figures> {
  const { cli, emulator, peakFile } = tools;
  const figures: Record<string, number> = { arguments: argumentsOf(zones) / zones };
  for (const phase of asked) {
    emulator.requests.clear();
    await rm(peakFile, { force: true });
    const near = nearOf(phase);
    if (near !== phase) emulator.fault({ kind: "delay", ms: DISTANCE, times: "forever" });
    const start = performance.now();
    await cli(...commands[near], "--stack", stack);
    figures[phase] = performance.now() - start;
    emulator.clearFaults();
    figures[`${phase} peak`] = 1024 * Number(await readFile(peakFile, "utf8").catch(() => "0"));
    for (const [kind, count] of Object.entries(requestsOf(emulator))) figures[`${phase} ${kind}`] = count;
    if (nearOf(phase) === "up" && zones > 0) figures["state"] = (await stateOf(cli)) / zones;
  }
  return figures;
}

/** The JSON of all of them, as `Zone`s that stand alone. */
function argumentsOf(zones: number): number {
  const all = Array.from({ length: zones }, (_, at) => ({ projectId: randomUUID(), ...zoneArgs(at) }));
  return all.reduce((sum, one) => sum + JSON.stringify(one).length, 0);
}

function nearOf(phase: Phase): NearPhase {
  return phases.find((near) => phase.endsWith(near)) ?? "up";
}

async function stateOf(cli: Cli): Promise<number> {
  const deployment: unknown = JSON.parse(await cli("stack", "export", "--stack", stack));
  return JSON.stringify(deployment).length;
}

function requestsOf(emulator: RunningEmulator): Record<string, number> {
  return {
    requests: emulator.requests.length,
    "sign-ins": emulator.count({ method: "POST", path: "/sessions" }),
    posts: emulator.count({ method: "POST", path: /^\/(zones|projects)$/ }),
    lists: emulator.count({ method: "GET", path: /^\/\w+$/ }),
    "zone reads": emulator.count({ method: "GET", path: /^\/zones\/(?!count)/ }),
    reads: emulator.count({ method: "GET", path: /^\/\w+\// }),
    deletes: emulator.count({ method: "DELETE" }),
  };
}

/** The programs as the engine runs them fastest: JavaScript that is not checked again. */
async function projectFolder(parent: string, program: string): Promise<string> {
  const folder = join(parent, "network");
  await mkdir(folder);
  await writePrograms(folder);
  const project = {
    name: "network",
    main: `${program}.js`,
    runtime: { name: "nodejs", options: { typescript: false } },
  };
  // JSON is YAML.
  await writeFile(join(folder, "Pulumi.yaml"), JSON.stringify(project));
  await writeFile(join(folder, "package.json"), JSON.stringify({ name: "network", type: "commonjs" }));
  await symlink(join(__dirname, "../node_modules"), join(folder, "node_modules"));
  return folder;
}

export async function writePrograms(folder: string): Promise<void> {
  const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2023 };
  const source = join(__dirname, "programs");
  for (const file of await readdir(source)) {
    const { outputText } = ts.transpileModule(await readFile(join(source, file), "utf8"), {
      compilerOptions,
    });
    await writeFile(join(folder, `${basename(file, ".ts")}.js`), outputText);
  }
}
