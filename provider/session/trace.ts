/** One line of JSON a request, for a support case: no header, no body, no query and no address of a person. */
import { openSync, writeSync } from "node:fs";
import { resolve } from "node:path";

import type { HttpRequest, Outcome } from "./transport";

/** One request, whatever came of it. */
interface Traced {
  readonly request: HttpRequest;
  readonly outcome: Outcome;
  /** Which request of its call it was, from 1. */
  readonly attempt: number;
  /** Milliseconds since the epoch. */
  readonly begun: number;
  readonly ended: number;
}

export type Trace = (traced: Traced) => void;

/**
 * Writes at the end of the file, which is opened at the first request. Each line is handed to the system whole before
 * the request counts as done, so that it is there when the process is killed.
 *
 * @param file from the working directory, which is the program's where the engine runs it
 */
export function openTrace(file: string, baseUrl: string, warn: (message: string) => void): Trace {
  let descriptor: number | undefined;
  let given = true;
  return (traced) => {
    if (!given) return;
    try {
      descriptor ??= openSync(resolve(file), "a", 0o600);
      writeSync(descriptor, `${JSON.stringify(lineOf(traced, baseUrl))}\n`);
    } catch (error) {
      given = false;
      const code = error instanceof Error && "code" in error ? ` (${String(error.code)})` : "";
      warn(`bluedot:trace: ${file} cannot be written${code}; the requests are sent without a trace.`);
    }
  };
}

function lineOf({ request, outcome, attempt, begun, ended }: Traced, baseUrl: string) {
  const answered = "status" in outcome;
  return {
    at: new Date(begun).toISOString(),
    method: request.method,
    path: pathOf(request.url, baseUrl),
    ...(answered ? { status: outcome.status } : { code: outcome.code }),
    attempt,
    ms: Math.round(ended - begun),
    sent: Buffer.byteLength(request.body ?? ""),
    received: answered ? Buffer.byteLength(outcome.text) : 0,
  };
}

/** Under the base URL; a part that is an e-mail address is left out, since a user may have chosen it as an id. */
function pathOf(url: string, baseUrl: string): string {
  const [path = ""] = url.slice(baseUrl.length).split("?", 1);
  return path.replace(/[^/]*(@|%40)[^/]*/gi, "[email]");
}
