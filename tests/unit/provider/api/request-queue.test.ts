import { assert } from "chai";

import { openSession } from "../../../../provider/api";
import { openRequestQueue, type RequestQueue } from "../../../../provider/api/request-queue";
import type { HttpRequest } from "../../../../provider/api/http";
import { account, answer, get, stage } from "./stage";

/** Lets everything that can go on go on. */
const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 5));

const clock = (sleep: () => Promise<void>) => ({ now: () => 0, sleep });

/** How many of so many tasks ran at the same time at the most. */
async function mostAtOnce(pacing: RequestQueue, tasks: number): Promise<number> {
  let atOnce = 0;
  let most = 0;
  const task = async () => {
    most = Math.max(most, ++atOnce);
    await new Promise((resolve) => setImmediate(resolve));
    atOnce -= 1;
  };
  await Promise.all(Array.from({ length: tasks }, () => pacing.run(task)));
  return most;
}

describe("the pacing", () => {
  it("never runs more at once than there are places", async () => {
    const pacing = openRequestQueue(
      3,
      undefined,
      clock(() => Promise.resolve()),
    );
    assert.equal(await mostAtOnce(pacing, 20), 3);
  });

  it("gives a place back when a task fails", async () => {
    const pacing = openRequestQueue(
      1,
      undefined,
      clock(() => Promise.resolve()),
    );
    await pacing.run(() => Promise.reject(new Error("no"))).catch(() => undefined);
    assert.equal(await pacing.run(() => Promise.resolve("yes")), "yes");
  });

  /** The order in which tasks of such ranks start that come while the only place is taken. */
  async function orderOf(ranks: readonly number[], meanwhile: (pacing: RequestQueue) => Promise<void>) {
    const pacing = openRequestQueue(1, undefined, clock(settle));
    const order: number[] = [];
    const first = pacing.run(() => meanwhile(pacing));
    await new Promise((resolve) => setImmediate(resolve));
    const others = ranks.map((rank) => pacing.run(() => Promise.resolve(order.push(rank)), { rank }));
    await Promise.all([first, ...others]);
    return order;
  }

  it("starts those of a higher rank before those who wait, and among equals who came first", async () => {
    assert.deepEqual(await orderOf([0, 0, 2, 1, 2], settle), [2, 2, 1, 0, 0]);
  });

  it("lets a pause decide nothing about the order", async () => {
    const pausing = async (pacing: RequestQueue) => {
      void pacing.pause(1);
      await Promise.resolve();
    };
    assert.deepEqual(await orderOf([0, 2], pausing), [2, 0]);
  });

  it("starts nothing else until what a task needs is there", async () => {
    const pacing = openRequestQueue(3, undefined, clock(settle));
    let here: () => void = () => undefined;
    const ready = new Promise<void>((resolve) => (here = resolve));
    let started = 0;
    const task = () => Promise.resolve((started += 1));
    const all = [pacing.run(task, { ready: () => ready }), pacing.run(task)];
    await settle();
    assert.equal(started, 0);
    here();
    await Promise.all(all);
    assert.equal(started, 2);
  });

  it("goes on when what a task needs cannot be had", async () => {
    const pacing = openRequestQueue(1, undefined, clock(settle));
    const ready = () => Promise.reject(new Error("no"));
    const failed = await pacing.run(() => Promise.resolve("ran"), { ready }).catch(() => "failed");
    assert.equal(failed, "failed");
    assert.equal(await pacing.run(() => Promise.resolve("yes")), "yes");
  });

  it("lets nothing start in a pause, nor in one that was announced during it", async () => {
    const ends: (() => void)[] = [];
    const pacing = openRequestQueue(
      2,
      undefined,
      clock(() => new Promise((resolve) => ends.push(resolve))),
    );
    let started = false;
    void pacing.pause(1000);
    const run = pacing.run(() => Promise.resolve((started = true)));
    await settle();
    void pacing.pause(1000);
    ends[0]?.();
    await settle();
    assert.isFalse(started);
    ends[1]?.();
    await run;
    assert.isTrue(started);
  });

  it("runs half as many at once after a pause, and one more for every round without another", async () => {
    const pacing = openRequestQueue(
      8,
      undefined,
      clock(() => Promise.resolve()),
    );
    async function throttled() {
      await pacing.run(() => {
        void pacing.pause(1);
        return Promise.resolve();
      });
    }
    await throttled();
    assert.equal(await mostAtOnce(pacing, 5), 4);
    await throttled();
    await throttled();
    await throttled();
    assert.equal(await mostAtOnce(pacing, 2), 1);
    assert.equal(await mostAtOnce(pacing, 100), 8);
  });

  it("slows down once for all who were told to at the same time", async () => {
    const pacing = openRequestQueue(
      8,
      undefined,
      clock(() => Promise.resolve()),
    );
    const allStarted = settle();
    const told = async () => {
      await allStarted;
      void pacing.pause(1);
    };
    await Promise.all(Array.from({ length: 4 }, () => pacing.run(told)));
    assert.equal(await mostAtOnce(pacing, 5), 4);
  });

  it("sends writes before the reads that wait, and what is sent again before its like", async () => {
    const answers = ({ method, url }: HttpRequest) =>
      requests.filter((request) => request.url === url).length === 1 && url.endsWith("/again")
        ? answer(429)
        : answer(200, { method });
    const { tools, requests } = stage({ answers });
    const session = openSession({ ...account, maxConcurrency: 1 }, tools);
    const calls = (["GET", "GET", "DELETE", "PUT", "POST", "GET"] as const).map((method, at) =>
      session.send({ method, path: at === 0 ? "/again" : `/${at}`, subject: "Zone" }),
    );
    await Promise.all(calls);
    const order = requests.map(({ url }) => url.slice(url.lastIndexOf("/") + 1));
    assert.deepEqual(order, ["again", "2", "3", "4", "again", "1", "5"]);
  });

  it("holds back everybody when one was told to come later", async () => {
    const outcomes = [answer(429, {}, { "retry-after": "5" }), answer(200, {})];
    const { tools, requests } = stage({ outcomes });
    const ends: (() => void)[] = [];
    const sleep = () => new Promise<void>((resolve) => ends.push(resolve));
    const session = openSession({ ...account, maxConcurrency: 1 }, { ...tools, sleep });
    const calls = [get(session), get(session), get(session)];
    await settle();
    assert.lengthOf(requests, 1);
    for (const end of ends) end();
    await Promise.all(calls);
    assert.lengthOf(requests, 4);
  });

  it("gives the place of a request that waits for its next attempt to another", async () => {
    const outcomes = [answer(502), answer(200, {})];
    const { tools, requests } = stage({ outcomes });
    let end: () => void = () => undefined;
    const sleep = () => new Promise<void>((resolve) => (end = resolve));
    const session = openSession({ ...account, maxConcurrency: 1 }, { ...tools, sleep });
    const waiting = get(session);
    await get(session);
    assert.lengthOf(requests, 2);
    end();
    await waiting;
    assert.lengthOf(requests, 3);
  });
});
