/** The checks of the tree. Each is a script of package.json that prints only faults. */
import { resolve } from "node:path";

import { runCommand } from "../engine/command";
import type { Outcome } from "./outcome";

const root = resolve(__dirname, "../..");
const TIME_LIMIT = 10 * 60_000;

export interface Check {
  readonly what: string;
  readonly script: string;
}

/** Comes first: tests, types and imports look at what it leaves in dist/. */
export const build: Check = { what: "the package builds", script: "build" };

/** Slowest first, since they run side by side. */
export const checks: readonly Check[] = [
  { what: "lint and the type check find nothing", script: "check:lint" },
  { what: "the format is prettier's", script: "check:format" },
  { what: "docs say what the code says", script: "check:docs" },
  { what: "imports follow ARCHITECTURE.md", script: "check:imports" },
  { what: "no code is dead", script: "check:dead-code" },
];

export async function runCheck({ what, script }: Check): Promise<Outcome> {
  const began = performance.now();
  const { code, stdout, stderr } = await runCommand("npm", ["run", "--silent", script], {
    cwd: root,
    environment: { ...process.env, FORCE_COLOR: "0" },
    timeLimit: TIME_LIMIT,
  });
  const passes = code === 0;
  return {
    name: what,
    passed: passes ? 1 : 0,
    failures: passes ? [] : [what],
    output: `  ${passes ? "✔" : "✘"} ${what}\n${passes ? "" : stdout + stderr}`,
    seconds: (performance.now() - began) / 1000,
  };
}
