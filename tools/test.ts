/** The test command: the checks of the tree first, then every test, then one line that counts both. */
import { spawnSync } from "node:child_process";
import { globSync } from "node:fs";
import { join } from "node:path";
import Mocha from "mocha";

const root = join(__dirname, "..");

/** What the tree must satisfy before a test is worth running; each is a command that prints only what is wrong. */
const checks: [what: string, command: string[]][] = [
  ["the package builds", ["tsc", "-p", "tsconfig.build.json"]],
  ["types hold", ["tsc", "--noEmit", "-p", "tsconfig.json"]],
  [
    "lint finds nothing",
    ["eslint", "--cache", "--cache-location", ".build/eslint", "--max-warnings", "0", "."],
  ],
  ["the format is prettier's", ["prettier", "--check", "--log-level", "warn", "."]],
  [
    "imports follow ARCHITECTURE.md",
    [
      "depcruise",
      "--output-type",
      "err",
      "provider",
      "files",
      "emulator",
      "cli",
      "examples",
      "tests",
      "bench",
      "tools",
    ],
  ],
  ["no code is dead", ["knip", "--no-progress"]],
  ["docs say what the code says", ["tsx", "tools/docs.ts", "--check"]],
];

void main();

async function main(): Promise<void> {
  const patterns = process.argv.slice(2);
  const wrong = patterns.length > 0 ? 0 : runChecks();
  const tests = await runTests(patterns.length > 0 ? patterns : ["tests/**/*.test.ts"]);
  const checked = patterns.length > 0 ? 0 : checks.length;
  console.log(`${checked - wrong + tests.passed} passed, ${wrong + tests.failed} failed`);
  process.exitCode = wrong + tests.failed > 0 || tests.passed === 0 ? 1 : 0;
}

/** How many checks fail. */
function runChecks(): number {
  return checks.filter(([what, [command = "", ...args]]) => {
    const { status, stdout, stderr, error } = spawnSync(join(root, "node_modules/.bin", command), args, {
      cwd: root,
      encoding: "utf8",
      env: { ...process.env, FORCE_COLOR: "0" },
    });
    console.log(`  ${status === 0 ? "✔" : "✘"} ${what}`);
    if (status !== 0) console.log(stdout + stderr + (error?.message ?? ""));
    return status !== 0;
  }).length;
}

async function runTests(patterns: string[]): Promise<{ passed: number; failed: number }> {
  const mocha = new Mocha({ timeout: 20_000, forbidOnly: true, reporter: "spec" });
  for (const file of globSync(patterns, { cwd: root }).sort()) mocha.addFile(join(root, file));
  return await new Promise((resolve) => {
    const runner = mocha.run((failed) => {
      resolve({ passed: runner.stats?.passes ?? 0, failed });
    });
  });
}
