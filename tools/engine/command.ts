/** Runs a child process to its end and gives its exit code and what it printed. */
import { spawn, type ChildProcess } from "node:child_process";
import { constants } from "node:os";
import { basename } from "node:path";

/** The variables of a process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The result of a child process. */
export interface CommandResult {
  /** Its exit code; 128 and the signal's number when a signal ended it. */
  code: number;
  /** All it printed to standard output. */
  stdout: string;
  /** All it printed to standard error. */
  stderr: string;
}

export interface CommandOptions {
  /** The folder it starts in. Default: that of this process. */
  cwd?: string;
  /** All of its variables. Default: those of this process. */
  environment?: Environment;
  /** Milliseconds after which it is stopped and the call fails. Default: no limit. */
  timeLimit?: number;
  /** Called with each piece of text as it is printed. */
  onOutput?: (text: string, from: "stdout" | "stderr") => void;
}

/** Fails only if the command cannot be started or takes too long: an exit code other than 0 is a result. */
export type RunCommand = (
  command: string,
  args: readonly string[],
  options?: CommandOptions,
) => Promise<CommandResult>;

/** Milliseconds between asking a command to stop and killing it. */
const STOP_LIMIT = 10_000;

export const runCommand: RunCommand = (command, args, options = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.environment ? { ...options.environment } : process.env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const printed = { stdout: "", stderr: "" };
    for (const from of ["stdout", "stderr"] as const) {
      child[from].setEncoding("utf8").on("data", (text: string) => {
        printed[from] += text;
        options.onOutput?.(text, from);
      });
    }
    const limit = options.timeLimit === undefined ? undefined : stopAfter(options.timeLimit, child);
    child.on("error", (error) => {
      limit?.clear();
      reject(error);
    });
    child.on("close", (code, signal) => {
      limit?.clear();
      if (limit?.passed()) reject(new Error(tookTooLong(command, args, limit.seconds, printed)));
      else resolve({ code: code ?? codeOfSignal(signal), ...printed });
    });
  });

/** Asks first, so that an engine can finish what it is doing and write its state. */
function stopAfter(milliseconds: number, child: ChildProcess) {
  let passed = false;
  let kill: NodeJS.Timeout | undefined;
  const ask = setTimeout(() => {
    passed = true;
    child.kill("SIGINT");
    kill = setTimeout(() => {
      child.kill("SIGKILL");
      // A grandchild that lives on would hold the pipes open, and the call with them.
      child.stdout?.destroy();
      child.stderr?.destroy();
    }, STOP_LIMIT);
  }, milliseconds);
  return {
    seconds: Math.round(milliseconds / 1000),
    passed: () => passed,
    clear: () => {
      clearTimeout(ask);
      clearTimeout(kill);
    },
  };
}

/** Names only the first argument: a later one may be a secret. */
function tookTooLong(
  command: string,
  args: readonly string[],
  seconds: number,
  printed: Omit<CommandResult, "code">,
): string {
  const name = [basename(command), ...args.slice(0, 1)].join(" ");
  const last = lastLines(`${printed.stdout}\n${printed.stderr}`, 10);
  return `\`${name}\` took longer than ${seconds} s and was stopped; it last printed:\n${last || "(nothing)"}`;
}

/** The last lines of a text that say something. */
export function lastLines(text: string, count: number): string {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  return lines.slice(-count).join("\n");
}

function codeOfSignal(signal: NodeJS.Signals | null): number {
  return 128 + (signal ? constants.signals[signal] : 0);
}
