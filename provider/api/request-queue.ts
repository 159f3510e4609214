/** When a request starts: writes before reads, so many at once, so many a second, and none while the API wants a pause. */
import type PQueue from "p-queue";

import { openRateLimit } from "./rate-limit";
import { openRateEstimator } from "./rate-estimator";

export interface RequestQueue {
  /** Runs the task when there is a place for it and it is its turn. Its place is free again as soon as it ends. */
  run<Result>(task: () => Promise<Result>, start?: Start): Promise<Result>;
  /** Waits until one more request may be sent, by whoever has a place already or needs none. */
  turn(): Promise<void>;
  /** The API took a request, whatever it said of it. */
  admitted(): void;
  /**
   * Lets nothing start for so long; what is under way goes on. After it half as many run at once, and one more again
   * for every round without a pause. Resolves when it is over.
   *
   * @param refusedSentAt when the request was sent that the API refused since there were too many
   */
  pause(milliseconds: number, refusedSentAt?: number): Promise<void>;
}

export interface Start {
  /** Of those who wait the highest is next. Default: 0. */
  readonly rank?: number;
  /** What must be there before: nothing else starts until it is. Default: nothing. */
  readonly ready?: () => Promise<unknown>;
}

export interface RequestQueueTools {
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Told when requests wait for the pace, and gives what ends that. Default: nobody. */
  readonly paced?: (rate: number | undefined) => () => void;
}

/** @param perSecond the most that may start in any second; undefined for no such limit */
export function openRequestQueue(
  places: number,
  perSecond: number | undefined,
  tools: RequestQueueTools,
): RequestQueue {
  const { now, sleep, paced = () => () => undefined } = tools;
  const pace = openRateEstimator();
  const ceiling = perSecond === undefined ? undefined : openRateLimit(perSecond);
  let loading: Promise<PQueue> | undefined;
  let queue: PQueue | undefined;
  let holds = 0;
  let heldForPace = false;
  let pauses: Promise<unknown> = Promise.resolve();
  let pausesUnderWay = 0;
  let open = places;
  let endedInRound = 0;

  /** Lets nothing leave the queue until what it gives is called. */
  function hold(): () => void {
    holds += 1;
    queue?.pause();
    return () => {
      holds -= 1;
      if (holds === 0) queue?.start();
    };
  }

  function waitForPace(): number {
    return Math.ceil(Math.max(pace.wait(now()), ceiling?.wait(now()) ?? 0));
  }

  /** Those who wait do so in the queue, where a write can still come before them. */
  function holdForPace(): void {
    const wait = heldForPace ? 0 : waitForPace();
    if (wait === 0) return;
    heldForPace = true;
    const release = hold();
    const told = paced(pace.rate(now()));
    void sleep(wait).finally(() => {
      heldForPace = false;
      told();
      release();
    });
  }

  /** A pause may be announced while another is waited for. */
  async function untilNoPause(): Promise<void> {
    let waitedFor: Promise<unknown>;
    do {
      waitedFor = pauses;
      await waitedFor;
    } while (waitedFor !== pauses);
  }

  async function turn(): Promise<void> {
    await untilNoPause();
    for (let wait = waitForPace(); wait > 0; wait = waitForPace()) {
      await sleep(wait);
      await untilNoPause();
    }
    pace.started(now());
    ceiling?.started(now());
  }

  /** One after the other: whether the next may start is not known before this one has. */
  async function start(ready: Start["ready"]): Promise<void> {
    const release = hold();
    try {
      await ready?.();
      await turn();
    } finally {
      if ((queue?.size ?? 0) > 0) holdForPace();
      release();
    }
  }

  function setOpen(count: number): void {
    open = count;
    if (queue !== undefined) queue.concurrency = count;
  }

  function widen(): void {
    endedInRound += 1;
    if (endedInRound < open || open === places) return;
    endedInRound = 0;
    setOpen(open + 1);
  }

  async function loadQueue(): Promise<PQueue> {
    // An ES module, so it cannot be required; and nobody needs it before the first request.
    const { default: Queue } = await import("p-queue");
    queue = new Queue({ concurrency: open, autoStart: holds === 0 });
    return queue;
  }

  return {
    async run(task, { rank = 0, ready } = {}) {
      const waiting = await (loading ??= loadQueue());
      holdForPace();
      return waiting.add(
        async () => {
          await start(ready);
          const before = pauses;
          return task().finally(() => {
            if (before === pauses) widen();
          });
        },
        { priority: rank },
      );
    },
    turn,
    admitted: () => {
      pace.admitted();
    },
    pause(milliseconds, refusedSentAt) {
      const release = hold();
      // Several requests that were under way together are told the same: it counts once.
      if (pausesUnderWay === 0) setOpen(Math.ceil(open / 2));
      pausesUnderWay += 1;
      endedInRound = 0;
      const over = sleep(milliseconds).finally(() => {
        pausesUnderWay -= 1;
        release();
      });
      pauses = Promise.all([pauses, over]);
      if (refusedSentAt !== undefined)
        pace.throttled({ sentAt: refusedSentAt, now: now(), pause: milliseconds });
      return over;
    },
  };
}
