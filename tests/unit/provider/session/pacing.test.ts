import { assert } from "chai";

import { openSession } from "../../../../provider/session";
import { openPacing, type Pacing } from "../../../../provider/session/pacing";
import { account, answer, get, stage } from "./stage";

/** Lets everything that can go on go on. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

/** How many of so many tasks ran at the same time at the most. */
async function mostAtOnce(pacing: Pacing, tasks: number): Promise<number> {
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
    const pacing = openPacing(3, () => Promise.resolve());
    assert.equal(await mostAtOnce(pacing, 20), 3);
  });

  it("gives a place back when a task fails", async () => {
    const pacing = openPacing(1, () => Promise.resolve());
    await pacing.run(() => Promise.reject(new Error("no"))).catch(() => undefined);
    assert.equal(await pacing.run(() => Promise.resolve("yes")), "yes");
  });

  it("lets nothing start in a pause, nor in one that was announced during it", async () => {
    const ends: (() => void)[] = [];
    const pacing = openPacing(2, () => new Promise((resolve) => ends.push(resolve)));
    let started = false;
    pacing.pause(1000);
    const run = pacing.run(() => Promise.resolve((started = true)));
    await settle();
    pacing.pause(1000);
    ends[0]?.();
    await settle();
    assert.isFalse(started);
    ends[1]?.();
    await run;
    assert.isTrue(started);
  });

  it("runs half as many at once after a pause, and one more for every round without another", async () => {
    const pacing = openPacing(8, () => Promise.resolve());
    async function throttled() {
      await pacing.run(() => {
        pacing.pause(1);
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
    const pacing = openPacing(8, () => Promise.resolve());
    await Promise.all(
      Array.from({ length: 4 }, () =>
        pacing.run(() => {
          pacing.pause(1);
          return Promise.resolve();
        }),
      ),
    );
    assert.equal(await mostAtOnce(pacing, 5), 4);
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
