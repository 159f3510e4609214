/** One line of JSON a request, for a support case: no header, no body, no query and no address of a person. */
import { closeSync, constants, fchmodSync, fstatSync, openSync, writeSync } from "node:fs";
import { resolve } from "node:path";

import type { HttpRequest, Outcome } from "./http";

/** One request with its outcome. */
interface Traced {
  readonly request: HttpRequest;
  readonly outcome: Outcome;
  /** The number of the request within its call, from 1. */
  readonly attempt: number;
  /** The start: milliseconds since the epoch. */
  readonly at: number;
  /** The duration in milliseconds. */
  readonly took: number;
}

export type Trace = (traced: Traced) => void;

/** Enough for some half a million requests; in bytes. */
const LARGEST = 100 * 1024 * 1024;

/**
 * Appends to the file, which is opened at the first request. Each line is written as a whole before the request counts
 * as done, so that it is there if the process is killed. At 100 MB the trace ends.
 *
 * @param file relative to the working directory, which is the program's if the engine runs it
 */
export function openTrace(
  file: string,
  baseUrl: string,
  warn: (message: string) => void,
  largest = LARGEST,
): Trace {
  let descriptor: number | undefined;
  let isOpen = true;
  const end = (why: string) => {
    isOpen = false;
    if (descriptor !== undefined) closeSync(descriptor);
    warn(`bluedot:trace: ${file} ${why}`);
  };
  return (traced) => {
    if (!isOpen) return;
    try {
      descriptor ??= openFile(resolve(file));
      // Another process may write to the same file.
      if (fstatSync(descriptor).size >= largest) {
        end(`has reached ${inMegabytes(largest)}; what follows is not traced until it is moved away.`);
        return;
      }
      writeSync(descriptor, `${JSON.stringify(lineOf(traced, baseUrl))}\n`);
    } catch (error) {
      const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
      end(`cannot be written (${code}); the requests are sent without a trace.`);
    }
  };
}

/** @throws an Error with a code if the file is not a plain file, or not ours */
function openFile(path: string): number {
  const { O_WRONLY, O_APPEND, O_CREAT, O_NONBLOCK } = constants;
  // A pipe without a reader would block the process.
  const descriptor = openSync(path, O_WRONLY | O_APPEND | O_CREAT | O_NONBLOCK, 0o600);
  try {
    const stat = fstatSync(descriptor);
    if (!stat.isFile()) throw Object.assign(new Error(), { code: "it is not a file" });
    if ((stat.mode & 0o777) !== 0o600) fchmodSync(descriptor, 0o600);
    return descriptor;
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
}

function inMegabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MB`;
}

function lineOf({ request, outcome, attempt, at, took }: Traced, baseUrl: string) {
  const answered = "status" in outcome;
  return {
    at: new Date(at).toISOString(),
    method: request.method,
    path: pathOf(request.url, baseUrl),
    ...(answered ? { status: outcome.status } : { code: outcome.code }),
    attempt,
    ms: Math.round(took),
    sent: Buffer.byteLength(request.body ?? ""),
    received: answered ? Buffer.byteLength(outcome.text) : 0,
  };
}

/** The path under the base URL, without e-mail addresses: a user may have chosen one as an id. */
function pathOf(url: string, baseUrl: string): string {
  const [path = ""] = url.slice(baseUrl.length).split("?", 1);
  return path.replace(/[^/]*(@|%40)[^/]*/gi, "[email]");
}
