import { expect } from "chai";

import { forEachConcurrent } from "../../../provider/concurrency";

/** Work that ends by hand, with a list of what has begun. */
function manualWork(count: number) {
  const begun: number[] = [];
  const ends: { resolve: (value: number) => void; reject: (error: Error) => void }[] = [];
  const works = Array.from({ length: count }, (_, at) => () => {
    begun.push(at);
    return new Promise<number>((resolve, reject) => {
      ends[at] = { resolve, reject };
    });
  });
  return { begun, ends, works };
}

/** The results in the order of the works. */
async function inOrder(works: readonly (() => Promise<number>)[], atOnce: number): Promise<number[]> {
  const results: number[] = [];
  await forEachConcurrent(works, { atOnce }, async (work, index) => {
    results[index] = await work();
  });
  return results;
}

const soon = () => new Promise((resolve) => setImmediate(resolve));

describe("concurrent work", () => {
  it("passes the index of each thing, whichever ends first", async () => {
    const { ends, works } = manualWork(3);
    const all = inOrder(works, 3);
    for (const at of [2, 0, 1]) {
      ends[at]?.resolve(at * 10);
      await soon();
    }
    expect(await all).to.deep.equal([0, 10, 20]);
  });

  it("works on the given number at once, and begins the next when one ends", async () => {
    const { begun, ends, works } = manualWork(3);
    const all = inOrder(works, 2);
    expect(begun).to.deep.equal([0, 1]);
    ends[1]?.resolve(1);
    await soon();
    expect(begun).to.deep.equal([0, 1, 2]);
    ends[0]?.resolve(0);
    ends[2]?.resolve(2);
    expect(await all).to.deep.equal([0, 1, 2]);
  });

  it("begins nothing after a failure, lets the others end, and then fails", async () => {
    const { begun, ends, works } = manualWork(3);
    let failed = "";
    const all = inOrder(works, 2).catch((error: unknown) => {
      failed = String(error);
    });
    ends[0]?.reject(new Error("no"));
    await soon();
    expect([begun, failed]).to.deep.equal([[0, 1], ""]);
    ends[1]?.resolve(1);
    await all;
    expect([begun, failed]).to.deep.equal([[0, 1], "Error: no"]);
  });

  it("ends at once without things", async () => {
    expect(await inOrder([], 5)).to.deep.equal([]);
  });

  it("begins no more once it is stopped", async () => {
    const done: number[] = [];
    await forEachConcurrent([1, 2, 3], { atOnce: 1, isStopped: () => done.length === 2 }, async (thing) => {
      await soon();
      done.push(thing);
    });
    expect(done).to.deep.equal([1, 2]);
  });
});
