/** How many retries all requests of a session have together, after the AWS SDKs' "standard" retry mode: a policy. */
import { isThrottle } from "./response";
import type { Outcome } from "./http";

export interface RetryBudget {
  /** Takes what another attempt costs after this outcome; undefined where too little is left. */
  take(outcome: Outcome): number | undefined;
  /** A request succeeded; what its retries took is given back, or a little where it needed none. */
  succeeded(taken: number): void;
}

/** Some 35 retries, or a hundred after a 429. */
const WHOLE = 500;
const COST = 14;
const COST_WHEN_THROTTLED = 5;
const REWARD = 1;

export function openRetryBudget(): RetryBudget {
  let left = WHOLE;
  return {
    take(outcome) {
      const cost = isThrottle(outcome) ? COST_WHEN_THROTTLED : COST;
      if (cost > left) return undefined;
      left -= cost;
      return cost;
    },
    succeeded(taken) {
      left = Math.min(WHOLE, left + (taken === 0 ? REWARD : taken));
    },
  };
}
