import { assert } from "chai";
import nock from "nock";

import { openSession } from "../../../../provider/api";
import { account, get, HOUR, START } from "./stage";

// It takes over every socket of the process as soon as it is imported, those of other tests too.
nock.restore();

describe("a thousand operations", () => {
  const host = "https://config.example.com";
  before(() => {
    nock.activate();
    nock.disableNetConnect();
  });
  afterEach(() => {
    nock.cleanAll();
  });
  after(() => {
    nock.enableNetConnect();
    nock.restore();
  });

  /** The API as it is: every token for one hour of the clock. */
  function api(now: () => number) {
    const issued = new Map<string, number>();
    const counts = { signIns: 0, refused: 0, atOnce: 0, most: 0 };
    nock(host)
      .persist()
      .post("/prod1/sessions")
      .reply(201, () => {
        counts.signIns += 1;
        issued.set(`Bearer token-${counts.signIns}`, now() + HOUR);
        return { statusCode: 201, accessToken: `token-${counts.signIns}`, idToken: "i", refreshToken: "r" };
      })
      .get("/prod1/zones/1")
      .reply(async function (this: nock.ReplyFnContext) {
        counts.atOnce += 1;
        counts.most = Math.max(counts.most, counts.atOnce);
        await new Promise((resolve) => setImmediate(resolve));
        counts.atOnce -= 1;
        const until = issued.get(String(this.req.headers["authorization"])) ?? 0;
        if (now() < until) return [200, { _id: "1" }];
        counts.refused += 1;
        return [401, { message: "The incoming token has expired" }];
      });
    return counts;
  }

  const moments: [title: string, passed: number][] = [
    ["shortly before the hour ends", HOUR - 30_000],
    ["after the hour has ended", HOUR + 1],
  ];
  for (const [title, passed] of moments) {
    it(`at the token's end make exactly one sign-in: ${title}`, async () => {
      let now = START;
      const counts = api(() => now);
      const session = openSession(account, { now: () => now });
      await get(session);
      now += passed;
      await Promise.all(Array.from({ length: 1000 }, () => get(session)));
      assert.equal(counts.signIns, 2);
      assert.equal(counts.refused, 0);
      assert.isAtMost(counts.most, account.maxConcurrency);
    });
  }

  it("with a token that the API ended early make exactly one sign-in", async () => {
    let ours = START;
    let theirs = START;
    const counts = api(() => theirs);
    const session = openSession(account, { now: () => ours });
    await get(session);
    theirs += HOUR;
    ours += 1;
    await Promise.all(Array.from({ length: 1000 }, () => get(session)));
    assert.equal(counts.signIns, 2);
    assert.isAtMost(counts.refused, account.maxConcurrency);
  });
});
