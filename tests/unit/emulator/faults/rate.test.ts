import { expect } from "chai";
import fc from "fast-check";

import { take, type Bucket } from "../../../../emulator/faults/rate";

const rate = { perSecond: 10, burst: 2 };

describe("a rate limit", () => {
  it("lets as many pass at once as its burst, then one in its time", () => {
    let bucket: Bucket = { tokens: 2, at: 0 };
    const waits = [0, 0, 0, 50, 100, 200].map((now) => {
      const taken = take(bucket, rate, now);
      bucket = taken.bucket;
      return Math.round(taken.waitMs);
    });
    expect(waits).to.deep.equal([0, 0, 100, 50, 0, 0]);
  });

  it("lets pass who waits as long as it says", () => {
    const { bucket, waitMs } = take({ tokens: 0.25, at: 0 }, rate, 0);
    expect(take(bucket, rate, waitMs).waitMs).to.equal(0);
  });

  it("never lets more pass than its burst and its rate allow", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 200 }), (gaps) => {
        let bucket: Bucket = { tokens: rate.burst, at: 0 };
        let now = 0;
        let passed = 0;
        for (const gap of gaps) {
          now += gap;
          const taken = take(bucket, rate, now);
          bucket = taken.bucket;
          if (taken.waitMs === 0) passed += 1;
        }
        return passed <= rate.burst + (now / 1000) * rate.perSecond + 1e-6;
      }),
    );
  });
});
