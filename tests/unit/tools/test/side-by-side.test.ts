import { expect } from "chai";

import { sideBySide } from "../../../../tools/test/side-by-side";

describe("jobs side by side", () => {
  const ends = new Map<number, () => void>();
  const run = async (lane: string, job: number) => {
    await new Promise<void>((resolve) => ends.set(job, resolve));
    return `${job} in ${lane}`;
  };
  const settle = () => new Promise<void>((resolve) => void setImmediate(resolve));

  it("begin in their order, and are told in their order, whichever ends first", async () => {
    const logged: string[] = [];
    const all = sideBySide(["a", "b"], [1, 2, 3, 4], run, (result) => void logged.push(result));
    expect([...ends.keys()]).to.deep.equal([1, 2]);
    ends.get(2)?.();
    await settle();
    ends.get(3)?.();
    await settle();
    expect([[...ends.keys()], logged]).to.deep.equal([[1, 2, 3, 4], []]);
    ends.get(1)?.();
    await settle();
    expect(logged).to.deep.equal(["1 in a", "2 in b", "3 in b"]);
    ends.get(4)?.();
    expect(await all).to.deep.equal(["1 in a", "2 in b", "3 in b", "4 in b"]);
  });
});
