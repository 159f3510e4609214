/** A command with all the processes that it starts, each of which may be in a group of its own. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";

import type { Environment } from "../../../tools/engine/command";
import { descendantsOf, everyProcess, send } from "../../../tools/processes";

export interface Running {
  /** All that it has printed. */
  readonly printed: () => string;
  /** Resolves when it has printed this. */
  readonly prints: (pattern: RegExp) => Promise<void>;
  /** As Ctrl-C in a terminal: to the command and those of its group. */
  readonly interrupt: () => void;
  /** Ends it and all that it has started, at once and without a word to any of them. */
  readonly kill: () => Promise<void>;
  /** Ends it alone, in the same way. */
  readonly orphan: () => void;
  /** Its exit code; null where a signal ended it. */
  readonly code: Promise<number | null>;
  /** Resolves when it has ended and nothing more of it will be printed. */
  readonly ended: Promise<unknown>;
  /** Those of its processes that are still there a while after its end; they are killed. */
  readonly survivors: () => Promise<number[]>;
}

export function start(
  command: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly environment: Environment },
): Running {
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: { ...options.environment },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${command} did not start.`);
  let printed = "";
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
      for (const heard of listeners) heard();
    });
  }
  const ended = once(child, "close");
  // Not "close": a process that outlives the command may hold its pipes open.
  const code = once(child, "exit").then(() => child.exitCode);
  let known = [pid];
  const remember = () => {
    known = [...new Set([...known, ...descendantsOf(pid)])];
  };
  return {
    printed: () => printed,
    prints: (pattern) =>
      new Promise((resolve) => {
        const heard = () => {
          if (!pattern.test(printed)) return;
          listeners.delete(heard);
          resolve();
        };
        listeners.add(heard);
        heard();
      }),
    interrupt: () => {
      remember();
      send(-pid, "SIGINT");
    },
    async kill() {
      remember();
      for (const each of known) send(each, "SIGKILL");
      await goneWithin(known, KILLED_WITHIN);
    },
    orphan() {
      remember();
      send(pid, "SIGKILL");
    },
    code,
    ended,
    async survivors() {
      const left = await goneWithin(known, ENDED_WITHIN);
      for (const each of left) send(each, "SIGKILL");
      return left;
    },
  };
}

/** Milliseconds that the kernel, or a process that was asked, may take. */
const KILLED_WITHIN = 5_000;
const ENDED_WITHIN = 10_000;

/** Those that are still there at the end of that time. */
async function goneWithin(pids: readonly number[], milliseconds: number): Promise<number[]> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const alive = new Set(everyProcess().map(({ pid }) => pid));
    const left = pids.filter((pid) => alive.has(pid));
    if (left.length === 0 || Date.now() > end) return left;
    await sleep(20);
  }
}
