/** How many requests a second the API takes, found from its answers: a policy that knows no clock. */

export interface RateEstimator {
  /** The most that should start in a second; undefined as long as none was refused. */
  rate(now: number): number | undefined;
  /** Milliseconds until the next request may start. */
  wait(now: number): number;
  /** A request starts. */
  started(now: number): void;
  /** The API took a request, whatever it said of it. */
  admitted(): void;
  /** The API refused a request since there were too many. */
  throttled(refusal: Refusal): void;
}

/** In milliseconds, `sentAt` and `now` of the clock. */
interface Refusal {
  readonly sentAt: number;
  readonly now: number;
  /** How long nothing starts. */
  readonly pause: number;
}

/** From a refusal on: begins at `from`, is near `to` for a while, then grows, the longer the bolder. */
interface Course {
  readonly from: number;
  readonly to: number;
  /** The end of the pause. */
  readonly since: number;
  /** Milliseconds from `from` to `to`. */
  readonly approach: number;
  /** Milliseconds from there to twice `to`. */
  readonly doubling: number;
}

/** Chosen by simulation, for servers with buckets of tokens and with fixed windows. */
const APPROACH = 20_000;
const DOUBLING = 60_000;
/** A first guess is corrected soon. */
const DOUBLING_OF_GUESS = 5_000;
/** Of the rate at which a refusal came. */
const BELOW_REFUSED = 0.96;
/** What an API allows at once is taken for what it allows in this time. */
const BURST = 1_000;
/** Whoever takes less in a second says so by Retry-After. */
const SLOWEST = 1;
/** Fewer requests between two refusals tell too little. */
const ENOUGH = 5;
/** After so long without a request nothing can be said of what the API would have taken. */
const IDLE = 1_000;

/**
 * Between two refusals the API has taken just what it allows, since nothing was left at either end: their number over
 * the time is its rate. From there it goes back to a little below where it was refused, stays, and tries for more.
 */
export function openRateEstimator(): RateEstimator {
  let course: Course | undefined;
  let next = Number.NEGATIVE_INFINITY;
  /** The last start, or the end of the last pause. */
  let busyUntil = Number.POSITIVE_INFINITY;
  let refusedAt = Number.NEGATIVE_INFINITY;
  /** Since when `taken` counts. */
  let countedFrom: number | undefined;
  /** What of the time since then says nothing: idle, or so long a pause that no more could be saved up. */
  let uncounted = 0;
  let taken = 0;

  function rate(now: number): number | undefined {
    return course === undefined ? undefined : rateOn(course, now);
  }

  return {
    rate,
    wait: (now) => Math.max(0, next - now),
    started(now) {
      countedFrom ??= now;
      const idle = now - Math.max(next, busyUntil);
      busyUntil = now;
      if (idle > IDLE) uncounted += idle;
      if (course === undefined) return;
      if (idle > IDLE) course = { ...course, since: course.since + idle };
      const interval = 1000 / rateOn(course, now);
      // A timer that was late is made up for, but not a long silence.
      next = Math.max(next, now - interval) + interval;
    },
    admitted() {
      taken += 1;
    },
    throttled({ sentAt, now, pause }) {
      if (course !== undefined) next = Math.max(next, now + pause);
      busyUntil = now + pause;
      // It was under way when another was refused.
      if (sentAt <= refusedAt) return;
      refusedAt = now;
      // Too little is known since the last time; nothing at all where requests are refused for other reasons.
      if (taken < ENOUGH || countedFrom === undefined) {
        uncounted += Math.max(0, pause - BURST);
        return;
      }
      const since = now + pause;
      const seconds = (now - countedFrom - uncounted) / 1000;
      course =
        course === undefined
          ? firstGuess(taken / (seconds + Math.max(pause, BURST) / 1000), since)
          : found(rateOn(course, now), taken / seconds, since);
      countedFrom = now;
      uncounted = Math.max(0, pause - BURST);
      taken = 0;
      next = since;
    },
  };
}

function firstGuess(rate: number, since: number): Course {
  const guess = Math.max(SLOWEST, rate);
  return { from: guess, to: guess, since, approach: 0, doubling: DOUBLING_OF_GUESS };
}

function found(refused: number, measured: number, since: number): Course {
  const from = lowered(refused, measured);
  const to = Math.max(from, refused * BELOW_REFUSED);
  return { from, to, since, approach: APPROACH, doubling: DOUBLING };
}

/** At the least half of it: the client may have had little to send for a part of the time. */
function lowered(refused: number, measured: number): number {
  return Math.min(refused, Math.max(measured, refused / 2, SLOWEST));
}

function rateOn({ from, to, since, approach, doubling }: Course, now: number): number {
  const time = Math.max(0, now - since);
  if (time < approach) return to - (to - from) * (1 - time / approach) ** 3;
  return to * (1 + ((time - approach) / doubling) ** 3);
}
