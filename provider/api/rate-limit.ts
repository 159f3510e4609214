/** The user's limit of requests in any second; the caller passes the time. p-queue's own limit keeps the real clock. */

/** @param perSecond may be a fraction: half a request a second is one in two seconds */
export function openRateLimit(perSecond: number) {
  const interval = 1000 / perSecond;
  const most = Math.ceil(perSecond);
  /** The times of the last starts, the oldest first. */
  const starts: number[] = [];
  let next = Number.NEGATIVE_INFINITY;
  return {
    /** Milliseconds until the next request may start. */
    wait(now: number): number {
      const oldest = starts.length < most ? undefined : starts[0];
      const free = oldest === undefined ? now : oldest + most * interval;
      return Math.max(0, next - now, free - now);
    },
    /** Counts a request that starts. */
    started(now: number): void {
      // A late timer does not delay later requests.
      next = Math.max(next, now - interval) + interval;
      starts.push(now);
      if (starts.length > most) starts.shift();
    },
  };
}
