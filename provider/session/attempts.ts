/** Makes an exchange, again and again as long as the policy says so. */
import type { Pacing } from "./pacing";
import { decide, standingOf, type Standing } from "./retry";
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
export interface Clock {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** From 0 up to 1. */
  readonly random: () => number;
}

export interface Attempting extends Clock {
  readonly repeatable: boolean;
  /** Where requests have to wait for each other. */
  readonly pacing: Pacing;
}

export async function attempt(exchange: () => Promise<Outcome>, how: Attempting): Promise<Ending> {
  const { repeatable, pacing } = how;
  let maybeDone = false;
  for (let attempts = 1; ; attempts += 1) {
    const { outcome, standing, decision } = await pacing.run(async () => {
      const facts = {
        repeatable,
        outcome: await exchange(),
        attempt: attempts,
        random: how.random(),
        now: how.now(),
      };
      const decision = decide(facts);
      // Before the place is free: else the next request would start just when the API asked for a pause.
      if (decision.again && decision.everyone) pacing.pause(decision.wait);
      return { outcome: facts.outcome, standing: standingOf(facts.outcome, facts.now), decision };
    });
    maybeDone ||= standing === "unclear";
    if (!decision.again) return { ...decision, outcome, standing, attempts, maybeDone };
    await how.sleep(decision.wait);
  }
}
