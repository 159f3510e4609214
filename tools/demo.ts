/** `npm run demo`: the whole life of a program on the real CLI, against an emulator of its own. */
import { constants } from "node:os";

import { startEmulator, type RunningEmulator } from "pulumi-bluedot/emulator";

import { findEngine } from "./engine/find";
import { copyProgram } from "./engine/program";
import { reasonOf } from "./engine/reason";
import { withSandbox, type Sandbox } from "./engine/sandbox";

/** What was asked of the API in one step, as `GET /zones` → 4. */
type Account = [step: string, requests: Map<string, number>];

/** Throws once somebody has asked the demo to end. */
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
  console.log(`\nIt took ${Math.round((performance.now() - begin) / 1000)} s, and nothing is left of it.`);
}

async function demo(sandbox: Sandbox, emulator: RunningEmulator, pause: Pause): Promise<void> {
  const cwd = await copyProgram(sandbox, ["Pulumi.yaml", "examples/tour"]);
  const accounts: Account[] = [];
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
  const show = async (args: string[], said = args) => {
    title(`pulumi ${said.join(" ")}`);
    await run(args, (text) => void process.stdout.write(text));
    accounts.push([said.join(" "), counted(emulator)]);
    emulator.requests.clear();
  };

  title(`An emulator of Bluedot's Config API listens on ${emulator.url}`);
  const settings = [`bluedot:endpoint=${emulator.url}`, `bluedot:email=${emulator.email}`];
  await run(["stack", "init", "demo"]);
  await run([
    "config",
    "set-all",
    ...settings.flatMap((setting) => ["--plaintext", setting]),
    "--secret",
    `bluedot:password=${emulator.password}`,
  ]);

  await show(["preview"]);
  await show(["up", "--yes", "--skip-preview"], ["up"]);
  await show(["up", "--yes", "--skip-preview", "--expect-no-changes"], ["up", "(again: nothing to do)"]);
  changeBehindItsBack(emulator);
  await show(["preview", "--diff"]);
  await show(["up", "--yes", "--skip-preview"], ["up", "(puts it back)"]);
  await show(["destroy", "--yes", "--skip-preview"], ["destroy"]);
  title("What was asked of the API");
  for (const [step, requests] of accounts) {
    const asked = [...requests].map(([call, count]) => `${count} × ${call}`).join(", ");
    console.log(`${step.padEnd(28)} ${asked || "nothing"}`);
  }
}

/** What somebody might click together in the console on a Friday. */
function changeBehindItsBack(emulator: RunningEmulator): void {
  const quay = emulator.zones.list().find((zone) => zone["name"] === "shop-quay");
  if (quay === undefined) throw new Error("The shop at the quay was not made.");
  emulator.zones.update(quay._id, (zone) => ({ ...zone, minimumRetriggerTime: 60 }));
  title('Meanwhile, in the console: the retrigger time of "shop-quay" is set to 60 s');
}

function counted(emulator: RunningEmulator): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { method, path } of emulator.requests) {
    const call = `${method} ${path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, "…")}`;
    counts.set(call, (counts.get(call) ?? 0) + 1);
  }
  return counts;
}

function title(text: string): void {
  console.log(`\n── ${text} ${"─".repeat(Math.max(0, 96 - text.length))}`);
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
