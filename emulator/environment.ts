/** The clock and the timer of the emulator, which a test can replace. */
import { setTimeout as wait } from "node:timers/promises";

export interface Environment {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Ends early, without an error, when the signal fires. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
}

export const realEnvironment: Environment = {
  now: () => Date.now(),
  sleep: async (ms, signal) => {
    await wait(ms, undefined, { signal }).catch(() => undefined);
  },
};
