import { expect } from "chai";

import type { JsonObject } from "../../../../provider/json";
import { lastingOption } from "../../../../provider/lifecycle/import-option";
import { openHoldings, type Holdings } from "../../../../provider/lifecycle/holdings";
import { noTime } from "./stand-in";

const id = "6e4aeb98-05b3-4b3f-b9ac-3b9a169e395c";
const other = "c7058934-f1e6-4176-8730-a0bd28e8e0a9";
const asking = (as: string, which = id): JsonObject => ({ name: as, __import: { id: which, as } });
const plain: JsonObject = { name: "x" };

describe("what a stack has", () => {
  let holdings: Holdings;
  beforeEach(() => {
    holdings = openHoldings("Zone", noTime);
  });

  it("leaves what a new resource asks for to be taken over", () => {
    holdings.checked({}, asking("a"));
    expect(holdings.clash(asking("a"))).to.equal(undefined);
    expect(holdings.toTakeOver(asking("a"))).to.deep.equal({ id, as: "a" });
  });

  it("has nothing to take over where nothing is asked for", () => {
    holdings.checked({}, plain);
    expect(holdings.clash(plain)).to.equal(undefined);
    expect(holdings.toTakeOver(plain)).to.equal(undefined);
  });

  it("has a resource that is replaced made anew, although its option still stands", () => {
    holdings.checked(asking("a"), asking("a"));
    holdings.compared(id, asking("a"), asking("a"));
    holdings.checked({}, asking("a"));
    expect(holdings.toTakeOver(asking("a"))).to.equal(undefined);
  });

  it("takes no notice of an option that was there when the object was replaced", () => {
    holdings.checked(asking("a"), asking("a"));
    expect(() => {
      holdings.compared(other, asking("a"), asking("a"));
    }).to.not.throw();
  });

  it("refuses an option that names another object than the resource has", () => {
    holdings.checked(plain, asking("a"));
    expect(() => {
      holdings.compared(other, plain, asking("a"));
    }).to.throw(`"a" is in the stack already as Zone ${other}, but its option \`import\` names ${id}`);
  });

  it("refuses what another resource has, heard of before", () => {
    holdings.compared(id, plain, plain);
    holdings.checked({}, asking("a"));
    expect(holdings.clash(asking("a"))).to.match(
      /^Zone 6e4aeb98-05b3-4b3f-b9ac-3b9a169e395c belongs to another resource of the stack, and "a" cannot take it over/,
    );
    expect(() => holdings.toTakeOver(asking("a"))).to.throw("belongs to another resource of the stack");
  });

  it("refuses what another resource has, heard of afterwards", () => {
    holdings.checked({}, asking("a"));
    expect(() => {
      holdings.compared(id, plain, plain);
    }).to.throw("belongs to another resource of the stack");
  });

  it("refuses what another resource has, although that has the same option", () => {
    holdings.checked(asking("a"), asking("a"));
    holdings.compared(id, asking("a"), asking("a"));
    holdings.checked({}, asking("b"));
    expect(holdings.clash(asking("b"))).to.match(/^Zone .* "b" cannot take it over/);
    expect(() => holdings.toTakeOver(asking("b"))).to.throw("belongs to another resource of the stack");
  });

  it("refuses what another resource has taken over in this run", () => {
    holdings.taken({ id, as: "a" });
    expect(() => holdings.toTakeOver(asking("b"))).to.throw("belongs to another resource of the stack");
  });

  it("refuses what another new resource asks for", () => {
    holdings.checked({}, asking("a"));
    holdings.checked({}, asking("b"));
    expect(holdings.clash(asking("a"))).to.equal(undefined);
    expect(holdings.clash(asking("b"))).to.contain('"b" cannot take it over');
  });

  it("lets a resource take over again what it has taken over before", () => {
    holdings.taken({ id, as: "a" });
    expect(holdings.toTakeOver(asking("a"))).to.deep.equal({ id, as: "a" });
  });

  it("knows who has taken over an object in this run", () => {
    holdings.taken({ id, as: "a" });
    expect([holdings.keeperOf(id), holdings.keeperOf(other)]).to.deep.equal(['"a"', undefined]);
  });

  it("keeps what an earlier run took over, where the resource that had it before is still to be deleted", () => {
    holdings.checked(asking("a"), asking("a"));
    holdings.compared(id, asking("a"), asking("a"));
    expect(holdings.keeperOf(id)).to.equal('"a"');
  });

  it("keeps nothing of a resource that is replaced", () => {
    holdings.checked(asking("a"), asking("a"));
    holdings.compared(id, asking("a"), asking("a"));
    holdings.checked({}, asking("a"));
    expect(holdings.keeperOf(id)).to.equal(undefined);
  });

  it("has an object made anew that was taken over once and is gone", () => {
    holdings.known(asking("a"));
    holdings.checked({}, asking("a"));
    expect(holdings.toTakeOver(asking("a"))).to.equal(undefined);
  });

  it("has an option that came to a resource with just that object", () => {
    holdings.checked(plain, asking("a"));
    expect(() => {
      holdings.compared(id, plain, asking("a"));
    }).to.not.throw();
  });
});

describe("the option import in a state", () => {
  const lasting: [title: string, olds: JsonObject, news: JsonObject, expected: JsonObject][] = [
    ["is recorded with a new resource", {}, asking("a"), { __import: { id, as: "a" } }],
    ["is recorded where it comes to a resource", plain, asking("a"), { __import: { id, as: "a" } }],
    ["stays when it is removed from the program", asking("a"), plain, { __import: { id, as: "a" } }],
    ["stays as it was when the resource is renamed", asking("a"), asking("b"), { __import: { id, as: "a" } }],
    [
      "gives way to another id, which is then refused",
      asking("a"),
      asking("a", other),
      { __import: { id: other, as: "a" } },
    ],
    ["is not there where it never was", plain, plain, {}],
  ];
  for (const [title, olds, news, expected] of lasting) {
    it(title, () => {
      expect(lastingOption(olds, news)).to.deep.equal(expected);
    });
  }
});
