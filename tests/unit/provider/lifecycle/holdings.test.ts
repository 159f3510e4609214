import { expect } from "chai";

import type { JsonObject } from "../../../../provider/json";
import { lastingOption } from "../../../../provider/lifecycle/import-option";
import { openHoldings, type Holdings } from "../../../../provider/lifecycle/holdings";
import { noTime } from "./stand-in";
import { openWorld } from "./world";

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

describe("what another one of the program has", () => {
  const declared: JsonObject = { name: "cafe" };
  let holdings: Holdings;
  beforeEach(() => {
    holdings = openHoldings("Zone", noTime);
  });

  it("is kept from a resource that the program has no longer", () => {
    holdings.declared(declared, false);
    holdings.compared(id, declared, declared);
    expect(holdings.keeperOf(id)).to.equal("another resource of the program");
  });

  it("is kept from a set, and from another set, but not from the set itself", () => {
    holdings.inSet([id], { id: "set-a", subject: 'ZoneSet "a"' });
    expect(holdings.keeperOf(id)).to.equal('ZoneSet "a"');
    expect(holdings.keeperOf(id, "set-b")).to.equal('ZoneSet "a"');
    expect(holdings.keeperOf(id, "set-a")).to.equal(undefined);
  });

  const gone: [why: string, hear: () => void][] = [
    [
      "only the state has it, as a refresh compares it",
      () => {
        holdings.compared(id, declared, declared);
      },
    ],
    [
      "it is replaced by what its own resource declares now",
      () => {
        holdings.declared(declared, false);
        holdings.compared(id, {}, declared, true);
      },
    ],
    [
      "the engine replaces it of its own will, and asks a second time about what is declared",
      () => {
        holdings.declared(declared, false);
        holdings.compared(id, declared, declared);
        holdings.declared(declared, true);
      },
    ],
  ];
  for (const [why, hear] of gone) {
    it(`is nobody's where ${why}`, () => {
      hear();
      expect(holdings.keeperOf(id)).to.equal(undefined);
    });
  }

  it("is not for the taking where the engine replaces it of its own will, or another is declared just like it", () => {
    holdings.declared(declared, false);
    holdings.compared(id, declared, declared);
    holdings.declared(declared, true);
    expect(holdings.has(id)).to.equal(true);
  });

  it("is for the taking where only the state has it, as a refresh compares it", () => {
    holdings.compared(id, declared, declared);
    holdings.declared(declared, true);
    expect(holdings.has(id)).to.equal(false);
  });

  it("is kept from a set that had the same name and is still to be deleted", () => {
    holdings.inSet([id], { id: "new", subject: 'ZoneSet "a"' });
    expect(holdings.keeperOf(id, "old")).to.equal('ZoneSet "a"');
  });

  it("is kept from a set where somebody asks to take it over by the option import", () => {
    holdings.checked({}, asking("a"));
    expect(holdings.keeperOf(id, "set-stores")).to.equal('"a"');
  });

  it("is not decided before all that others are to make is made, and the engine has told of no more", async () => {
    const world = openWorld();
    world.holdings.awaits("one", ["cafe", "bar"]);
    let isDecided: boolean | undefined;
    const deciding = world.holdings.decided("a set").then((decided) => (isDecided = decided));
    const pass = async () => {
      for (let at = 0; at < 20; at++) await new Promise((resolve) => setImmediate(resolve));
    };
    world.holdings.arrived("one", "bar");
    await pass();
    expect(isDecided).to.equal(undefined);
    world.holdings.arrived("one", "cafe");
    // What the engine could not begin before it tells now.
    world.holdings.awaits("two", ["kiosk"]);
    await pass();
    expect(isDecided).to.equal(undefined);
    world.holdings.arrived("two", "kiosk");
    await deciding;
    expect(isDecided).to.equal(true);
  });

  it("is decided although a set itself has still to make something", async () => {
    const world = openWorld();
    world.holdings.awaits("a set", ["cafe"]);
    expect(await world.holdings.decided("a set")).to.equal(true);
  });

  it("is decided only later where what is to be made does not begin, which is found out once", async () => {
    const world = openWorld();
    world.holdings.awaits("one", ["cafe"]);
    const begun = world.clock.now();
    expect(await world.holdings.decided("a set")).to.equal(false);
    const waited = world.clock.now() - begun;
    expect(waited).to.be.within(60_000, 61_000);
    expect(await world.holdings.decided("a set")).to.equal(false);
    expect(world.clock.now() - begun - waited).to.be.below(1000);
  });

  it("is waited for as long as somebody decides", async () => {
    const world = openWorld();
    const begun = world.clock.now();
    const deciding = world.holdings.deciding(() => world.clock.sleep(100_000));
    expect(await world.holdings.decided("a set")).to.equal(true);
    expect(world.clock.now() - begun).to.be.at.least(100_000);
    await deciding;
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
