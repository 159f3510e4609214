/** Makes an exchange, again and again as long as the policy says so and the budget lasts. */
import type { Clock } from "../clock";
import { isThrottle } from "./answer";
import type { Budget } from "./budget";
import type { Pacing, Start } from "./pacing";
import type { Report } from "./report";
import { decide, standingOf, type Decision, type Standing } from "./retry";
import type { Outcome } from "./transport";

/** How it ended. */
export interface Ending {
  readonly outcome: Outcome;
  /** What the last outcome says about the work. */
  readonly standing: Standing;
  readonly attempts: number;
  /** Whether any of the attempts may have done the work without saying so. */
  readonly maybeDone: boolean;
  /** The wait the API asked for when we gave up, in milliseconds. */
  readonly asked?: number;
}

/** What a test replaces. */
export interface Surroundings extends Clock {
  /** The time of day: milliseconds since the epoch. It may go back, so that no duration is measured by it. */
  readonly date: () => number;
  /** From 0 up to 1. */
  readonly random: () => number;
}

/** What all requests of a session share. */
export interface Sharing {
  readonly budget: Budget;
  readonly report: Report;
}

export interface Attempting extends Surroundings, Sharing, Start {
  readonly repeatable: boolean;
  /** Where requests have to wait for each other. */
  readonly pacing: Pick<Pacing, "run" | "pause">;
  /** What came in a few words that hold no secret. */
  readonly wordsFor: (outcome: Outcome) => string;
  /** Done before each further attempt; false ends it with what came last. Default: nothing is done. */
  readonly again?: () => Promise<boolean>;
}

export async function attempt(exchange: () => Promise<Outcome>, how: Attempting): Promise<Ending> {
  const { repeatable, pacing, budget, report, rank = 0, ready, wordsFor } = how;
  let maybeDone = false;
  let taken = 0;
  let spent = 0;

  /** The policy's decision, where the budget allows it. */
  function afforded(outcome: Outcome, attempts: number): Decision {
    const chance = { random: how.random(), date: how.date() };
    const decision = decide({ repeatable, outcome, attempt: attempts, spent, ...chance });
    if (pauseOf(decision) === undefined && !decision.again) return decision;
    const cost = budget.take(outcome);
    if (cost !== undefined) {
      taken += cost;
      return decision;
    }
    report.exhausted(wordsFor(outcome));
    return {
      again: false,
      ...(decision.again || decision.asked === undefined ? {} : { asked: decision.asked }),
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
        return { outcome, standing: standingOf(outcome), decision };
      },
      // Who has waited for an answer already waits no second time behind those who have not.
      { rank: attempts === 1 ? rank : rank + 1, ...(ready === undefined ? {} : { ready }) },
    );
    maybeDone ||= standing === "unclear" || standing === "unusable";
    if (standing === "settled" && "status" in outcome) budget.succeeded(taken);
    if (!decision.again) return { ...decision, outcome, standing, attempts, maybeDone };
    const told = report.waiting({ kind: "again", words: wordsFor(outcome) });
    await how.sleep(decision.wait).finally(told);
    if ((await how.again?.()) === false) return { outcome, standing, attempts, maybeDone };
  }
}

/** How long nothing should start, if at all. */
function pauseOf(decision: Decision): number | undefined {
  if (!decision.again) return decision.pause;
  return decision.everyone ? decision.wait : undefined;
}
