/** A place where files of tests run one after another, in a process that is replaced when it ends. */
import { fork, type ChildProcess } from "node:child_process";
import { fstatSync, openSync, readSync } from "node:fs";
import { join, resolve as resolvePath } from "node:path";

import { descendantsOf, send } from "../processes";
import { message } from "./messages";
import type { Outcome } from "./outcome";

const root = resolvePath(__dirname, "../..");

export interface Lane {
  /** Runs one file; it fails, and never hangs, whatever becomes of its process. */
  readonly run: (file: TestFile) => Promise<Outcome>;
  readonly close: () => void;
}

/** A file whose tests are all gone must not look as if they passed. */
const NO_TEST = "it holds no test";

export interface TestFile {
  /** Its path below the root. */
  readonly path: string;
  /** True if no other file runs in its process. */
  readonly alone: boolean;
  /** Milliseconds after which it is stopped. */
  readonly timeLimit: number;
}

/** @param log the file that collects what the tests print, in the order in which it is printed */
export function openLane(log: string): Lane {
  const printed = openLog(log);
  let worker: ChildProcess | undefined;
  const close = () => {
    if (worker?.pid === undefined) return;
    for (const pid of [worker.pid, ...descendantsOf(worker.pid)]) send(pid, "SIGKILL");
    worker = undefined;
  };
  let last = "";
  /** Returns the failure if the process ended after the last test of a file. */
  const late = (): string[] => {
    const code = worker?.signalCode ?? worker?.exitCode ?? undefined;
    if (code === undefined) return [];
    worker = undefined;
    return [`${last}: its process ended with ${code} after its last test`];
  };
  const run = async (file: TestFile): Promise<Outcome> => {
    const failuresOfLast = late();
    last = file.path;
    if (file.alone) close();
    worker ??= fork(join(__dirname, "worker.ts"), {
      execArgv: ["--import", "tsx"],
      cwd: root,
      stdio: ["ignore", printed.descriptor, printed.descriptor, "ipc"],
    });
    const began = performance.now();
    const { passed, failures, ended } = await resultOf(worker, file);
    if (file.alone || ended) close();
    return {
      name: file.path,
      passed,
      failures: [...failuresOfLast, ...failures.map((each) => `${file.path}: ${each}`)],
      output: `${file.path}\n${printed.more()}`,
      seconds: (performance.now() - began) / 1000,
    };
  };
  return { run, close };
}

interface Result {
  readonly passed: number;
  readonly failures: readonly string[];
  /** True if its process is of no more use. */
  readonly ended: boolean;
}

/** Returns the worker's result for the file, or a result that says how the worker ended. */
async function resultOf(worker: ChildProcess, { path, timeLimit }: TestFile): Promise<Result> {
  let running = "before its first test";
  return await new Promise<Result>((resolve) => {
    const end = (result: Result) => {
      clearTimeout(timer);
      worker.off("message", onMessage).off("exit", onExit).off("error", onError);
      resolve(result);
    };
    const fail = (how: string) => end({ passed: 0, failures: [`${how}, ${running}`], ended: true });
    const timer = setTimeout(() => fail(`took longer than ${timeLimit / 60_000} minutes`), timeLimit);
    const onMessage = (sent: unknown) => {
      const said = message.parse(sent);
      if ("begins" in said) running = `in "${said.begins}"`;
      else
        end({
          ...said,
          failures: said.failures.length + said.passed > 0 ? said.failures : [NO_TEST],
          ended: false,
        });
    };
    const onExit = (code: number | null, signal: NodeJS.Signals | null) =>
      fail(`its process ended with ${signal ?? `exit code ${String(code)}`}`);
    const onError = (error: Error) => fail(error.message);
    worker.on("message", onMessage).on("exit", onExit).on("error", onError);
    worker.send(resolvePath(root, path));
  });
}

/** A file that several processes append to, and that is read piece by piece. */
function openLog(path: string) {
  const descriptor = openSync(path, "a+");
  let read = 0;
  return {
    descriptor,
    /** Returns the text that was written since the last call. */
    more: (): string => {
      const bytes = Buffer.alloc(fstatSync(descriptor).size - read);
      read += readSync(descriptor, bytes, 0, bytes.length, read);
      return bytes.toString("utf8");
    },
  };
}
