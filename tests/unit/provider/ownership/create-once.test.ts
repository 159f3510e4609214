import { expect } from "chai";

import { BluedotError } from "../../../../provider/errors";
import type { JsonObject } from "../../../../provider/json";
import { createOnce } from "../../../../provider/ownership/create-once";
import { circle, zone } from "../samples";
import { refusal } from "../lifecycle/stand-in";
import { lost, openFixtures, type Fixtures } from "./fixtures";

const posts = ({ requests }: Fixtures) => requests.filter((request) => request === "POST /zones").length;

describe("creating a zone", () => {
  it("looks at the list of its project once, however many are made", async () => {
    const fixtures = openFixtures();
    await Promise.all(["a", "b", "c"].map((name) => createOnce(fixtures.operation, zone({ name }))));
    expect(fixtures.requests).to.deep.equal(["GET /zones", "POST /zones", "POST /zones", "POST /zones"]);
  });

  it("adopts the zone that an interrupted run left in a project of the program, and says so", async () => {
    const fixtures = openFixtures();
    fixtures.add("left-behind");
    expect((await createOnce(fixtures.operation, zone())).id).to.equal("left-behind");
    expect(posts(fixtures)).to.equal(0);
    expect(fixtures.warnings).to.deep.equal([
      'Zone "cafe": it exists already as left-behind, as declared, and is adopted without a write.',
    ]);
  });

  const others: [what: string, changes: JsonObject][] = [
    ["has another name", { name: "bar" }],
    ["differs in one field", { minimumRetriggerTime: 60 }],
    ["has what the program declares otherwise", { tags: ["theirs"], customData: { a: "b" } }],
  ];
  for (const [what, changes] of others) {
    it(`does not adopt what ${what}`, async () => {
      const fixtures = openFixtures();
      fixtures.add("other", changes);
      const { id } = await createOnce(fixtures.operation, zone({ tags: ["ours"] }));
      expect(id).to.equal("made-2");
    });
  }

  it("does not adopt what another resource of the program has", async () => {
    const fixtures = openFixtures();
    fixtures.add("held");
    fixtures.hold("held");
    expect((await createOnce(fixtures.operation, zone())).id).to.equal("made-2");
  });

  it("does not adopt what is being deleted", async () => {
    const fixtures = openFixtures();
    fixtures.add("going");
    fixtures.ownership.claims.deleting("going", true);
    expect((await createOnce(fixtures.operation, zone())).id).to.equal("made-2");
  });

  it("adopts what only the state has, as a refresh compares it: so zones move between resources", async () => {
    const fixtures = openFixtures();
    fixtures.add("moved");
    fixtures.ownership.claims.compared(["moved"], zone(), { subject: 'Zone "old"' });
    expect((await createOnce(fixtures.operation, zone())).id).to.equal("moved");
  });

  const more: JsonObject = { tags: ["vip"], laterField: { enabled: true } };
  const ways: [
    onExisting: "fail" | "adopt" | "create",
    isOwnProject: boolean,
    more: JsonObject,
    way: string,
  ][] = [
    ["fail", true, {}, "adopt"],
    ["fail", true, more, "fail"],
    ["fail", false, {}, "fail"],
    ["fail", false, more, "fail"],
    ["adopt", true, more, "adopt"],
    ["adopt", false, {}, "adopt"],
    ["adopt", false, more, "adopt"],
    ["create", true, {}, "create"],
    ["create", false, more, "create"],
  ];
  for (const [onExisting, isOwnProject, changes, way] of ways) {
    const where = isOwnProject ? "of the program" : "of another stack";
    const besides = Object.keys(changes).length === 0 ? "" : " that has more than is declared";
    it(`with onExisting ${onExisting}, an equal zone${besides} in a project ${where}: ${way}`, async () => {
      const fixtures = openFixtures({ onExisting, isOwnProject });
      fixtures.add("there", changes);
      const outcome = await createOnce(fixtures.operation, zone()).then(
        ({ id }) => (id === "there" ? "adopt" : "create"),
        (error: unknown) =>
          error instanceof BluedotError && error.kind === "exists" ? "fail" : String(error),
      );
      expect(outcome).to.equal(way);
      expect(posts(fixtures)).to.equal(way === "create" ? 1 : 0);
      if (way === "fail") expect(fixtures.ownership.claims.ownerOf("there")).to.equal(undefined);
    });
  }

  it("names what is in the way, since when, and the ways on, one a line", async () => {
    const fixtures = openFixtures({ isOwnProject: false });
    fixtures.add("there", { ...more, createdAt: "2026-11-01T10:00:00.000Z" });
    const { message } = await refusal(createOnce(fixtures.operation, zone()));
    expect(message.split("\n")).to.deep.equal([
      'Zone "cafe" is not created, since the account has a Zone that is as declared (and has `tags`, `laterField`, which the program does not declare): there, created 2026-11-01T10:00:00.000Z. This stack did not record it.',
      "  It is left from an interrupted run of this stack: `pulumi up --config bluedot:onExisting=adopt`, and `pulumi config rm bluedot:onExisting` afterwards.",
      '  This stack is to manage it from now on, and to delete it one day: the same, or the option `import: "there"` for this one.',
      "  It belongs to another stack or person: give it a name of its own, such as `cafe-${pulumi.getStack()}`, or create one more with `pulumi up --config bluedot:onExisting=create`.",
    ]);
  });

  const additions: [what: string, changes: JsonObject, adopted: boolean][] = [
    [
      "times and ids that the API adds by itself",
      { createdAt: "2026-11-01T10:00:00Z", accountId: `${"a".repeat(8)}-aaaa-4aaa-8aaa-${"a".repeat(12)}` },
      true,
    ],
    ["empty lists and maps", { tags: [], customData: {}, actions: null }, true],
    ["a color of its fence", { geofeatures: [circle({ _id: "1", color: "#429BD5" })] }, true],
    ["tags", { tags: ["vip"] }, false],
    ["an action", { actions: [{ type: "url", url: "https://example.com" }] }, false],
    ["custom data", { customData: { a: "b" } }, false],
    ["a field that the provider does not know", { laterField: { enabled: true } }, false],
    [
      "a field of its fence that the provider does not know",
      { geofeatures: [circle({ _id: "1", floor: 2 })] },
      false,
    ],
  ];
  for (const [what, changes, isAdopted] of additions)
    it(`${isAdopted ? "adopts" : "does not adopt unasked"} an equal zone that has ${what} besides`, async () => {
      const fixtures = openFixtures();
      const { _id: id = "" } = fixtures.add("there");
      fixtures.zones.set("there", { ...zone({ geofeatures: [circle({ _id: "1" })] }), ...changes, _id: id });
      const outcome = await createOnce(fixtures.operation, zone()).then(
        () => true,
        () => false,
      );
      expect(outcome).to.equal(isAdopted);
    });

  const outdated: [what: string, act: (fixtures: Fixtures) => void][] = [
    ["was deleted since", (fixtures) => fixtures.zones.delete("left-behind")],
    [
      "was changed since",
      (fixtures) => fixtures.zones.set("left-behind", zone({ _id: "left-behind", tags: ["x"] })),
    ],
  ];
  for (const [what, act] of outdated) {
    it(`does not adopt what a list still has that ${what}`, async () => {
      const fixtures = openFixtures();
      fixtures.add("left-behind");
      fixtures.next("GET /zones", (work) => {
        const answer = work();
        act(fixtures);
        return answer;
      });
      const { id } = await createOnce(fixtures.operation, zone({ tags: [] }));
      expect(id).to.match(/^made-/);
      expect(fixtures.ownership.claims.ownerOf("left-behind")).to.equal(undefined);
    });
  }

  it("adopts many at once without a wait for one another", async () => {
    const fixtures = openFixtures();
    const names = Array.from({ length: 200 }, (_each, at) => `store ${at}`);
    for (const name of names) fixtures.add(name, { name });
    const begun = fixtures.clock.now();
    await Promise.all(names.map((name) => createOnce(fixtures.operation, zone({ name }))));
    for (const name of names) await createOnce(fixtures.operation, zone({ name: `new ${name}` }));
    expect(fixtures.clock.now() - begun).to.be.below(1000);
    expect(fixtures.warnings).to.have.length(200);
  });

  it("looks at the first equal objects of a list, and believes the list after ten", async () => {
    const fixtures = openFixtures();
    const names = Array.from({ length: 30 }, (_each, at) => `store ${at}`);
    for (const name of names) fixtures.add(name, { name });
    for (const name of names) await createOnce(fixtures.operation, zone({ name }));
    expect(fixtures.requests).to.have.length(1 + 10);
  });

  const losses: [what: string, error: BluedotError][] = [
    ["never came", lost()],
    ["was a 500", lost(500)],
    ["was a 504", lost(504)],
    ["was cut", new BluedotError("unreadable", "cut", { status: 201, maybeDone: true })],
  ];
  for (const [what, error] of losses) {
    it(`whose answer ${what} is found in the list, and not made again`, async () => {
      const fixtures = openFixtures();
      fixtures.add("other", { name: "bar" });
      fixtures.next("POST /zones", (work) => {
        work();
        throw error;
      });
      expect((await createOnce(fixtures.operation, zone())).id).to.equal("made-2");
      expect(fixtures.requests).to.deep.equal(["GET /zones", "POST /zones", "GET /zones"]);
    });

    it(`is made again where nothing came of a request whose answer ${what}`, async () => {
      const fixtures = openFixtures();
      fixtures.next("POST /zones", () => {
        throw error;
      });
      expect((await createOnce(fixtures.operation, zone())).id).to.equal("made-1");
      expect(posts(fixtures)).to.equal(2);
    });
  }

  it("waits for what is done 40 s after the gateway gave up", async () => {
    const fixtures = openFixtures();
    const begun = fixtures.clock.now();
    fixtures.next("POST /zones", () => {
      throw lost(504);
    });
    const making = createOnce(fixtures.operation, zone());
    const watch = async () => {
      while (fixtures.clock.now() < begun + 40_000) await new Promise((resolve) => setImmediate(resolve));
      fixtures.add("late");
    };
    const [made] = await Promise.all([making, watch()]);
    expect(made.id).to.equal("late");
    expect(posts(fixtures)).to.equal(1);
  });

  it("takes only what is new for what a lost answer made", async () => {
    const fixtures = openFixtures({ onExisting: "create" });
    fixtures.add("before");
    fixtures.next("POST /zones", (work) => {
      work();
      throw lost();
    });
    expect((await createOnce(fixtures.operation, zone())).id).to.equal("made-2");
  });

  it("gives each of several whose answers are lost an object of its own", async () => {
    const fixtures = openFixtures();
    const count = 20;
    for (let at = 0; at < count; at++) {
      fixtures.next("POST /zones", (work) => {
        work();
        throw lost();
      });
    }
    const made = await Promise.all(
      Array.from({ length: count }, () => createOnce(fixtures.operation, zone())),
    );
    expect(new Set(made.map(({ id }) => id)).size).to.equal(count);
    expect(fixtures.zones.size).to.equal(count);
    expect(posts(fixtures)).to.equal(count);
  });

  it("takes nothing of another of its name whose answer is only slow", async () => {
    const fixtures = openFixtures();
    fixtures.next("POST /zones", () => {
      throw lost(500);
    });
    fixtures.next("POST /zones", async (work) => {
      const answer = work();
      for (let at = 0; at < 50; at++) await new Promise((resolve) => setImmediate(resolve));
      return answer;
    });
    const made = await Promise.all([1, 2].map(() => createOnce(fixtures.operation, zone())));
    expect(made.map(({ id }) => id).sort()).to.deep.equal([...fixtures.zones.keys()]);
    expect(fixtures.zones.size).to.equal(2);
  });

  it("waits for a list that cannot be read now as long as for what it is to tell", async () => {
    const fixtures = openFixtures();
    fixtures.next("POST /zones", (work) => {
      fixtures.next("GET /zones", () => {
        throw new BluedotError("unavailable", "no list", { status: 503 });
      });
      work();
      throw lost();
    });
    expect((await createOnce(fixtures.operation, zone())).id).to.equal("made-1");
    expect(posts(fixtures)).to.equal(1);
  });

  it("ends after three requests of which nothing came, and says that it is not there", async () => {
    const fixtures = openFixtures();
    for (let at = 0; at < 3; at++) {
      fixtures.next("POST /zones", () => {
        throw lost(500);
      });
    }
    expect((await refusal(createOnce(fixtures.operation, zone()))).message).to.equal(
      'Zone "cafe": POST /zones was lost; it may have been created all the same: it was looked for and is not there, so run again.',
    );
    expect(posts(fixtures)).to.equal(3);
  });

  it("leaves it to the next run where the list cannot be read for all that time after a lost answer", async () => {
    const fixtures = openFixtures();
    fixtures.next("POST /zones", () => {
      for (let at = 0; at < 20; at++) {
        fixtures.next("GET /zones", () => {
          throw new BluedotError("unavailable", "no list", { status: 503 });
        });
      }
      throw lost();
    });
    const begun = fixtures.clock.now();
    expect((await refusal(createOnce(fixtures.operation, zone()))).message).to.match(
      /created all the same: run again, which looks for it before anything is created\.$/,
    );
    expect(fixtures.clock.now() - begun).to.equal(45_000);
  });

  it("sends nothing where the list before it cannot be read now", async () => {
    const fixtures = openFixtures();
    fixtures.next("GET /zones", () => {
      throw new BluedotError("unavailable", "no list", { status: 503 });
    });
    expect((await refusal(createOnce(fixtures.operation, zone()))).message).to.equal("no list");
    expect(posts(fixtures)).to.equal(0);
  });

  it("adopts a zone whose geofeatures the API spells in another order", async () => {
    const fixtures = openFixtures();
    fixtures.add("left-behind");
    const found = fixtures.zones.get("left-behind");
    if (found) found["geofeatures"] = [circle({ _id: "2", name: "yard" }), circle({ _id: "1" })];
    const declared = zone({ geofeatures: [circle(), circle({ name: "yard" })] });
    expect((await createOnce(fixtures.operation, declared)).id).to.equal("left-behind");
  });
});
