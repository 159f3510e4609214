/** `npm run demo`: the whole life of a program on the real CLI, against an emulator of its own. */
import { startEmulator, type RunningEmulator } from "pulumi-bluedot/emulator";

import { findEngine } from "./engine/find";
import { copyProgram } from "./engine/program";
import { withSandbox, type Sandbox } from "./engine/sandbox";

/** What was asked of the API in one step, as `GET /zones` → 4. */
type Account = [step: string, requests: Map<string, number>];

void main();

async function main(): Promise<void> {
  const engine = await findEngine();
  const emulator = await startEmulator();
  try {
    await withSandbox((sandbox) => demo(sandbox, emulator), { engine, transpileOnly: true });
  } finally {
    await emulator.close();
  }
}

async function demo(sandbox: Sandbox, emulator: RunningEmulator): Promise<void> {
  const cwd = await copyProgram(sandbox, ["Pulumi.yaml", "examples/tour"]);
  const accounts: Account[] = [];
  const pulumi = async (args: string[], said = args) => {
    title(`pulumi ${said.join(" ")}`);
    const onOutput = (text: string) => process.stdout.write(text);
    const { code } = await sandbox.runPulumi([...args, "--non-interactive", "--color", process.stdout.isTTY ? "always" : "never"], { cwd, onOutput });
    accounts.push([said.join(" "), counted(emulator)]);
    emulator.requests.clear();
    if (code !== 0) throw new Error(`pulumi ${said.join(" ")} ended with exit code ${code}.`);
  };

  title(`An emulator of Bluedot's Config API listens on ${emulator.url}`);
  const settings = {
    "bluedot:endpoint": emulator.url,
    "bluedot:email": emulator.email,
  };
  await sandbox.runPulumi(["stack", "init", "demo", "--non-interactive"], { cwd });
  for (const [key, value] of Object.entries(settings)) await sandbox.runPulumi(["config", "set", key, value], { cwd });
  await sandbox.runPulumi(["config", "set", "--secret", "bluedot:password", emulator.password], { cwd });

  await pulumi(["preview"]);
  await pulumi(["up", "--yes", "--skip-preview"], ["up"]);
  await pulumi(["up", "--yes", "--skip-preview", "--expect-no-changes"], ["up", "(again: nothing to do)"]);
  changeBehindItsBack(emulator);
  await pulumi(["preview", "--diff"]);
  await pulumi(["up", "--yes", "--skip-preview"], ["up", "(puts it back)"]);
  await pulumi(["destroy", "--yes", "--skip-preview"], ["destroy"]);
  title("What was asked of the API");
  for (const [step, requests] of accounts) {
    console.log(`${step.padEnd(28)} ${[...requests].map(([call, count]) => `${count} × ${call}`).join(", ") || "nothing"}`);
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
