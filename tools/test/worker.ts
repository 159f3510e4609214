/** A process that runs one file of tests after another: its parent sends their paths and is sent how each ended. */
import { flushCompileCache } from "node:module";
import Mocha from "mocha";

import { reasonOf } from "../engine/reason";
import type { Message } from "./messages";

/** Milliseconds that a test has which sets no limit of its own; the same stands in .mocharc.json. */
const TIME_LIMIT = 20_000;

process.on("message", (file) => {
  void runFile(String(file)).then((result) => {
    // The end of this process may be a kill, which would lose what it has compiled.
    flushCompileCache();
    send(result);
  });
});
// A parent that was killed must not leave tests running.
process.on("disconnect", () => process.exit(1));

function send(message: Message): void {
  process.send?.(message);
}

async function runFile(file: string): Promise<Message> {
  const mocha = new Mocha({ timeout: TIME_LIMIT, forbidOnly: true, forbidPending: true, reporter: "spec" });
  mocha.addFile(file);
  const failures: string[] = [];
  try {
    return await new Promise((resolve) => {
      const runner = mocha.run(() => {
        // Else it would go on catching errors, and those of the next file would be fatal.
        runner.dispose();
        resolve({ passed: runner.stats?.passes ?? 0, failures });
      });
      for (const event of ["test", "hook"]) {
        runner.on(event, (runnable: Mocha.Runnable) => {
          send({ begins: runnable.fullTitle() });
        });
      }
      runner.on("fail", (test, error) => {
        failures.push(`${test.fullTitle()}: ${reasonOf(error).split("\n", 1)[0] ?? ""}`);
      });
    });
  } catch (error) {
    // The file could not even be loaded.
    console.error(error);
    return { passed: 0, failures: [reasonOf(error).split("\n", 1)[0] ?? ""] };
  }
}
