/** Sends a request until the retry policy or the budget ends its attempts. */
import type { Clock } from "../clock";
import { isThrottle } from "./response";
import type { RequestQueue, QueueOptions } from "./request-queue";
import type { RunSummary } from "./run-summary";
import {
  decideRetry,
  workStatusOf,
  type RetryBudget,
  type RetryDecision,
  type WorkStatus,
} from "./retry-policy";
import type { Outcome } from "./http";

/** The end of a request with all its attempts. */
export interface AttemptResult {
  /** The outcome of the last attempt. */
  readonly outcome: Outcome;
  /** The status of the work after the last outcome. */
  readonly workStatus: WorkStatus;
  readonly attempts: number;
  /** Any of the attempts may have done the work without a usable answer. */
  readonly maybeDone: boolean;
  /** The wait that the API asked for after the last attempt, in milliseconds. */
  readonly retryAfter?: number;
}

/** The parts of the runtime that a test replaces. */
export interface RuntimeTools extends Clock {
  /** The time of day: milliseconds since the epoch. It may go back, so that no duration is measured by it. */
  readonly date: () => number;
  /** From 0 up to 1. */
  readonly random: () => number;
}

/** The parts that all requests of a session share. */
export interface SharedBudgets {
  readonly budget: RetryBudget;
  readonly summary: RunSummary;
}

export interface RetryContext extends RuntimeTools, SharedBudgets, QueueOptions {
  /** The request is idempotent. */
  readonly repeatable: boolean;
  readonly queue: Pick<RequestQueue, "run" | "pause">;
  /** An outcome in a few words that hold no secret. */
  readonly describe: (outcome: Outcome) => string;
  /** Runs before each retry; false ends the attempts. Default: nothing runs. */
  readonly beforeRetry?: () => Promise<boolean>;
}

export async function withRetries(
  exchange: () => Promise<Outcome>,
  context: RetryContext,
): Promise<AttemptResult> {
  const { repeatable, queue, budget, summary, priority = 0, prepare, describe } = context;
  let maybeDone = false;
  let taken = 0;
  let spent = 0;

  /** The decision of the policy, if the budget allows it. */
  function decide(outcome: Outcome, attempts: number): RetryDecision {
    const chance = { random: context.random(), date: context.date() };
    const decision = decideRetry({ repeatable, outcome, attempt: attempts, spent, ...chance });
    if (pauseOf(decision) === undefined && !decision.retry) return decision;
    const cost = budget.take(outcome);
    if (cost !== undefined) {
      taken += cost;
      return decision;
    }
    summary.budgetExhausted(describe(outcome));
    return { retry: false, retryAfter: decision.retry ? undefined : decision.retryAfter };
  }

  function pauseAll(milliseconds: number, outcome: Outcome, sentAt: number): void {
    const isRequested = "status" in outcome && outcome.headers["retry-after"] !== undefined;
    const endWait = summary.waiting({
      kind: "pause",
      wait: milliseconds,
      isRequested,
      words: describe(outcome),
    });
    void queue.pause(milliseconds, isThrottle(outcome) ? sentAt : undefined).finally(endWait);
  }

  for (let attempts = 1; ; attempts += 1) {
    const { outcome, workStatus, decision } = await queue.run(
      async () => {
        const sentAt = context.now();
        const outcome = await exchange();
        spent += context.now() - sentAt;
        const decision = decide(outcome, attempts);
        const pause = pauseOf(decision);
        // The pause begins before the place in the queue is free, else the next request would start now.
        if (pause !== undefined) pauseAll(pause, outcome, sentAt);
        return { outcome, workStatus: workStatusOf(outcome), decision };
      },
      // A retry has waited in the queue already, and goes before first attempts of its priority.
      { priority: attempts === 1 ? priority : priority + 1, prepare },
    );
    maybeDone ||= workStatus === "unclear" || workStatus === "unusable";
    if (workStatus === "settled" && "status" in outcome) budget.succeeded(taken);
    if (!decision.retry) {
      return { outcome, workStatus, attempts, maybeDone, retryAfter: decision.retryAfter };
    }
    const endWait = summary.waiting({ kind: "retry", words: describe(outcome) });
    await context.sleep(decision.wait).finally(endWait);
    if ((await context.beforeRetry?.()) === false) return { outcome, workStatus, attempts, maybeDone };
  }
}

/** The milliseconds in which no request of the session starts; undefined if the others go on. */
function pauseOf(decision: RetryDecision): number | undefined {
  if (!decision.retry) return decision.pause;
  return decision.pausesAll ? decision.wait : undefined;
}
