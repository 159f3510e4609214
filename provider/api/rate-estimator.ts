/** An estimate of the API's rate limit from its answers; the caller passes the time. */

/** In milliseconds, `sentAt` and `now` of the clock. */
interface Refusal {
  readonly sentAt: number;
  readonly now: number;
  /** The time in which no request starts. */
  readonly pause: number;
}

/** The rate over time after a refusal: from `from` it approaches `to`, then grows cubically. */
interface Curve {
  readonly from: number;
  readonly to: number;
  /** The end of the pause. */
  readonly since: number;
  /** Milliseconds from `from` to `to`. */
  readonly approach: number;
  /** Milliseconds from `to` to twice `to`. */
  readonly doubling: number;
}

/** Values from simulations of servers with token buckets and with fixed windows. */
const APPROACH = 20_000;
const DOUBLING = 60_000;
/** After the first guess, the rate grows faster. */
const DOUBLING_OF_GUESS = 5_000;
/** The fraction of the refused rate that the curve approaches. */
const BELOW_REFUSED = 0.96;
/** The time in which an API is assumed to allow its burst. */
const BURST = 1_000;
/** A slower API is expected to send Retry-After. */
const SLOWEST = 1;
/** Fewer requests between two refusals are too small a sample. */
const ENOUGH = 5;
/** A longer time without a request is not counted: the API would have accepted more. */
const IDLE = 1_000;

/**
 * Between two refusals the API accepted exactly its limit, so the accepted requests over the time are its rate. The
 * curve begins there, approaches the refused rate, and grows again.
 */
export function openRateEstimator() {
  let curve: Curve | undefined;
  let next = Number.NEGATIVE_INFINITY;
  /** The last start, or the end of the last pause. */
  let busyUntil = Number.POSITIVE_INFINITY;
  let refusedAt = Number.NEGATIVE_INFINITY;
  /** The start of the time in which `taken` counts. */
  let countedFrom: number | undefined;
  /** The part of that time that is not counted: idle time, and pauses longer than a burst. */
  let uncounted = 0;
  let taken = 0;

  return {
    /** The requests a second that should start; undefined until the first refusal. */
    rate: (now: number) => (curve === undefined ? undefined : rateOn(curve, now)),
    /** Milliseconds until the next request may start. */
    wait: (now: number) => Math.max(0, next - now),
    /** Counts a request that starts. */
    started(now: number): void {
      countedFrom ??= now;
      const idle = now - Math.max(next, busyUntil);
      busyUntil = now;
      if (idle > IDLE) uncounted += idle;
      if (curve === undefined) return;
      if (idle > IDLE) curve = { ...curve, since: curve.since + idle };
      const interval = 1000 / rateOn(curve, now);
      // A late timer does not delay later requests; idle time gives no credit.
      next = Math.max(next, now - interval) + interval;
    },
    /** Counts a request that the API accepted within its limit, whatever the status of the answer. */
    accepted(): void {
      taken += 1;
    },
    /** The API refused a request with a 429. */
    throttled({ sentAt, now, pause }: Refusal): void {
      if (curve !== undefined) next = Math.max(next, now + pause);
      busyUntil = now + pause;
      // The request was under way at the last refusal.
      if (sentAt <= refusedAt) return;
      refusedAt = now;
      // The sample is too small; it stays empty if the refusals have another reason.
      if (taken < ENOUGH || countedFrom === undefined) {
        uncounted += Math.max(0, pause - BURST);
        return;
      }
      const since = now + pause;
      const seconds = (now - countedFrom - uncounted) / 1000;
      curve =
        curve === undefined
          ? firstGuess(taken / (seconds + Math.max(pause, BURST) / 1000), since)
          : curveAfter(rateOn(curve, now), taken / seconds, since);
      countedFrom = now;
      uncounted = Math.max(0, pause - BURST);
      taken = 0;
      next = since;
    },
  };
}

function firstGuess(rate: number, since: number): Curve {
  const guess = Math.max(SLOWEST, rate);
  return { from: guess, to: guess, since, approach: 0, doubling: DOUBLING_OF_GUESS };
}

function curveAfter(refused: number, measured: number, since: number): Curve {
  const from = lowered(refused, measured);
  const to = Math.max(from, refused * BELOW_REFUSED);
  return { from, to, since, approach: APPROACH, doubling: DOUBLING };
}

/** Half the refused rate at least: the client may have had little to send for a part of the time. */
function lowered(refused: number, measured: number): number {
  return Math.min(refused, Math.max(measured, refused / 2, SLOWEST));
}

function rateOn({ from, to, since, approach, doubling }: Curve, now: number): number {
  const time = Math.max(0, now - since);
  if (time < approach) return to - (to - from) * (1 - time / approach) ** 3;
  return to * (1 + ((time - approach) / doubling) ** 3);
}
