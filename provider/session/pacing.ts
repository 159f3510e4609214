/** How many requests run at once, and when none should start because the API asked for a pause. */
import type { LimitFunction } from "p-limit";

export interface Pacing {
  /** Runs the task when there is a place for it and no pause. Its place is free again as soon as it ends. */
  run<Result>(task: () => Promise<Result>): Promise<Result>;
  /** Lets nothing start for so long; what is under way goes on. */
  pause(milliseconds: number): void;
}

export function openPacing(places: number, sleep: (milliseconds: number) => Promise<void>): Pacing {
  let limit: Promise<LimitFunction> | undefined;
  let pauses: Promise<unknown> = Promise.resolve();

  /** A pause may be announced while another is waited for. */
  async function untilNoPause(): Promise<void> {
    let waitedFor: Promise<unknown>;
    do {
      waitedFor = pauses;
      await waitedFor;
    } while (waitedFor !== pauses);
  }

  return {
    async run(task) {
      limit ??= loadLimit(places);
      const run = await limit;
      return run(async () => {
        await untilNoPause();
        return task();
      });
    },
    pause(milliseconds) {
      pauses = Promise.all([pauses, sleep(milliseconds)]);
    },
  };
}

/** An ES module, so it cannot be required; and nobody needs it before the first request. */
async function loadLimit(places: number): Promise<LimitFunction> {
  const { default: pLimit } = await import("p-limit");
  return pLimit(places);
}
