import { expect } from "chai";

import { together } from "../../../../cli/adopt/together";

/** Work that ends when it is told to, and says when it began. */
function stage(count: number) {
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

const soon = () => new Promise((resolve) => setImmediate(resolve));

describe("work done together", () => {
  it("comes to its results in the order of the pieces, whichever ends first", async () => {
    const { ends, works } = stage(3);
    const all = together(works, 3);
    for (const at of [2, 0, 1]) {
      ends[at]?.resolve(at * 10);
      await soon();
    }
    expect(await all).to.deep.equal([0, 10, 20]);
  });

  it("has so many pieces under way at once, and a new one as soon as one ends", async () => {
    const { begun, ends, works } = stage(3);
    const all = together(works, 2);
    expect(begun).to.deep.equal([0, 1]);
    ends[1]?.resolve(1);
    await soon();
    expect(begun).to.deep.equal([0, 1, 2]);
    ends[0]?.resolve(0);
    ends[2]?.resolve(2);
    expect(await all).to.deep.equal([0, 1, 2]);
  });

  it("begins nothing after a failure, lets the others end, and then fails", async () => {
    const { begun, ends, works } = stage(3);
    let failed = "";
    const all = together(works, 2).catch((error: unknown) => {
      failed = String(error);
    });
    ends[0]?.reject(new Error("no"));
    await soon();
    expect([begun, failed]).to.deep.equal([[0, 1], ""]);
    ends[1]?.resolve(1);
    await all;
    expect([begun, failed]).to.deep.equal([[0, 1], "Error: no"]);
  });

  it("is nothing where there is none", async () => {
    expect(await together([], 5)).to.deep.equal([]);
  });
});
