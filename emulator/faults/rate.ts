/** A bucket of tokens that fills at a steady rate: how long a request must wait, 0 when it may pass. */

export interface Bucket {
  readonly tokens: number;
  /** Milliseconds since 1970, when `tokens` was true. */
  readonly at: number;
}

export interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

export function take(bucket: Bucket, rate: Rate, now: number): { bucket: Bucket; waitMs: number } {
  const earned = (Math.max(0, now - bucket.at) * rate.perSecond) / 1000;
  const tokens = Math.min(rate.burst, bucket.tokens + earned);
  if (tokens >= 1) return { bucket: { tokens: tokens - 1, at: now }, waitMs: 0 };
  return { bucket: { tokens, at: now }, waitMs: ((1 - tokens) * 1000) / rate.perSecond };
}
