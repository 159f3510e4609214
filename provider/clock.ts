/** The one clock by which durations are measured: it never goes back, whatever happens to the time of day. */
import { performance } from "node:perf_hooks";

/** What a test replaces. */
export interface Clock {
  /** Milliseconds since some moment: only the difference of two of them says anything. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

export const REAL_CLOCK: Clock = {
  now: () => performance.now(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};
