/** The world as it is: this process, its network and its clock. */
import { homedir } from "node:os";
import { dirname, resolve } from "node:path";
import { runCommand } from "./command";
import type { EngineTools } from "./engine";

/** The parts of the world that `replaced` does not name are the real ones. */
export function engineTools(replaced: Partial<EngineTools> = {}): EngineTools {
  return {
    platform: process.platform,
    arch: process.arch,
    environment: process.env,
    homeFolder: homedir(),
    run: runCommand,
    fetch,
    downloadBase: "https://get.pulumi.com/releases/sdk",
    answerLimit: 5_000,
    stallLimit: 30_000,
    goModules: resolve(__dirname),
    launcherFolder: dirname(require.resolve("@pulumi/pulumi/package.json")),
    say: (line) => process.stderr.write(`engine: ${line}\n`),
    now: () => performance.now(),
    every: (milliseconds, call) => {
      const timer = setInterval(call, milliseconds);
      return () => {
        clearInterval(timer);
      };
    },
    ...replaced,
  };
}
