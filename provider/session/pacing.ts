/** How many requests run at once, and when none should start because the API asked for a pause. */
import type { LimitFunction } from "p-limit";

export interface Pacing {
  /** Runs the task when there is a place for it and no pause. Its place is free again as soon as it ends. */
  run<Result>(task: () => Promise<Result>): Promise<Result>;
  /**
   * Lets nothing start for so long; what is under way goes on. After it half as many run at once, and one more again
   * for every round without a pause: so the pace finds a rate limit that nobody has published.
   */
  pause(milliseconds: number): void;
}

export function openPacing(places: number, sleep: (milliseconds: number) => Promise<void>): Pacing {
  let limit: Promise<LimitFunction> | undefined;
  let pauses: Promise<unknown> = Promise.resolve();
  let open = places;
  let endedInRound = 0;
  let pausesUnderWay = 0;

  /** A pause may be announced while another is waited for. */
  async function untilNoPause(): Promise<void> {
    let waitedFor: Promise<unknown>;
    do {
      waitedFor = pauses;
      await waitedFor;
    } while (waitedFor !== pauses);
  }

  function widen(): void {
    endedInRound += 1;
    if (endedInRound < open || open === places) return;
    open += 1;
    endedInRound = 0;
  }

  return {
    async run(task) {
      limit ??= loadLimit(places);
      const run = await limit;
      return run(async () => {
        await untilNoPause();
        const before = pauses;
        return task().finally(() => {
          if (before === pauses) widen();
          run.concurrency = open;
        });
      });
    },
    pause(milliseconds) {
      // Several requests that were under way together are told the same: it counts once.
      if (pausesUnderWay === 0) open = Math.ceil(open / 2);
      pausesUnderWay += 1;
      endedInRound = 0;
      pauses = Promise.all([pauses, sleep(milliseconds).finally(() => (pausesUnderWay -= 1))]);
    },
  };
}

/** An ES module, so it cannot be required; and nobody needs it before the first request. */
async function loadLimit(places: number): Promise<LimitFunction> {
  const { default: pLimit } = await import("p-limit");
  return pLimit(places);
}
