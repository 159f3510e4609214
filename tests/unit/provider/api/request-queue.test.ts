import { assert } from "chai";

import { openSession } from "../../../../provider/api";
import { openRequestQueue, type RequestQueue } from "../../../../provider/api/request-queue";
import type { HttpRequest } from "../../../../provider/api/http";
import { account, answer, get, stage } from "./stage";

/** Lets everything that can go on go on. */
const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 5));

const clock = (sleep: () => Promise<void>) => ({ now: () => 0, sleep });

/** The most tasks that ran at the same time. */
async function mostAtOnce(queue: RequestQueue, tasks: number): Promise<number> {
  let atOnce = 0;
  let most = 0;
  const task = async () => {
    most = Math.max(most, ++atOnce);
    await new Promise((resolve) => setImmediate(resolve));
    atOnce -= 1;
  };
  await Promise.all(Array.from({ length: tasks }, () => queue.run(task)));
  return most;
}

describe("the request queue", () => {
  it("never runs more tasks at once than its limit", async () => {
    const queue = openRequestQueue(
      3,
      undefined,
      clock(() => Promise.resolve()),
    );
    assert.equal(await mostAtOnce(queue, 20), 3);
  });

  it("gives a place back when a task fails", async () => {
    const queue = openRequestQueue(
      1,
      undefined,
      clock(() => Promise.resolve()),
    );
    await queue.run(() => Promise.reject(new Error("no"))).catch(() => undefined);
    assert.equal(await queue.run(() => Promise.resolve("yes")), "yes");
  });

  /** The order in which tasks of such priorities start that come while the only place is taken. */
  async function orderOf(priorities: readonly number[], meanwhile: (queue: RequestQueue) => Promise<void>) {
    const queue = openRequestQueue(1, undefined, clock(settle));
    const order: number[] = [];
    const first = queue.run(() => meanwhile(queue));
    await new Promise((resolve) => setImmediate(resolve));
    const others = priorities.map((priority) =>
      queue.run(() => Promise.resolve(order.push(priority)), { priority }),
    );
    await Promise.all([first, ...others]);
    return order;
  }

  it("starts the task with the highest priority, and the oldest of equal ones", async () => {
    assert.deepEqual(await orderOf([0, 0, 2, 1, 2], settle), [2, 2, 1, 0, 0]);
  });

  it("keeps the order in a pause", async () => {
    const pausing = async (queue: RequestQueue) => {
      void queue.pause(1);
      await Promise.resolve();
    };
    assert.deepEqual(await orderOf([0, 2], pausing), [2, 0]);
  });

  it("starts no other task during the preparation of one", async () => {
    const queue = openRequestQueue(3, undefined, clock(settle));
    let here: () => void = () => undefined;
    const ready = new Promise<void>((resolve) => (here = resolve));
    let started = 0;
    const task = () => Promise.resolve((started += 1));
    const all = [queue.run(task, { prepare: () => ready }), queue.run(task)];
    await settle();
    assert.equal(started, 0);
    here();
    await Promise.all(all);
    assert.equal(started, 2);
  });

  it("goes on if the preparation of a task fails", async () => {
    const queue = openRequestQueue(1, undefined, clock(settle));
    const ready = () => Promise.reject(new Error("no"));
    const failed = await queue.run(() => Promise.resolve("ran"), { prepare: ready }).catch(() => "failed");
    assert.equal(failed, "failed");
    assert.equal(await queue.run(() => Promise.resolve("yes")), "yes");
  });

  it("starts nothing in a pause, nor in one that begins during it", async () => {
    const ends: (() => void)[] = [];
    const queue = openRequestQueue(
      2,
      undefined,
      clock(() => new Promise((resolve) => ends.push(resolve))),
    );
    let started = false;
    void queue.pause(1000);
    const run = queue.run(() => Promise.resolve((started = true)));
    await settle();
    void queue.pause(1000);
    ends[0]?.();
    await settle();
    assert.isFalse(started);
    ends[1]?.();
    await run;
    assert.isTrue(started);
  });

  it("runs half as many at once after a pause, and one more for every round without another", async () => {
    const queue = openRequestQueue(
      8,
      undefined,
      clock(() => Promise.resolve()),
    );
    async function throttled() {
      await queue.run(() => {
        void queue.pause(1);
        return Promise.resolve();
      });
    }
    await throttled();
    assert.equal(await mostAtOnce(queue, 5), 4);
    await throttled();
    await throttled();
    await throttled();
    assert.equal(await mostAtOnce(queue, 2), 1);
    assert.equal(await mostAtOnce(queue, 100), 8);
  });

  it("slows down once for several refusals at the same time", async () => {
    const queue = openRequestQueue(
      8,
      undefined,
      clock(() => Promise.resolve()),
    );
    const allStarted = settle();
    const throttled = async () => {
      await allStarted;
      void queue.pause(1);
    };
    await Promise.all(Array.from({ length: 4 }, () => queue.run(throttled)));
    assert.equal(await mostAtOnce(queue, 5), 4);
  });

  it("sends writes before the reads that wait, and retries before first attempts", async () => {
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

  it("holds back all requests after a Retry-After", async () => {
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

  it("gives the place of a request that waits for its retry to another", async () => {
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
