/** The processes of this machine. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";

export interface Process {
  readonly pid: number;
  readonly parent: number;
}

/** Without those that have ended and that nobody has asked about yet. */
export function everyProcess(): Process[] {
  const lines = existsSync("/proc/self/stat")
    ? readdirSync("/proc").flatMap((name) => (/^\d+$/.test(name) ? [statusOf(name)] : []))
    : spawnSync("ps", ["-A", "-o", "pid=,state=,ppid="], { encoding: "utf8" }).stdout.split("\n");
  return lines.flatMap((line) => {
    const [, pid, state, parent] = /^\s*(\d+) +(\S+) +(\d+)/.exec(line) ?? [];
    return pid === undefined || state?.startsWith("Z") ? [] : [{ pid: Number(pid), parent: Number(parent) }];
  });
}

/** Its id, state and parent, without its name, which may hold anything. */
function statusOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8").replace(/\(.*\) /s, "");
  } catch {
    return "";
  }
}

/** All that a process has started, and what those have started. */
export function descendantsOf(root: number): number[] {
  const all = everyProcess();
  const below = (pid: number): number[] =>
    all.filter(({ parent }) => parent === pid).flatMap((child) => [child.pid, ...below(child.pid)]);
  return below(root);
}

/** The processes whose environment has this variable with this value; none where the system does not tell. */
export function processesWith(variable: string, value: string): number[] {
  return everyProcess().flatMap(({ pid }) =>
    environmentOf(pid).includes(`${variable}=${value}`) ? [pid] : [],
  );
}

function environmentOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/environ`, "utf8").split("\0");
  } catch {
    return [];
  }
}

/** Sends a signal to a process, or to a group by its negative id, if it is still there. */
export function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended already.
  }
}
