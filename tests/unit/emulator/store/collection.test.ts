import { expect } from "chai";

import { Collection, firstAfter } from "../../../../emulator/store/collection";

function collected(...entities: [id: string, group: string][]) {
  const collection = new Collection<{ _id: string; group: string }>({
    keyOf: ({ _id }) => _id,
    projectOf: ({ group }) => group,
  });
  entities.forEach(([_id, group], index) => {
    collection.put({ _id, group }, index + 1);
  });
  const ids = (group: string) => collection.group(group).map(({ entity }) => entity._id);
  return { collection, ids };
}

describe("a collection", () => {
  it("keeps the place of an entity that is replaced", () => {
    const { collection, ids } = collected(["a", "g"], ["b", "g"]);
    collection.put({ _id: "a", group: "g" }, 9);
    expect(ids("g")).to.deep.equal(["a", "b"]);
    expect(collection.rows().map(({ seq }) => seq)).to.deep.equal([1, 2]);
  });

  it("moves an entity to another group, by its age", () => {
    const { collection, ids } = collected(["a", "g"], ["b", "h"]);
    collection.put({ _id: "a", group: "h" }, 9);
    expect([ids("g"), ids("h")]).to.deep.equal([[], ["a", "b"]]);
  });

  it("forgets what is deleted", () => {
    const { collection, ids } = collected(["a", "g"], ["b", "g"], ["c", "g"]);
    collection.delete("b");
    collection.delete("b");
    expect([collection.get("b"), collection.size, ids("g")]).to.deep.equal([undefined, 2, ["a", "c"]]);
  });

  it("lists everything by age", () => {
    const { collection } = collected(["a", "g"], ["b", "h"], ["c", "g"]);
    collection.put({ _id: "a", group: "h" }, 9);
    expect(collection.rows().map(({ entity }) => entity._id)).to.deep.equal(["a", "b", "c"]);
  });

  it("is empty once it is cleared", () => {
    const { collection, ids } = collected(["a", "g"]);
    collection.clear();
    expect([collection.size, collection.rows(), ids("g")]).to.deep.equal([0, [], []]);
  });

  for (const [seq, index] of [
    [0, 0],
    [1, 1],
    [2, 1],
    [3, 2],
    [9, 2],
  ] as const) {
    it(`finds what came after ${seq} at ${index}`, () => {
      const rows = [1, 3].map((one) => ({ seq: one, entity: {} }));
      expect(firstAfter(rows, seq)).to.equal(index);
    });
  }
});

describe("what an entity has to itself", () => {
  const claiming = () =>
    new Collection<{ _id: string; claims: string[] }>({
      keyOf: ({ _id }) => _id,
      claimsOf: ({ claims }) => claims.map((value) => ({ field: "claims", value })),
    });

  it("is each value that it claims", () => {
    const collection = claiming();
    collection.put({ _id: "a", claims: ["x", "y"] }, 1);
    expect(["x", "y", "z"].map((value) => collection.isClaimed(value))).to.deep.equal([true, true, false]);
    expect(collection.isClaimed("x", "a")).to.equal(false);
  });

  it("is free again when it is replaced or deleted, or everything is", () => {
    const collection = claiming();
    const claimed = () => ["x", "y", "z"].filter((value) => collection.isClaimed(value));
    collection.put({ _id: "a", claims: ["x"] }, 1);
    collection.put({ _id: "a", claims: ["y"] }, 2);
    collection.put({ _id: "b", claims: ["z"] }, 3);
    expect(claimed()).to.deep.equal(["y", "z"]);
    collection.delete("a");
    expect(claimed()).to.deep.equal(["z"]);
    collection.clear();
    expect(claimed()).to.deep.equal([]);
  });

  it("is another's too when two claim it, whichever was put last", () => {
    const collection = claiming();
    for (const _id of ["a", "b", "a"]) collection.put({ _id, claims: ["x"] }, 1);
    expect(["a", "b"].map((key) => collection.isClaimed("x", key))).to.deep.equal([true, true]);
    collection.delete("a");
    expect(collection.isClaimed("x", "b")).to.equal(false);
  });
});
