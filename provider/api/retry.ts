/** Makes an exchange, again and again as long as the policy says so and the budget lasts. */
import type { Clock } from "../clock";
import { isThrottle } from "./response";
import type { RetryBudget } from "./retry-budget";
import type { RequestQueue, Start } from "./request-queue";
import type { RunSummary } from "./run-summary";
import { decideRetry, workStatusOf, type RetryDecision, type WorkStatus } from "./retry-policy";
import type { Outcome } from "./http";

/** How it ended. */
export interface AttemptResult {
  readonly outcome: Outcome;
  /** What the last outcome says about the work. */
  readonly workStatus: WorkStatus;
  readonly attempts: number;
  /** Whether any of the attempts may have done the work without saying so. */
  readonly maybeDone: boolean;
  /** The wait the API asked for when we gave up, in milliseconds. */
  readonly retryAfter?: number;
}

/** What a test replaces. */
export interface RuntimeTools extends Clock {
  /** The time of day: milliseconds since the epoch. It may go back, so that no duration is measured by it. */
  readonly date: () => number;
  /** From 0 up to 1. */
  readonly random: () => number;
}

/** What all requests of a session share. */
export interface SharedBudgets {
  readonly budget: RetryBudget;
  readonly report: RunSummary;
}

export interface RetryContext extends RuntimeTools, SharedBudgets, Start {
  readonly repeatable: boolean;
  /** Where requests have to wait for each other. */
  readonly pacing: Pick<RequestQueue, "run" | "pause">;
  /** What came in a few words that hold no secret. */
  readonly wordsFor: (outcome: Outcome) => string;
  /** Done before each further attempt; false ends it with what came last. Default: nothing is done. */
  readonly again?: () => Promise<boolean>;
}

export async function withRetries(
  exchange: () => Promise<Outcome>,
  how: RetryContext,
): Promise<AttemptResult> {
  const { repeatable, pacing, budget, report, rank = 0, ready, wordsFor } = how;
  let maybeDone = false;
  let taken = 0;
  let spent = 0;

  /** The policy's decision, where the budget allows it. */
  function afforded(outcome: Outcome, attempts: number): RetryDecision {
    const chance = { random: how.random(), date: how.date() };
    const decision = decideRetry({ repeatable, outcome, attempt: attempts, spent, ...chance });
    if (pauseOf(decision) === undefined && !decision.again) return decision;
    const cost = budget.take(outcome);
    if (cost !== undefined) {
      taken += cost;
      return decision;
    }
    report.exhausted(wordsFor(outcome));
    return {
      again: false,
      ...(decision.again || decision.retryAfter === undefined ? {} : { retryAfter: decision.retryAfter }),
    };
  }

  function pauseAll(milliseconds: number, outcome: Outcome, sentAt: number): void {
    const asked = "status" in outcome && outcome.headers["retry-after"] !== undefined;
    const told = report.waiting({ kind: "pause", wait: milliseconds, asked, words: wordsFor(outcome) });
    void pacing.pause(milliseconds, isThrottle(outcome) ? sentAt : undefined).finally(told);
  }

  for (let attempts = 1; ; attempts += 1) {
    const { outcome, standing, decision } = await pacing.run(
      async () => {
        const sentAt = how.now();
        const outcome = await exchange();
        spent += how.now() - sentAt;
        const decision = afforded(outcome, attempts);
        const pause = pauseOf(decision);
        // Before the place is free: else the next request would start just when the API asked for a pause.
        if (pause !== undefined) pauseAll(pause, outcome, sentAt);
        return { outcome, standing: workStatusOf(outcome), decision };
      },
      // Who has waited for an answer already waits no second time behind those who have not.
      { rank: attempts === 1 ? rank : rank + 1, ...(ready === undefined ? {} : { ready }) },
    );
    maybeDone ||= standing === "unclear" || standing === "unusable";
    if (standing === "settled" && "status" in outcome) budget.succeeded(taken);
    if (!decision.again) return { ...decision, outcome, workStatus: standing, attempts, maybeDone };
    const told = report.waiting({ kind: "again", words: wordsFor(outcome) });
    await how.sleep(decision.wait).finally(told);
    if ((await how.again?.()) === false) return { outcome, workStatus: standing, attempts, maybeDone };
  }
}

/** How long nothing should start, if at all. */
function pauseOf(decision: RetryDecision): number | undefined {
  if (!decision.again) return decision.pause;
  return decision.everyone ? decision.wait : undefined;
}
