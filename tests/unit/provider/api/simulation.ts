/** The session against made-up servers with limits of rate, on a clock that jumps from event to event. */
import { randomFrom } from "../../../../emulator/random";
import { openSession } from "../../../../provider/api";
import type { Configuration } from "../../../../provider/configuration";
import { BluedotError } from "../../../../provider/errors";
import type { HttpResponse, HttpRequest } from "../../../../provider/api/http";
import { account, answer, START } from "./stage";

/** Time that passes only when nothing else is left to do. */
export function openTime() {
  const events: { at: number; order: number; run: () => void }[] = [];
  let now = START;
  let order = 0;
  const at = (milliseconds: number, run: () => void) => {
    const event = { at: now + milliseconds, order: (order += 1), run };
    let place = events.length;
    for (
      let before = events[place - 1];
      before !== undefined && before.at > event.at;
      before = events[place - 1]
    )
      place -= 1;
    events.splice(place, 0, event);
  };
  return {
    now: () => now,
    at,
    sleep: (milliseconds: number) => new Promise<void>((resolve) => at(milliseconds, resolve)),
    async until<Result>(work: Promise<Result>): Promise<Result> {
      const state = { over: false };
      const end = () => (state.over = true);
      work.then(end, end);
      for (;;) {
        // All that follows from the last event without time passing.
        await new Promise((resolve) => setImmediate(resolve));
        if (state.over) return work;
        const event = events.shift();
        if (event === undefined) throw new Error("Everything waits and nothing will happen.");
        now = event.at;
        event.run();
      }
    },
  };
}

/** Milliseconds until the next request would be taken; undefined where this one is. */
type Limit = (now: number) => number | undefined;

export function tokenBucket(perSecond: (now: number) => number, burst: number): Limit {
  let tokens = burst;
  let at = START;
  return (now) => {
    tokens = Math.min(burst, tokens + ((now - at) / 1000) * perSecond(now));
    at = now;
    if (tokens < 1) return ((1 - tokens) / perSecond(now)) * 1000;
    tokens -= 1;
    return undefined;
  };
}

export function fixedWindow(perSecond: number): Limit {
  let second = 0;
  let taken = 0;
  return (now) => {
    if (Math.floor(now / 1000) !== second) taken = 0;
    second = Math.floor(now / 1000);
    taken += 1;
    return taken <= perSecond ? undefined : 1000 - (now % 1000);
  };
}

/** The form of the `Retry-After` of a refusal. */
export type RetryAfter = "seconds" | "date" | "none";

interface Server {
  readonly limit: Limit;
  readonly retryAfter: RetryAfter;
  /** There and back, in milliseconds. */
  readonly latency: number;
}

interface Run {
  readonly seconds: number;
  readonly requests: number;
  readonly failed: number;
  /** When requests were sent, sign-ins too, in milliseconds from the start. */
  readonly starts: readonly number[];
  /** When something was made. */
  readonly made: readonly number[];
}

/** Runs this number of concurrent creates. */
export async function run(
  creates: number,
  server: Server,
  configuration: Partial<Configuration> = {},
  seed = 1,
): Promise<Run> {
  const time = openTime();
  const random = randomFrom(seed);
  const starts: number[] = [];
  const made: number[] = [];
  const transport = (request: HttpRequest) =>
    new Promise<HttpResponse>((resolve) => {
      const isSignIn = request.url.endsWith("/sessions");
      starts.push(time.now() - START);
      time.at(server.latency / 2, () => {
        const answered = isSignIn ? answer(201, { accessToken: "t" }) : zone(time.now());
        time.at(server.latency / 2, () => {
          resolve(answered);
        });
      });
    });
  const zone = (now: number): HttpResponse => {
    const wait = server.limit(now);
    if (wait !== undefined) return answer(429, {}, headers(server.retryAfter, now, wait));
    made.push(now - START);
    return answer(201, { _id: String(made.length) });
  };
  const tools = { transport, random, now: time.now, sleep: time.sleep, warn: () => undefined };
  const session = openSession({ ...account, ...configuration }, tools);
  let failed = 0;
  const all = Array.from({ length: creates }, () =>
    session.send({ method: "POST", path: "/zones", body: {}, subject: "Zone" }).catch((error: unknown) => {
      if (!(error instanceof BluedotError)) throw error;
      failed += 1;
    }),
  );
  await time.until(Promise.all(all));
  return { seconds: (time.now() - START) / 1000, requests: starts.length - 1, failed, starts, made };
}

function headers(kind: RetryAfter, now: number, wait: number): Record<string, string> {
  if (kind === "none") return {};
  if (kind === "seconds") return { "retry-after": String(Math.ceil(wait / 1000)) };
  return { "retry-after": new Date(Math.ceil((now + wait) / 1000) * 1000).toUTCString() };
}
