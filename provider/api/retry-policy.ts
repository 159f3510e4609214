/** The retry policy: the decision to retry is a pure function, and a budget limits the retries of a session. */
import { bodyOf, errorTypeOf, isThrottle } from "./response";
import { isPermanent, TOO_LARGE } from "./network-errors";
import type { Outcome } from "./http";

/** The facts after an attempt. */
export interface RetryInput {
  /** The request is idempotent: GET, PUT, DELETE and the sign-in; never the POST that creates an object. */
  readonly repeatable: boolean;
  readonly outcome: Outcome;
  /** Attempts made so far, this one included. */
  readonly attempt: number;
  /** Milliseconds that these attempts took, without the waits between them. */
  readonly spent: number;
  /** From 0 up to 1. */
  readonly random: number;
  /** Milliseconds since the epoch, for a `Retry-After` that is a date. */
  readonly date: number;
}

export type RetryDecision =
  /** `wait` in milliseconds; `pausesAll`: the API has too many requests, so no other one starts during the wait. */
  | { readonly retry: true; readonly wait: number; readonly pausesAll: boolean }
  /**
   * In milliseconds. `retryAfter`: the wait that the API asks for, which is too long or comes after the last attempt;
   * `pause`: the time in which no other request starts.
   */
  | { readonly retry: false; readonly retryAfter?: number; readonly pause?: number };

/**
 * The status of the work after an outcome:
 * - `settled`: the outcome is an answer, or a retry would bring the same.
 * - `nothing done`: nothing was done, and a retry may succeed.
 * - `unclear`: the work may have been done or not.
 * - `unusable`: the work may have been done or not, and a retry would bring the same answer.
 */
export type WorkStatus = "settled" | "nothing done" | "unclear" | "unusable";

const MOST_ATTEMPTS = 5;
/** No attempt begins later: a request with slow answers ends. In milliseconds, as the next three. */
const LONGEST_SPENT = 60_000;
const LONGEST_BACKOFF = 5_000;
const LONGEST_RETRY_AFTER = 120_000;
const FIRST_BACKOFF = 500;

export function decideRetry(input: RetryInput): RetryDecision {
  const { repeatable, outcome, attempt, spent, random, date } = input;
  const workStatus = workStatusOf(outcome);
  if (workStatus === "settled" || workStatus === "unusable") return { retry: false };

  const retryAfter = "status" in outcome ? retryAfterOf(outcome, date) : undefined;
  if (retryAfter !== undefined && retryAfter > LONGEST_RETRY_AFTER) return { retry: false, retryAfter };
  // Jitter: requests with the same Retry-After do not all start at the same moment.
  const withJitter = retryAfter === undefined ? undefined : retryAfter + random * FIRST_BACKOFF;
  if (workStatus === "unclear" && !repeatable)
    return retryAfter === undefined || withJitter === undefined
      ? { retry: false }
      : { retry: false, retryAfter, pause: withJitter };
  if (attempt >= MOST_ATTEMPTS || spent >= LONGEST_SPENT)
    return { retry: false, ...(retryAfter === undefined ? {} : { retryAfter }) };
  const pausesAll = isThrottle(outcome) || retryAfter !== undefined;
  if (withJitter !== undefined) return { retry: true, wait: withJitter, pausesAll };
  return { retry: true, wait: random * Math.min(LONGEST_BACKOFF, FIRST_BACKOFF * 2 ** attempt), pausesAll };
}

export function workStatusOf(outcome: Outcome): WorkStatus {
  if (!("status" in outcome)) {
    if (outcome.code === TOO_LARGE) return "unusable";
    if (outcome.sent) return "unclear";
    return isPermanent(outcome.code) ? "settled" : "nothing done";
  }
  const { status } = outcome;
  if (status >= 200 && status < 300) {
    const body = bodyOf(outcome);
    if (body === "unreadable") return "unclear";
    // An error under the status of a success contradicts itself.
    return body === "too deep" || errorTypeOf(outcome) !== undefined ? "unusable" : "settled";
  }
  if (isThrottle(outcome)) return "nothing done";
  // Includes the codes of proxies, such as 520: the work may have been done behind them.
  return status >= 500 && status !== 501 ? "unclear" : "settled";
}

/** The `Retry-After` of an answer in milliseconds from now; undefined if there is none, or none that is valid. */
function retryAfterOf(
  { headers }: { headers: Readonly<Record<string, string>> },
  now: number,
): number | undefined {
  const text = headers["retry-after"]?.trim();
  if (text === undefined) return undefined;
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  // The three forms of an HTTP date begin with the name of a day.
  const date = /^[A-Z][a-z]{2,8},? /.test(text)
    ? Date.parse(/GMT$/.test(text) ? text : `${text} GMT`)
    : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** The retries that all requests of a session share, after the AWS SDKs' "standard" retry mode. */
export type RetryBudget = ReturnType<typeof openRetryBudget>;

/** Some 35 retries, or a hundred after a 429. */
const FULL_BUDGET = 500;
const COST = 14;
const COST_WHEN_THROTTLED = 5;
const REWARD = 1;

export function openRetryBudget() {
  let left = FULL_BUDGET;
  return {
    /** Takes the cost of another attempt after this outcome; undefined if too little is left. */
    take(outcome: Outcome): number | undefined {
      const cost = isThrottle(outcome) ? COST_WHEN_THROTTLED : COST;
      if (cost > left) return undefined;
      left -= cost;
      return cost;
    },
    /** A request succeeded: the cost of its retries is given back, or a little if it needed none. */
    succeeded(taken: number): void {
      left = Math.min(FULL_BUDGET, left + (taken === 0 ? REWARD : taken));
    },
  };
}
