/** The monotonic clock that measures durations: it never goes back, unlike the time of day. */
import { performance } from "node:perf_hooks";

/** The clock as a parameter, which a test replaces. */
export interface Clock {
  /** Milliseconds since an arbitrary moment: only the difference of two values has a meaning. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

export const REAL_CLOCK: Clock = {
  now: () => performance.now(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};
