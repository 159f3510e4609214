/**
 * The test command: the checks of the tree first, then every test, then one line that counts both. With `--long` it
 * goes on to what takes minutes; with patterns of files it runs those tests and nothing else.
 */
import { spawnSync } from "node:child_process";
import { globSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import Mocha from "mocha";

import { findEngine } from "./engine/find";
import { reasonOf } from "./engine/reason";

const root = join(__dirname, "..");

/** What the tree must satisfy, each a script of package.json that prints only what is wrong; the build comes first. */
const checks: [what: string, script: string][] = [
  ["the package builds", "build"],
  ["types hold", "check:types"],
  ["lint finds nothing", "check:lint"],
  ["the format is prettier's", "check:format"],
  ["imports follow ARCHITECTURE.md", "check:imports"],
  ["no code is dead", "check:dead-code"],
  ["docs say what the code says", "check:docs"],
];

main().catch((error: unknown) => {
  console.error(reasonOf(error));
  console.log("0 passed, 1 failed");
  process.exit(1);
});

async function main(): Promise<void> {
  // Before any test, whose time limit a first build of the CLI would exceed; without it nothing is skipped but the run fails.
  await findEngine();
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { long: { type: "boolean", default: false } },
  });
  const isWhole = positionals.length === 0;
  const wrong = isWhole ? runChecks() : [];
  const tests = await runTests([
    ...(isWhole ? ["tests/**/*.test.ts"] : positionals),
    ...(values.long ? ["tests/long/**/*.long.ts"] : []),
  ]);
  const checked = isWhole ? checks.length : 0;
  // Once more at the very end, which is all that some pipelines keep of a long output.
  for (const what of [...wrong, ...tests.failures]) console.log(`failed: ${what}`);
  const failed = wrong.length + tests.failures.length;
  console.log(`${checked - wrong.length + tests.passed} passed, ${failed} failed`);
  // A handle that a test forgot must not keep a pipeline waiting.
  process.exit(failed > 0 || tests.passed === 0 ? 1 : 0);
}

/** The checks that fail. */
function runChecks(): string[] {
  return checks.flatMap(([what, script]) => {
    const { status, stdout, stderr } = spawnSync("npm", ["run", "--silent", script], {
      cwd: root,
      encoding: "utf8",
      env: { ...process.env, FORCE_COLOR: "0" },
    });
    console.log(`  ${status === 0 ? "✔" : "✘"} ${what}`);
    if (status !== 0) console.log(stdout + stderr);
    return status === 0 ? [] : [what];
  });
}

async function runTests(patterns: string[]): Promise<{ passed: number; failures: string[] }> {
  const mocha = new Mocha({ timeout: 20_000, forbidOnly: true, reporter: "spec" });
  for (const pattern of patterns) {
    for (const file of globSync(pattern, { cwd: root }).sort()) mocha.addFile(join(root, file));
  }
  return await new Promise((resolve) => {
    const failures: string[] = [];
    const runner = mocha.run(() => {
      resolve({ passed: runner.stats?.passes ?? 0, failures });
    });
    runner.on("fail", (test, error) => {
      failures.push(`${test.fullTitle()}: ${reasonOf(error).split("\n", 1)[0] ?? ""}`);
    });
  });
}
