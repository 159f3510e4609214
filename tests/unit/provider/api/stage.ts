/** The fixtures of the session's tests: an account, a clock that never waits, and a transport with scripted answers. */
import type { Configuration } from "../../../../provider/configuration";
import { BluedotError } from "../../../../provider/errors";
import type { Json } from "../../../../provider/json";
import type { Session, SessionTools } from "../../../../provider/api";
import { openProgress } from "../../../../provider/api/progress";
import type { HttpResponse, HttpFailure, HttpRequest, Outcome } from "../../../../provider/api/http";

export const account: Configuration = {
  email: "machine@example.com",
  password: "canary-password-7f3a",
  baseUrl: "https://config.example.com/prod1",
  region: undefined,
  maxConcurrency: 10,
  shouldSync: false,
  onExisting: "fail",
};

export const HOUR = 3_600_000;

export function answer(status: number, body?: Json, headers: Record<string, string> = {}): HttpResponse {
  return { status, headers, text: body === undefined ? "" : JSON.stringify(body) };
}

export function text(status: number, body: string, headers: Record<string, string> = {}): HttpResponse {
  return { status, headers, text: body };
}

export function failure(code: string, { sent }: { sent: boolean }): HttpFailure {
  return { code, sent };
}

export function apiError(status: number, errorType: string, description: string): HttpResponse {
  return answer(status, { errorType, errorMessages: { errorDescription: description } });
}

/** Answers requests one after the other; the last outcome of a script is repeated. */
export interface Stage {
  readonly tools: SessionTools;
  /** Every request but sign-ins. */
  readonly requests: HttpRequest[];
  readonly signIns: HttpRequest[];
  /** The waits between attempts, in milliseconds. */
  readonly waits: number[];
  readonly pass: (milliseconds: number) => void;
  readonly warnings: string[];
}

export interface Script {
  outcomes?: Outcome[];
  signIns?: Outcome[];
  random?: number;
  /** In place of `outcomes`. */
  answers?: (request: HttpRequest) => Outcome;
}

export const START = Date.UTC(2026, 5, 1, 12);

export function stage({ outcomes = [answer(200, {})], signIns, random = 1, answers }: Script = {}): Stage {
  let now = START;
  const made: Stage = {
    requests: [],
    signIns: [],
    waits: [],
    warnings: [],
    pass: (milliseconds) => (now += milliseconds),
    tools: {
      now: () => now,
      date: () => now,
      random: () => random,
      progress: openProgress({ now: () => now, show: () => undefined, startTimer: () => undefined }),
      warn: (message) => made.warnings.push(message),
      sleep: (milliseconds) => {
        made.waits.push(milliseconds);
        now += milliseconds;
        return Promise.resolve();
      },
      // Answers come later, as from a network, so that requests overlap.
      transport: (request) =>
        new Promise((resolve) =>
          setImmediate(() => {
            resolve(outcomeOf(request));
          }),
        ),
    },
  };
  return made;

  function outcomeOf(request: HttpRequest): Outcome {
    if (request.url.endsWith("/sessions")) {
      made.signIns.push(request);
      if (signIns === undefined) return answer(201, { accessToken: `token-${made.signIns.length}` });
      return nth(signIns, made.signIns.length);
    }
    made.requests.push(request);
    return answers === undefined ? nth(outcomes, made.requests.length) : answers(request);
  }
}

function nth(outcomes: readonly Outcome[], number: number): Outcome {
  const outcome = outcomes[Math.min(number, outcomes.length) - 1];
  if (outcome === undefined) throw new Error("A script needs an outcome.");
  return outcome;
}

/** The error with which a call ends. */
export async function complaintOf(promise: Promise<unknown>): Promise<BluedotError> {
  const error = await promise.catch((caught: unknown) => caught);
  if (error instanceof BluedotError) return error;
  throw new Error("This should have ended with a BluedotError.");
}

export function get(session: Session) {
  return session.send({ method: "GET", path: "/zones/1", subject: 'Zone "cafe"' });
}

export function post(session: Session) {
  return session.send({ method: "POST", path: "/zones", body: { name: "cafe" }, subject: 'Zone "cafe"' });
}
