import { expect } from "chai";

import { openRateEstimator } from "../../../../provider/api/rate-estimator";
import { fixedWindow, run, tokenBucket, type RetryAfter } from "./simulation";
import { START } from "./stage";

describe("the rate estimator", () => {
  it("is none until a request is refused", () => {
    const estimator = openRateEstimator();
    for (let sent = 0; sent < 100; sent += 1) {
      expect(estimator.wait(0)).to.equal(0);
      estimator.started(0);
      estimator.accepted();
    }
    expect(estimator.rate(0)).to.equal(undefined);
  });

  it("is guessed at the first refusal: what was taken over the time, the pause included", () => {
    const estimator = openRateEstimator();
    taken(estimator, 40, 0, 2000);
    estimator.throttled({ sentAt: 2000, now: 2000, pause: 2000 });
    expect(estimator.rate(4000)).to.equal(10);
  });

  it("is measured at the second: what was taken over the time between the two", () => {
    const estimator = openRateEstimator();
    taken(estimator, 20, 0, 100);
    estimator.throttled({ sentAt: 100, now: 100, pause: 1000 });
    taken(estimator, 20, 1100, 2100);
    estimator.throttled({ sentAt: 2100, now: 2100, pause: 1000 });
    expect(estimator.rate(3100)).to.equal(10);
  });

  it("goes down by no more than half at once, since there may have been little to send", () => {
    const estimator = openRateEstimator();
    taken(estimator, 20, 0, 1000);
    estimator.throttled({ sentAt: 1000, now: 1000, pause: 1000 });
    const before = estimator.rate(2500) ?? 0;
    taken(estimator, 5, 2000, 2500);
    estimator.throttled({ sentAt: 2500, now: 2500, pause: 1000 });
    expect(estimator.rate(3500)).to.be.closeTo(before / 2, 0.001);
  });

  it("takes refusals of requests that were under way at once for one", () => {
    const [once, often] = [openRateEstimator(), openRateEstimator()];
    for (const estimator of [once, often]) {
      taken(estimator, 10, 0, 1000);
      estimator.throttled({ sentAt: 1000, now: 1100, pause: 1000 });
      // Of those under way some were taken.
      for (let count = 0; count < 6; count += 1) estimator.accepted();
    }
    for (const sentAt of [1010, 1050, 1100]) often.throttled({ sentAt, now: 1200, pause: 900 });
    for (const now of [2100, 7100]) expect(often.rate(now)).to.equal(once.rate(now));
  });

  it("is not slowed down where nothing at all is taken, which has another reason", () => {
    const estimator = openRateEstimator();
    taken(estimator, 10, 0, 1000);
    estimator.throttled({ sentAt: 1000, now: 1000, pause: 1000 });
    const before = estimator.rate(2000);
    for (let now = 2000; now < 60_000; now += 1000) {
      estimator.throttled({ sentAt: now, now, pause: 500 });
    }
    expect(estimator.rate(2000)).to.equal(before);
  });

  it("is not guessed from fewer than five requests, nor from the pauses after them", () => {
    const estimator = openRateEstimator();
    taken(estimator, 4, 0, 1000);
    estimator.throttled({ sentAt: 1000, now: 1000, pause: 60_000 });
    expect(estimator.rate(61_000)).to.equal(undefined);
    taken(estimator, 26, 61_000, 62_000);
    estimator.throttled({ sentAt: 62_000, now: 62_000, pause: 1000 });
    expect(estimator.rate(63_000)).to.be.within(7.5, 10);
  });

  it("does not take a time without requests for one in which they were refused, nor for one that went well", () => {
    const [busy, idle] = [openRateEstimator(), openRateEstimator()];
    for (const [estimator, gap] of [
      [busy, 0],
      [idle, 3_600_000],
    ] as const) {
      taken(estimator, 10, 0, 1000);
      estimator.throttled({ sentAt: 1000, now: 1000, pause: 1000 });
      taken(estimator, 1, 2000 + gap, 2000 + gap);
    }
    expect(idle.rate(3_602_100)).to.be.closeTo(busy.rate(2100) ?? 0, 0.1);
  });

  /** Starts this number of requests, one after the other. */
  function taken(estimator: ReturnType<typeof openRateEstimator>, count: number, from: number, to: number) {
    for (let sent = 0; sent < count; sent += 1) {
      estimator.started(from + ((to - from) * sent) / count);
      estimator.accepted();
    }
  }
});

describe("2,000 creates", () => {
  const servers = [
    ["10 requests a second, 10 at once", () => tokenBucket(() => 10, 10)],
    ["10 requests a second, 4 at once", () => tokenBucket(() => 10, 4)],
    ["10 requests a second, 100 at once", () => tokenBucket(() => 10, 100)],
    ["10 requests in each second of the clock", () => fixedWindow(10)],
  ] as const;
  for (const [title, limit] of servers) {
    for (const latency of [5, 200]) {
      for (const retryAfter of ["seconds", "date", "none"] as const satisfies RetryAfter[]) {
        it(`take little longer than they must where the API takes ${title}: ${latency} ms, Retry-After: ${retryAfter}`, async () => {
          const { seconds, requests, failed } = await run(2000, { limit: limit(), latency, retryAfter });
          expect(failed).to.equal(0);
          expect(seconds).to.be.at.most(1.1 * 200);
          expect(requests).to.be.at.most(1.02 * 2000);
        });
      }
    }
  }
});

describe("an API that takes five times as much from a moment on", () => {
  const CHANGE = 60;
  for (const latency of [5, 200]) {
    it(`is used to nine tenths within two minutes: ${latency} ms`, async () => {
      const limit = tokenBucket((now) => (now < START + CHANGE * 1000 ? 10 : 50), 10);
      const { made, failed } = await run(8000, { limit, latency, retryAfter: "seconds" });
      const found = made.find((_, at) => {
        const later = made[at + 500];
        const first = made[at];
        return first !== undefined && later !== undefined && later - first <= 500 / 0.045;
      });
      expect(failed).to.equal(0);
      expect(found).to.be.at.most((CHANGE + 120) * 1000);
    });
  }
});

describe("bluedot:requestsPerSecond", () => {
  const endless = () => undefined;
  for (const [requestsPerSecond, creates] of [
    [10, 200],
    [2.5, 40],
    [0.5, 8],
    [400, 2000],
  ] as const) {
    it(`is kept in any second, sign-ins included, and used: ${requestsPerSecond}`, async () => {
      const server = { limit: endless, latency: 5, retryAfter: "none" } as const;
      const { starts, seconds } = await run(creates, server, { requestsPerSecond, maxConcurrency: 100 });
      const most = Math.ceil(requestsPerSecond);
      const crowded = starts.filter((start, at) => (starts[at + most] ?? Infinity) - start < 1000);
      expect(crowded).to.deep.equal([]);
      expect(seconds).to.be.at.most(1.05 * (creates / requestsPerSecond) + 1 / requestsPerSecond);
    });
  }

  it("leaves the API's own lower limit to be found", async () => {
    const server = { limit: tokenBucket(() => 5, 5), latency: 50, retryAfter: "seconds" } as const;
    const { seconds, requests } = await run(500, server, { requestsPerSecond: 20 });
    expect(seconds).to.be.at.most(1.1 * 100);
    expect(requests).to.be.at.most(1.05 * 500);
  });
});
