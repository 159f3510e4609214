/** A user's project with the package in it: its program, what it must compile with, and the command that it gets. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { expect } from "chai";
import type { RunningEmulator } from "pulumi-bluedot/emulator";

import { runCommand } from "../../tools/engine/command";
import type { Sandbox } from "../../tools/engine/sandbox";
import { alreadyChecked, cliIn, held } from "./program";

/** A user's program, and beside it a use of the emulator that is only compiled. */
const program = {
  "Pulumi.yaml": "name: stores\nruntime: nodejs\noptions:\n  refresh: always\n",
  "zones.csv": "zoneName,minimumRetriggerTime,fences\nHarbour,0:30,circle;45;-41.28412 174.77831\n",
  "index.ts": `
import * as bluedot from "pulumi-bluedot";
import { readZones } from "pulumi-bluedot/files";

const project = new bluedot.Project("stores", {
  webhooks: [{ type: "geoTrigger", url: "https://hooks.example.com/bluedot" }],
});
export const zoneIds = readZones("zones.csv").map(
  (zone) => new bluedot.Zone(zone.name, { projectId: project.id, ...zone }).zoneId,
);
`,
  "trial.ts": `
import { startEmulator, type RunningEmulator } from "pulumi-bluedot/emulator";

export async function trial(work: (emulator: RunningEmulator) => Promise<void>): Promise<void> {
  const emulator = await startEmulator({ accounts: [{ email: "dev@example.com", password: "secret" }] });
  await work(emulator).finally(() => emulator.close());
}
`,
};

/** The compiler options of `pulumi new typescript`, now and in older projects. */
const template = {
  strict: true,
  outDir: "bin",
  target: "es2020",
  module: "nodenext",
  moduleResolution: "nodenext",
  sourceMap: true,
  experimentalDecorators: true,
  pretty: true,
  noFallthroughCasesInSwitch: true,
  noImplicitReturns: true,
  forceConsistentCasingInFileNames: true,
};
const olderTemplate = { ...template, module: "commonjs", moduleResolution: "node10" };

/** The compiler options of Pulumi's template, by their file in the project. */
export const configs = ["tsconfig.json", "tsconfig.older.json"];

/**
 * Writes the program and its compiler options into a project.
 *
 * @param older the compiler options that the project's compiler needs as well for the older template
 */
export async function writeProgram(project: string, older: Record<string, unknown>): Promise<void> {
  await mkdir(project, { recursive: true });
  const files = ["index.ts", "trial.ts"];
  const texts = {
    ...program,
    "tsconfig.json": JSON.stringify({ compilerOptions: template, files }),
    "tsconfig.older.json": JSON.stringify({ compilerOptions: { ...olderTemplate, ...older }, files }),
  };
  for (const [name, text] of Object.entries(texts)) await writeFile(join(project, name), text);
}

/** Compiles the program, and with it all declarations but those of the language, which take a third of the time. */
export async function compile(project: string, config: string): Promise<void> {
  const args = ["--noEmit", "--skipDefaultLibCheck", "-p", config];
  expect(await run(join(project, "node_modules/.bin/tsc"), args, project)).to.equal("");
}

/** Takes the program through its life, in a stack that is configured. */
export async function live(project: string, sandbox: Sandbox, emulator: RunningEmulator): Promise<void> {
  const pulumi = cliIn(sandbox, project);
  await pulumi("up", "--yes", "--skip-preview");
  expect(held(emulator)).to.deep.equal({ projects: 1, zones: 1 });
  expect(emulator.zones.list().map(({ name }) => name)).to.deep.equal(["Harbour"]);
  await cliIn(sandbox, project, alreadyChecked)("preview", "--expect-no-changes");
  await pulumi("destroy", "--yes", "--skip-preview");
  expect(held(emulator)).to.deep.equal({ projects: 0, zones: 0 });
}

/** Runs the emulator by its command until SIGTERM. */
export async function runEmulator(project: string): Promise<void> {
  const command = spawn("npx", ["--no-install", "pulumi-bluedot", "emulator", "--port", "0"], {
    cwd: project,
    stdio: ["ignore", "pipe", "ignore"],
    // A group of its own: npx does not pass the signal on to what its shell started.
    detached: true,
  });
  const closed = once(command, "close");
  const end = (signal: NodeJS.Signals) => command.pid !== undefined && process.kill(-command.pid, signal);
  try {
    const url = await addressOf(command.stdout);
    for (const path of ["/projects", "/zones"]) {
      expect((await fetch(url + path)).status).to.equal(401);
    }
    end("SIGTERM");
    await closed;
    expect(await fetch(url).catch(() => "nobody there")).to.equal("nobody there");
  } catch (error) {
    end("SIGKILL");
    throw error;
  }
}

/** Runs a command to its end and gives what it printed to standard output. */
export async function run(command: string, args: string[], cwd: string): Promise<string> {
  const { code, stdout, stderr } = await runCommand(command, args, { cwd, timeLimit: 240_000 });
  if (code !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${code}:\n${stdout}${stderr}`);
  return stdout;
}

/** The address that the emulator prints once it listens. */
function addressOf(output: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = "";
    output.on("data", (piece: unknown) => {
      printed += String(piece);
      const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(printed) ?? [];
      if (address !== undefined) resolve(address);
    });
    output.on("end", () => {
      reject(new Error(`The emulator ended without an address: ${printed}`));
    });
  });
}
