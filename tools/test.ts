/**
 * The test command: the checks of the tree and every test, side by side, then one line that counts both. With `--long`
 * it also runs what takes minutes; with patterns of files it runs those tests and nothing else.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, constants, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { findEngine } from "./engine/find";
import { reasonOf } from "./engine/reason";
import { build, checks, runCheck } from "./test/checks";
import { testFiles } from "./test/files";
import { openLane } from "./test/lane";
import type { Outcome } from "./test/outcome";
import { sideBySide } from "./test/side-by-side";
import { reportWhileRunning } from "./test/still-running";

/** Two more than there are cores: a test of the CLI waits a good deal for its processes. */
const LANES = availableParallelism() + 2;
const SLOWEST = 10;

// Every process of Node that a test starts loads the same packages; compiled once, they load in half the time.
process.env["NODE_COMPILE_CACHE"] ??= join(__dirname, "../.build/compiled");
// Some five hundred processes of the engine start in these tests: each loads what it needs, and collects garbage late.
process.env["NODE_OPTIONS"] = [
  process.env["NODE_OPTIONS"],
  `--require=${JSON.stringify(join(__dirname, "test/lazy-sdk.cjs"))}`,
]
  .filter(Boolean)
  .join(" ");
process.env["GOGC"] ??= "800";
process.env["GOMEMLIMIT"] ??= "1GiB";

main().then(
  (failed) => process.exit(failed ? 1 : 0),
  (error: unknown) => {
    console.error(reasonOf(error));
    console.log("0 passed, 1 failed");
    process.exit(1);
  },
);

/** Runs all that the command line asks for, and says whether anything failed. */
async function main(): Promise<boolean> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { long: { type: "boolean", default: false } },
  });
  const isWhole = positionals.length === 0;
  const files = testFiles([
    ...(isWhole ? ["tests/**/*.test.ts"] : positionals),
    ...(values.long ? ["tests/long/**/*.long.ts"] : []),
  ]);
  if (files.length === 0) throw new Error(`No file of tests matches ${positionals.join(" ")}.`);
  const built = isWhole ? [await runCheck(build)] : [];
  for (const { output } of built) console.log(output.trimEnd());
  if (built.some(({ failures }) => failures.length > 0)) return report(built);
  // Before any test, whose time limit a first build of the CLI would exceed.
  if (files.some(({ alone }) => alone)) await findEngine();

  const logs = mkdtempSync(join(tmpdir(), "tests-"));
  const lanes = Array.from({ length: LANES }, (_, at) => openLane(join(logs, `${at}.log`)));
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => process.exit(128 + constants.signals[signal]));
  }
  process.on("exit", () => {
    for (const lane of lanes) lane.close();
    rmSync(logs, { recursive: true, force: true });
  });
  const outcomes = await sideBySide(
    lanes,
    [...(isWhole ? checks : []), ...files],
    (lane, job) => {
      const isCheck = "script" in job;
      return reportWhileRunning(isCheck ? job.what : job.path, isCheck ? runCheck(job) : lane.run(job));
    },
    ({ output }) => console.log(output.trimEnd()),
  );
  return report([...built, ...outcomes]);
}

/** Last, which is all that some pipelines keep of a long output. */
function report(outcomes: readonly Outcome[]): boolean {
  const slowest = outcomes.toSorted((one, other) => other.seconds - one.seconds).slice(0, SLOWEST);
  if (outcomes.length > 1) console.log("\nslowest:");
  if (outcomes.length > 1)
    for (const { name, seconds } of slowest) console.log(`${seconds.toFixed(1).padStart(8)} s  ${name}`);
  const failures = outcomes.flatMap((outcome) => outcome.failures);
  for (const failure of failures) console.log(`failed: ${failure}`);
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  console.log(`${passed} passed, ${failures.length} failed`);
  return failures.length > 0 || passed === 0;
}
