/** Whether to ask again, and after how long: a pure function of what is known. */
import { bodyOf, errorTypeOf, isThrottle } from "./response";
import { isHopeless, TOO_LARGE } from "./network-errors";
import type { Outcome } from "./http";

/** What is known after an attempt. */
export interface RetryInput {
  /** Whether doing it twice is as good as once: GET, PUT, DELETE, and signing in; never the POST that makes something. */
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
  /** `everyone`: the API is asked too often, so that no other request should start meanwhile either. */
  | { readonly again: true; readonly wait: number; readonly everyone: boolean }
  /**
   * In milliseconds. `retryAfter`: the wait that the API wants, which is too long or would help no more; `pause`: how long no
   * other request should start either.
   */
  | { readonly again: false; readonly retryAfter?: number; readonly pause?: number };

/**
 * What the outcome says about the work:
 * - `settled`: it is an answer, or will be the same next time.
 * - `nothing done`: nothing was done, and it may go better next time.
 * - `unclear`: it may have been done or not.
 * - `unusable`: it may have been done or not, and what came will be the same next time.
 */
export type WorkStatus = "settled" | "nothing done" | "unclear" | "unusable";

const MOST_ATTEMPTS = 5;
/** No attempt begins later, so that a request whose answers trickle ends with the attempt after this. */
const LONGEST_SPENT = 60_000;
const LONGEST_BACKOFF = 5_000;
const LONGEST_RETRY_AFTER = 120_000;
const FIRST_BACKOFF = 500;

export function decideRetry(facts: RetryInput): RetryDecision {
  const { repeatable, outcome, attempt, spent, random, date } = facts;
  const standing = workStatusOf(outcome);
  if (standing === "settled" || standing === "unusable") return { again: false };

  const retryAfter = "status" in outcome ? retryAfterOf(outcome, date) : undefined;
  if (retryAfter !== undefined && retryAfter > LONGEST_RETRY_AFTER) return { again: false, retryAfter };
  // Those who were told the same time do not all come back at the same moment.
  const scattered = retryAfter === undefined ? undefined : retryAfter + random * FIRST_BACKOFF;
  if (standing === "unclear" && !repeatable)
    return retryAfter === undefined || scattered === undefined
      ? { again: false }
      : { again: false, retryAfter, pause: scattered };
  if (attempt >= MOST_ATTEMPTS || spent >= LONGEST_SPENT)
    return { again: false, ...(retryAfter === undefined ? {} : { retryAfter }) };
  const everyone = isThrottle(outcome) || retryAfter !== undefined;
  if (scattered !== undefined) return { again: true, wait: scattered, everyone };
  return { again: true, wait: random * Math.min(LONGEST_BACKOFF, FIRST_BACKOFF * 2 ** attempt), everyone };
}

export function workStatusOf(outcome: Outcome): WorkStatus {
  if (!("status" in outcome)) {
    if (outcome.code === TOO_LARGE) return "unusable";
    if (outcome.sent) return "unclear";
    return isHopeless(outcome.code) ? "settled" : "nothing done";
  }
  const { status } = outcome;
  if (status >= 200 && status < 300) {
    const body = bodyOf(outcome);
    if (body === "unreadable") return "unclear";
    // An error under the status of a success says two things at once.
    return body === "too deep" || errorTypeOf(outcome) !== undefined ? "unusable" : "settled";
  }
  if (isThrottle(outcome)) return "nothing done";
  // Also what a proxy in between says (520 and so on): the work may have been done behind it.
  return status >= 500 && status !== 501 ? "unclear" : "settled";
}

/** Milliseconds from now that the answer asks to wait; undefined where it asks for nothing that can be read. */
function retryAfterOf(
  { headers }: { headers: Readonly<Record<string, string>> },
  now: number,
): number | undefined {
  const text = headers["retry-after"]?.trim();
  if (text === undefined) return undefined;
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  // The three forms of an HTTP date begin with the name of a day; anything else would be guessing.
  const date = /^[A-Z][a-z]{2,8},? /.test(text)
    ? Date.parse(/GMT$/.test(text) ? text : `${text} GMT`)
    : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
