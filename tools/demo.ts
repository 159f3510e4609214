/** `npm run demo`: the whole life of a program on the real CLI, against an emulator of its own. */
import { appendFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { constants } from "node:os";
import { dirname, join, resolve } from "node:path";

import { startEmulator, type RunningEmulator } from "pulumi-bluedot/emulator";

import { runCommand } from "./engine/command";
import { findEngine } from "./engine/find";
import { copyProgram } from "./engine/program";
import { reasonOf } from "./engine/reason";
import { withSandbox, type Sandbox } from "./engine/sandbox";

/** The requests of one step, as `GET /zones` → 4. */
type StepRequests = [step: string, requests: Map<string, number>];

/** A command of the demo. */
interface Step {
  readonly args: string[];
  /** The command as the title shows it. Default: the arguments. */
  readonly shown?: string;
  /** The sentence below the title. */
  readonly shows: string;
}

/** Throws after a signal that ends the demo. */
type Pause = () => void;

main().catch((error: unknown) => {
  console.error(`\n${reasonOf(error)}`);
  process.exitCode = error instanceof Interrupted ? 128 + constants.signals[error.signal] : 1;
});

async function main(): Promise<void> {
  const engine = await findEngine();
  const pause = interruptible();
  const begin = performance.now();
  const emulator = await startEmulator();
  try {
    await withSandbox((sandbox) => demo(sandbox, emulator, pause), { engine, transpileOnly: true });
  } finally {
    await emulator.close();
  }
  const seconds = Math.round((performance.now() - begin) / 1000);
  console.log(`\nThe demo took ${seconds} s. Its stack and the emulator are gone; the map stays.`);
}

async function demo(sandbox: Sandbox, emulator: RunningEmulator, pause: Pause): Promise<void> {
  const cwd = await copyProgram(sandbox, ["Pulumi.yaml", "examples/tour"]);
  const steps: StepRequests[] = [];
  const run = async (args: string[], onOutput?: (text: string) => void) => {
    pause();
    const color = process.stdout.isTTY ? "always" : "never";
    const { code, stderr } = await sandbox.runPulumi([...args, "--non-interactive", "--color", color], {
      cwd,
      onOutput,
    });
    pause();
    if (code === 0) return;
    throw new Error(`pulumi ${args[0] ?? ""} ended with exit code ${code}.${onOutput ? "" : `\n${stderr}`}`);
  };
  const show = async ({ args, shown = args.join(" "), shows }: Step) => {
    title(`pulumi ${shown}`, shows);
    await run(args, process.stdout.isTTY ? (text) => void process.stdout.write(text) : printResults());
    steps.push([shown, counted(emulator)]);
    emulator.requests.clear();
  };

  title(
    `An emulator of Bluedot's Config API listens on ${emulator.url}`,
    "Each step is a real pulumi command on a copy of examples/tour; no account is needed.",
  );
  const settings = [`bluedot:endpoint=${emulator.url}`, `bluedot:email=${emulator.email}`];
  await run(["stack", "init", "demo"]);
  await run([
    "config",
    "set-all",
    ...settings.flatMap((setting) => ["--plaintext", setting]),
    "--secret",
    `bluedot:password=${emulator.password}`,
  ]);

  const up = ["up", "--yes", "--skip-preview"];
  await show({
    args: ["preview"],
    shows:
      "The plan creates a project and three zones (the stack itself counts as a resource); nothing is written.",
  });
  await show({ args: up, shown: "up", shows: "The project and its zones are created in the API." });
  await show({
    args: [...up, "--expect-no-changes"],
    shown: "up (again: nothing to do)",
    shows: "Each object is read and is as declared, so that no object is written.",
  });
  changeInTheConsole(emulator);
  await show({ args: ["preview", "--diff"], shows: "The drift is an update of that one property." });
  const plan = join(cwd, "plan.json");
  await run(["preview", "--json", "--show-sames"], (text) => {
    appendFileSync(plan, text);
  });
  emulator.requests.clear();
  await show({
    args: up,
    shown: "up (puts it back)",
    shows: "The declared value is written; all other settings of the zone, and its fence ids, stay.",
  });
  await show({
    args: ["destroy", "--yes", "--skip-preview"],
    shown: "destroy",
    shows: "The objects of the stack are deleted, and no others.",
  });
  title(
    "Requests to the API",
    "Each line has the requests of one step. An update reads its zone once more before it writes.",
  );
  for (const [step, requests] of steps) {
    const list = [...requests].map(([request, count]) => `${count} × ${request}`).join(", ");
    console.log(`${step.padEnd(28)} ${list || "none"}`);
  }
  title(
    "The plan with the drift, on a map and in a fence test",
    "Both read what `pulumi preview --json --show-sames` printed, and ask nobody else.",
  );
  await mkdir(dirname(map), { recursive: true });
  await bluedot(cwd, ["map", "plan.json", "--out", map]);
  await bluedot(cwd, ["check", "plan.json", "--contains", "shop-quay=-33.86124,151.21052"]);
}

/** The page stays, to be looked at; git ignores its folder. */
const map = resolve(__dirname, "../.build/demo/map.html");

/** Runs the package's own command, which prints to this terminal. */
async function bluedot(cwd: string, args: string[]): Promise<void> {
  console.log(`$ pulumi-bluedot ${args.join(" ")}`);
  const command = resolve(__dirname, "../dist/cli/main.js");
  const { code, stdout, stderr } = await runCommand(process.execPath, [command, ...args], {
    cwd,
    environment: process.env,
    timeLimit: 60_000,
  });
  console.log(`${stdout}${stderr}`.trim());
  if (code !== 0) throw new Error(`pulumi-bluedot ${args[0] ?? ""} ended with exit code ${code}.`);
}

/** A change that somebody makes in the console on a Friday. */
function changeInTheConsole(emulator: RunningEmulator): void {
  const quay = emulator.zones.list().find((zone) => zone["name"] === "shop-quay");
  if (quay === undefined) throw new Error("The zone shop-quay does not exist.");
  emulator.zones.update(quay._id, (zone) => ({ ...zone, minimumRetriggerTime: 60 }));
  title(
    'Meanwhile, in the console: the retrigger time of "shop-quay" is set to 60 s',
    "The program does not know of this change; the next preview finds it.",
  );
}

function counted(emulator: RunningEmulator): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { method, path } of emulator.requests) {
    const call = `${method} ${path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, "…")}`;
    counts.set(call, (counts.get(call) ?? 0) + 1);
  }
  return counts;
}

/** Prints whole lines, but those that only say that something has begun: in a log they tell nothing. */
function printResults(): (text: string) => void {
  let rest = "";
  return (text) => {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) if (!/^@ | (refreshing \(0s\)|running) $/.test(line)) console.log(line);
  };
}

function title(text: string, sentence: string): void {
  console.log(`\n── ${text} ${"─".repeat(Math.max(0, 96 - text.length))}\n${sentence}\n`);
}

/**
 * Makes Ctrl-C end the demo between two commands, so that all is put away. The command that runs is ended by the
 * same Ctrl-C: the terminal sends it to both.
 */
function interruptible(): Pause {
  let interruption: Interrupted | undefined;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => (interruption ??= new Interrupted(signal)));
  }
  return () => {
    if (interruption) throw interruption;
  };
}

class Interrupted extends Error {
  constructor(readonly signal: "SIGINT" | "SIGTERM" | "SIGHUP") {
    super(`The demo was ended by ${signal}; nothing is left of it.`);
  }
}
