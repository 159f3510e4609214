/** The `pulumi-bluedot` command as a process of its own. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

export interface Command {
  /** All it printed so far, to standard output and standard error. */
  readonly printed: () => string;
  /** Waits until it has printed something that matches; fails when it ends without. */
  readonly until: (pattern: RegExp) => Promise<RegExpExecArray>;
  readonly kill: (signal: NodeJS.Signals) => void;
  /** Its exit code, once it ended. */
  readonly code: Promise<unknown>;
}

export function start(...args: string[]): Command {
  const script = join(__dirname, "../../../cli/main.ts");
  const child = spawn(process.execPath, ["--import", "tsx", script, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  const code = once(child, "close").then(([given]: unknown[]) => given);
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
      child.emit("printed");
    });
  }
  return {
    printed: () => printed,
    until: async (pattern) => {
      let ended = false;
      for (;;) {
        const match = pattern.exec(printed);
        if (match) return match;
        if (ended) throw new Error(`It ended before it printed ${String(pattern)}, but printed:\n${printed}`);
        ended = await Promise.race([once(child, "printed").then(() => false), code.then(() => true)]);
      }
    },
    kill: (signal) => void child.kill(signal),
    code,
  };
}

/** Starts the emulator on a port that is free, for the time of `work`, and ends it with SIGTERM. */
export async function withEmulator(
  args: string[],
  work: (url: string, command: Command) => Promise<void>,
): Promise<Command> {
  const command = start("emulator", "--port", "0", ...args);
  try {
    const [, url = ""] = await command.until(/listens on (http:\S+:\d+)/);
    await work(url, command);
  } finally {
    command.kill("SIGTERM");
    await command.code;
  }
  return command;
}
