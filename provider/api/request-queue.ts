/** The queue of requests: writes go before reads, within limits of concurrency and rate, and none starts in a pause. */
import type PQueue from "p-queue";

import type { Clock } from "../clock";
import { openRateLimit } from "./rate-limit";
import { openRateEstimator } from "./rate-estimator";

export type RequestQueue = ReturnType<typeof openRequestQueue>;

export interface QueueOptions {
  /** The waiting task with the highest priority is next. Default: 0. */
  readonly priority?: number;
  /** Runs before the task; no other task starts meanwhile. Default: nothing runs. */
  readonly prepare?: () => Promise<unknown>;
}

export interface RequestQueueTools extends Clock {
  /** Called when requests begin to wait for a rate limit; its result is called at the end of the wait. */
  readonly onRateLimit?: (rate: number | undefined) => () => void;
}

/** @param perSecond the user's limit of requests in any second; undefined for none */
export function openRequestQueue(
  concurrency: number,
  perSecond: number | undefined,
  { now, sleep, onRateLimit = () => () => undefined }: RequestQueueTools,
) {
  const estimator = openRateEstimator();
  const limit = perSecond === undefined ? undefined : openRateLimit(perSecond);
  let loading: Promise<PQueue> | undefined;
  let queue: PQueue | undefined;
  let holds = 0;
  let isHeldForRate = false;
  let pauses: Promise<unknown> = Promise.resolve();
  let pausesUnderWay = 0;
  let openPlaces = concurrency;
  let endedInRound = 0;

  /** Starts no task until the result is called. */
  function hold(): () => void {
    holds += 1;
    queue?.pause();
    return () => {
      holds -= 1;
      if (holds === 0) queue?.start();
    };
  }

  function rateDelay(): number {
    return Math.ceil(Math.max(estimator.wait(now()), limit?.wait(now()) ?? 0));
  }

  /** Requests wait in the queue, where a write can still go before them. */
  function holdForRate(): void {
    const wait = isHeldForRate ? 0 : rateDelay();
    if (wait === 0) return;
    isHeldForRate = true;
    const release = hold();
    const endWait = onRateLimit(estimator.rate(now()));
    void sleep(wait).finally(() => {
      isHeldForRate = false;
      endWait();
      release();
    });
  }

  /** Another pause may begin during the wait for the first. */
  async function untilNoPause(): Promise<void> {
    let waitedFor: Promise<unknown>;
    do {
      waitedFor = pauses;
      await waitedFor;
    } while (waitedFor !== pauses);
  }

  /** Waits until the rate limit allows one more request: for a second request of a task, and for the sign-in. */
  async function waitForRate(): Promise<void> {
    await untilNoPause();
    for (let wait = rateDelay(); wait > 0; wait = rateDelay()) {
      await sleep(wait);
      await untilNoPause();
    }
    estimator.started(now());
    limit?.started(now());
  }

  /** Tasks start one after the other: each start changes the delay of the next. */
  async function start(prepare: QueueOptions["prepare"]): Promise<void> {
    const release = hold();
    try {
      await prepare?.();
      await waitForRate();
    } finally {
      if ((queue?.size ?? 0) > 0) holdForRate();
      release();
    }
  }

  function setOpenPlaces(count: number): void {
    openPlaces = count;
    if (queue !== undefined) queue.concurrency = count;
  }

  function widen(): void {
    endedInRound += 1;
    if (endedInRound < openPlaces || openPlaces === concurrency) return;
    endedInRound = 0;
    setOpenPlaces(openPlaces + 1);
  }

  async function loadQueue(): Promise<PQueue> {
    // An ES module, which cannot be required, and which is not needed before the first request.
    const { default: Queue } = await import("p-queue");
    queue = new Queue({ concurrency: openPlaces, autoStart: holds === 0 });
    return queue;
  }

  return {
    /** Runs the task when its turn comes and fewer tasks than the limit are running. */
    async run<Result>(
      task: () => Promise<Result>,
      { priority = 0, prepare }: QueueOptions = {},
    ): Promise<Result> {
      const loaded = await (loading ??= loadQueue());
      holdForRate();
      return loaded.add(
        async () => {
          await start(prepare);
          const before = pauses;
          return task().finally(() => {
            if (before === pauses) widen();
          });
        },
        { priority },
      );
    },
    waitForRate,
    /** The API accepted a request within its rate limit, whatever the status of the answer. */
    accepted: () => {
      estimator.accepted();
    },
    /**
     * Starts no task for this time; running tasks go on. Afterwards the concurrency is halved, and grows by one with
     * every round without a pause. Resolves at the end of the pause.
     *
     * @param refusedSentAt the time at which the request was sent that got a 429
     */
    pause(milliseconds: number, refusedSentAt?: number): Promise<void> {
      const release = hold();
      // Several requests that ran together get the same refusal: it counts once.
      if (pausesUnderWay === 0) setOpenPlaces(Math.ceil(openPlaces / 2));
      pausesUnderWay += 1;
      endedInRound = 0;
      const over = sleep(milliseconds).finally(() => {
        pausesUnderWay -= 1;
        release();
      });
      pauses = Promise.all([pauses, over]);
      if (refusedSentAt !== undefined)
        estimator.throttled({ sentAt: refusedSentAt, now: now(), pause: milliseconds });
      return over;
    },
  };
}
