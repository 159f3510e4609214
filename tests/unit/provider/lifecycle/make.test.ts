import { expect } from "chai";

import { BluedotError } from "../../../../provider/errors";
import type { JsonObject } from "../../../../provider/json";
import { make } from "../../../../provider/lifecycle/make";
import { circle, zone } from "../samples";
import { refusal } from "./stand-in";
import { lost, openWorld, type World } from "./world";

const posts = ({ requests }: World) => requests.filter((request) => request === "POST /zones").length;

describe("making a zone", () => {
  it("looks at the list of its project once, however many are made", async () => {
    const world = openWorld();
    await Promise.all(["a", "b", "c"].map((name) => make(world.operation, zone({ name }))));
    expect(world.requests).to.deep.equal(["GET /zones", "POST /zones", "POST /zones", "POST /zones"]);
  });

  it("takes over what a run that was stopped has made, and says so", async () => {
    const world = openWorld();
    world.add("left-behind");
    expect((await make(world.operation, zone())).id).to.equal("left-behind");
    expect(posts(world)).to.equal(0);
    expect(world.warnings.join()).to.match(
      /^Zone "cafe": it exists already as left-behind, just as it is declared .*adoptTwins/,
    );
  });

  it("gives two that are alike one twin each, and makes the third", async () => {
    const world = openWorld();
    world.add("one");
    world.add("two");
    const made = await Promise.all([1, 2, 3].map(() => make(world.operation, zone())));
    expect(made.map(({ id }) => id)).to.deep.equal(["one", "two", "made-3"]);
  });

  const others: [what: string, changes: JsonObject][] = [
    ["has another name", { name: "bar" }],
    ["differs in one field", { minimumRetriggerTime: 60 }],
    ["has what the program declares otherwise", { tags: ["theirs"], customData: { a: "b" } }],
  ];
  for (const [what, changes] of others) {
    it(`does not take over what ${what}`, async () => {
      const world = openWorld();
      world.add("other", changes);
      const { id } = await make(world.operation, zone({ tags: ["ours"] }));
      expect(id).to.equal("made-2");
    });
  }

  it("does not take over what another resource of the program has", async () => {
    const world = openWorld();
    world.add("held");
    world.hold("held");
    expect((await make(world.operation, zone())).id).to.equal("made-2");
  });

  it("does not take over what another resource turns out to have while it waits for the engine", async () => {
    const world = openWorld();
    world.add("held");
    world.next("GET /zones", (work) => {
      world.holdings.checked({}, {});
      setImmediate(() => {
        world.hold("held");
      });
      return work();
    });
    expect((await make(world.operation, zone())).id).to.equal("made-2");
  });

  it("takes over what a resource of the state has that the program has no longer", async () => {
    const world = openWorld();
    world.add("moved");
    // As the engine compares after a refresh.
    world.holdings.compared("moved", zone(), zone());
    expect((await make(world.operation, zone())).id).to.equal("moved");
  });

  const outdated: [what: string, act: (world: World) => void][] = [
    ["was deleted since", (world) => world.zones.delete("left-behind")],
    [
      "was changed since",
      (world) => world.zones.set("left-behind", zone({ _id: "left-behind", tags: ["x"] })),
    ],
  ];
  for (const [what, act] of outdated) {
    it(`does not take over what a list still has that ${what}`, async () => {
      const world = openWorld();
      world.add("left-behind");
      world.next("GET /zones", (work) => {
        const answer = work();
        act(world);
        return answer;
      });
      const { id } = await make(world.operation, zone({ tags: [] }));
      expect(id).to.match(/^made-/);
      expect(world.holdings.keeperOf("left-behind")).to.equal(undefined);
    });
  }

  it("takes over many at once without a wait for one another", async () => {
    const world = openWorld();
    const names = Array.from({ length: 200 }, (_each, at) => `store ${at}`);
    for (const name of names) world.add(name, { name });
    const begun = world.clock.now();
    await Promise.all(names.map((name) => make(world.operation, zone({ name }))));
    for (const name of names) await make(world.operation, zone({ name: `new ${name}` }));
    expect(world.clock.now() - begun).to.be.below(1000);
    expect(world.warnings).to.have.length(200);
  });

  it("looks at the first twins of a list, and believes the list after ten", async () => {
    const world = openWorld();
    const names = Array.from({ length: 30 }, (_each, at) => `store ${at}`);
    for (const name of names) world.add(name, { name });
    for (const name of names) await make(world.operation, zone({ name }));
    expect(world.requests).to.have.length(1 + 10);
  });

  it("takes over nothing where the stack says so", async () => {
    const world = openWorld({ adoptTwins: false });
    world.add("left-behind");
    expect((await make(world.operation, zone())).id).to.equal("made-2");
  });

  const losses: [what: string, error: BluedotError][] = [
    ["never came", lost()],
    ["was a 500", lost(500)],
    ["was a 504", lost(504)],
    ["was cut", new BluedotError("unreadable", "cut", { status: 201, maybeDone: true })],
  ];
  for (const [what, error] of losses) {
    it(`whose answer ${what} is found in the list, and not made again`, async () => {
      const world = openWorld();
      world.add("other", { name: "bar" });
      world.next("POST /zones", (work) => {
        work();
        throw error;
      });
      expect((await make(world.operation, zone())).id).to.equal("made-2");
      expect(world.requests).to.deep.equal(["GET /zones", "POST /zones", "GET /zones"]);
    });

    it(`is made again where nothing came of a request whose answer ${what}`, async () => {
      const world = openWorld();
      world.next("POST /zones", () => {
        throw error;
      });
      expect((await make(world.operation, zone())).id).to.equal("made-1");
      expect(posts(world)).to.equal(2);
    });
  }

  it("waits for what is done 40 s after the gateway gave up", async () => {
    const world = openWorld();
    const begun = world.clock.now();
    world.next("POST /zones", () => {
      throw lost(504);
    });
    const making = make(world.operation, zone());
    const watch = async () => {
      while (world.clock.now() < begun + 40_000) await new Promise((resolve) => setImmediate(resolve));
      world.add("late");
    };
    const [made] = await Promise.all([making, watch()]);
    expect(made.id).to.equal("late");
    expect(posts(world)).to.equal(1);
  });

  it("takes only what is new for what a lost answer made", async () => {
    const world = openWorld({ adoptTwins: false });
    world.add("before");
    world.next("POST /zones", (work) => {
      work();
      throw lost();
    });
    expect((await make(world.operation, zone())).id).to.equal("made-2");
  });

  it("gives each of several whose answers are lost an object of its own", async () => {
    const world = openWorld();
    const count = 20;
    for (let at = 0; at < count; at++) {
      world.next("POST /zones", (work) => {
        work();
        throw lost();
      });
    }
    const made = await Promise.all(Array.from({ length: count }, () => make(world.operation, zone())));
    expect(new Set(made.map(({ id }) => id)).size).to.equal(count);
    expect(world.zones.size).to.equal(count);
    expect(posts(world)).to.equal(count);
  });

  it("takes nothing of another of its name whose answer is only slow", async () => {
    const world = openWorld();
    world.next("POST /zones", () => {
      throw lost(500);
    });
    world.next("POST /zones", async (work) => {
      const answer = work();
      for (let at = 0; at < 50; at++) await new Promise((resolve) => setImmediate(resolve));
      return answer;
    });
    const made = await Promise.all([1, 2].map(() => make(world.operation, zone())));
    expect(made.map(({ id }) => id).sort()).to.deep.equal([...world.zones.keys()]);
    expect(world.zones.size).to.equal(2);
  });

  it("waits for a list that cannot be read now as long as for what it is to tell", async () => {
    const world = openWorld();
    world.next("POST /zones", (work) => {
      world.next("GET /zones", () => {
        throw new BluedotError("unavailable", "no list", { status: 503 });
      });
      work();
      throw lost();
    });
    expect((await make(world.operation, zone())).id).to.equal("made-1");
    expect(posts(world)).to.equal(1);
  });

  it("ends after three requests of which nothing came, and says that it is not there", async () => {
    const world = openWorld();
    for (let at = 0; at < 3; at++) {
      world.next("POST /zones", () => {
        throw lost(500);
      });
    }
    expect((await refusal(make(world.operation, zone()))).message).to.equal(
      'Zone "cafe": POST /zones was lost; it may have been created all the same: it was looked for and is not there, so run again.',
    );
    expect(posts(world)).to.equal(3);
  });

  const unknown: [what: string, adoptTwins: boolean, advice: RegExp][] = [
    [
      "the next run",
      true,
      /created all the same: the next `pulumi up` looks for it, and takes it over where it finds it\.$/,
    ],
    [
      "the user, where twins are not taken over,",
      false,
      /created all the same: look for it in Bluedot's console before you run again\.$/,
    ],
  ];
  for (const [whom, adoptTwins, advice] of unknown)
    it(`leaves it to ${whom} where the list cannot be read for all that time after a lost answer`, async () => {
      const world = openWorld({ adoptTwins });
      world.next("POST /zones", () => {
        for (let at = 0; at < 20; at++) {
          world.next("GET /zones", () => {
            throw new BluedotError("unavailable", "no list", { status: 503 });
          });
        }
        throw lost();
      });
      const begun = world.clock.now();
      expect((await refusal(make(world.operation, zone()))).message).to.match(advice);
      expect(world.clock.now() - begun).to.equal(45_000);
    });

  it("sends nothing where the list before it cannot be read now", async () => {
    const world = openWorld();
    world.next("GET /zones", () => {
      throw new BluedotError("unavailable", "no list", { status: 503 });
    });
    expect((await refusal(make(world.operation, zone()))).message).to.equal("no list");
    expect(posts(world)).to.equal(0);
  });

  it("takes over a zone whose geofeatures the API spells in another order", async () => {
    const world = openWorld();
    world.add("left-behind");
    const found = world.zones.get("left-behind");
    if (found) found["geofeatures"] = [circle({ _id: "2", name: "yard" }), circle({ _id: "1" })];
    const declared = zone({ geofeatures: [circle(), circle({ name: "yard" })] });
    expect((await make(world.operation, declared)).id).to.equal("left-behind");
  });
});
