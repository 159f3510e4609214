/** No more requests in any second than the user allows: a policy that knows no clock. */

export interface RateLimit {
  /** Milliseconds until the next request may start. */
  wait(now: number): number;
  /** A request starts. */
  started(now: number): void;
}

/** @param perSecond may be a fraction: half a request a second is one in two seconds */
export function openRateLimit(perSecond: number): RateLimit {
  const interval = 1000 / perSecond;
  const most = Math.ceil(perSecond);
  /** When the last ones started, the oldest first. */
  const starts: number[] = [];
  let next = Number.NEGATIVE_INFINITY;
  return {
    wait(now) {
      const oldest = starts.length < most ? undefined : starts[0];
      const free = oldest === undefined ? now : oldest + most * interval;
      return Math.max(0, next - now, free - now);
    },
    started(now) {
      // A timer that was late is made up for.
      next = Math.max(next, now - interval) + interval;
      starts.push(now);
      if (starts.length > most) starts.shift();
    },
  };
}
