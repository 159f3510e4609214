import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";

import { readPlan } from "../../../plan/preview";
import type { JsonObject } from "../../../provider/json";
import { circle, plan, secret, set, step, unknown, urnOf, zone } from "./plans";

const ring = [
  { latitude: 0, longitude: 0 },
  { latitude: 0, longitude: 1 },
  { latitude: 1, longitude: 1 },
];
const polygon = (vertices: JsonObject[]): JsonObject => ({ type: "polygon", name: "yard", vertices });
const turned = [...ring.slice(1), ...ring.slice(0, 1)];

/** What becomes of the one zone of a plan. */
function changeIn(steps: readonly JsonObject[]): string {
  const { zones, hidden } = readPlan(plan(steps), "plan.json");
  return [
    ...zones.map(({ label, change, isDrifted, settings }) =>
      [label, change, ...(isDrifted ? ["drifted"] : []), ...settings.map(({ property }) => property)].join(
        " ",
      ),
    ),
    ...hidden.map(({ label, change, reason }) => `${label} ${change} (${reason})`),
  ].join(", ");
}

const update = (old: JsonObject, next: JsonObject, paths: string[] = []) => [
  step("update", { old: zone(old), new: zone(next), paths }),
];
const drifted = (recorded: JsonObject, found: JsonObject, declared: JsonObject) => [
  step("refresh", { old: zone(recorded) }),
  step("update", { old: zone(found), new: zone(declared), paths: ["x"] }),
];

const changes: [what: string, steps: JsonObject[], change: string][] = [
  ["a new zone", [step("create", { new: zone() })], "cafe create"],
  ["a zone that is no longer declared", [step("delete", { old: zone() })], "cafe delete"],
  ["an unchanged zone", [step("same", { old: zone(), new: zone() })], "cafe same"],
  ["another radius", update({}, { geofeatures: [circle(60)] }), "cafe move"],
  ["another radius and name", update({}, { geofeatures: [circle(60)], name: "bar" }), "cafe move name"],
  [
    "another colour",
    update({}, { geofeatures: [circle(40, { color: "#FF0000" })] }),
    "cafe update geofeatures",
  ],
  [
    "another name of a fence",
    update({}, { geofeatures: [circle(40, { name: "gate" })] }),
    "cafe update geofeatures",
  ],
  ["a setting", update({}, { minimumRetriggerTime: 60 }), "cafe update minimumRetriggerTime"],
  [
    "tags in another order, and a setting",
    update({ tags: ["a", "b"] }, { tags: ["b", "a"], triggerOnExit: true }),
    "cafe update triggerOnExit",
  ],
  [
    "a default that is spelt out",
    update({ triggerOnExit: null }, { conditions: [], tags: ["a"] }),
    "cafe update tags",
  ],
  [
    "a ring that begins elsewhere and is closed, and a setting",
    update(
      { geofeatures: [polygon(ring)] },
      { geofeatures: [polygon([...turned, ...turned.slice(0, 1)])], tags: ["a"] },
    ),
    "cafe update tags",
  ],
  [
    "a ring in the other direction",
    update({ geofeatures: [polygon(ring)] }, { geofeatures: [polygon(ring.toReversed())] }),
    "cafe update geofeatures",
  ],
  [
    "fences in another order",
    update(
      { geofeatures: [circle(), circle(50, { name: "b" })] },
      { geofeatures: [circle(50, { name: "b" }), circle()], tags: ["a"] },
    ),
    "cafe update tags",
  ],
  [
    "fences in another order, which a travelPath has",
    update(
      { geofeatures: [circle(), circle(50, { name: "b" })] },
      {
        geofeatures: [circle(50, { name: "b" }), circle()],
        conditions: [
          { type: "travelPath", minimumGeofeaturesCrossed: 2, timeOutSeconds: 60, sequential: true },
        ],
      },
    ),
    "cafe update conditions geofeatures",
  ],
  [
    "a secret in customData that the engine names",
    update({ customData: { a: secret } }, { customData: { a: secret } }, ["customData.a"]),
    "cafe update customData",
  ],
  [
    "a shape beside a secret in customData",
    update({ customData: { a: secret } }, { customData: { a: secret }, geofeatures: [circle(60)] }, [
      "geofeatures[0].radius",
    ]),
    "cafe move",
  ],
  [
    "a secret place",
    update({ geofeatures: secret }, { geofeatures: secret }, ["geofeatures"]),
    "cafe move (secret)",
  ],
  [
    "a setting beside a secret place",
    update({ geofeatures: secret }, { geofeatures: secret, tags: ["a"] }, ["tags[0]"]),
    "cafe update (secret)",
  ],
  ["a place that was secret", update({ geofeatures: secret }, {}, ["geofeatures"]), "cafe move (secret)"],
  [
    "a place that the program marks as secret",
    update({ __secret: ["geofeatures.center"] }, { geofeatures: [circle(60)] }),
    "cafe move (secret)",
  ],
  [
    "a radius that up makes known",
    update({}, { geofeatures: [circle(unknown)] }),
    "cafe move (known after up)",
  ],
  [
    "a shape that nobody knows",
    update({}, { geofeatures: [{ type: "cube", name: "x" }] }),
    "cafe move (unreadable)",
  ],
  [
    "a point that is none",
    update({}, { geofeatures: [circle(40, { center: { latitude: 91, longitude: 0 } })] }),
    "cafe move (unreadable)",
  ],
  ["a radius that is none", update({}, { geofeatures: [circle(0)] }), "cafe move (unreadable)"],
  [
    "a zone that was secret, and is in clear in the account",
    [step("refresh", { old: zone({ geofeatures: secret }) }), step("delete", { old: zone() })],
    "cafe delete (secret)",
  ],
  [
    "beacons",
    [
      step("same", {
        old: zone({ geofeatures: [{ type: "beacon", name: "b" }] }),
        new: zone({ geofeatures: [{ type: "beacon", name: "b" }] }),
      }),
    ],
    "cafe same (beacons only)",
  ],
  [
    "another project",
    [step("replace", { old: zone({ projectId: "a" }), new: zone({ projectId: "b" }), paths: ["projectId"] })],
    "cafe update projectId",
  ],
  [
    "another project, in three steps",
    [
      step("create-replacement", {
        old: zone({ projectId: "a" }),
        new: zone({ projectId: "b" }),
        paths: ["projectId"],
      }),
      step("replace", { old: zone({ projectId: "a" }), new: zone({ projectId: "b" }) }),
      step("delete-replaced", { old: zone({ projectId: "a" }), new: zone({ projectId: "a" }) }),
    ],
    "cafe update projectId",
  ],
  ["a radius that somebody changed", drifted({}, { geofeatures: [circle(99)] }, {}), "cafe drift drifted"],
  ["a setting that somebody changed", drifted({}, { tags: ["x"] }, {}), "cafe drift drifted tags"],
  [
    "a zone that somebody deleted",
    [step("refresh", { old: zone() }), step("create", { new: zone() })],
    "cafe drift drifted",
  ],
  [
    "a zone that somebody deleted and the program changes",
    [step("refresh", { old: zone() }), step("create", { new: zone({ tags: ["a"] }) })],
    "cafe create drifted",
  ],
  [
    "a radius that somebody and the program changed",
    drifted({}, { geofeatures: [circle(99)] }, { geofeatures: [circle(50)] }),
    "cafe move drifted",
  ],
  [
    "what the program made as somebody did before",
    [
      step("refresh", { old: zone() }),
      step("same", { old: zone({ tags: ["a"] }), new: zone({ tags: ["a"] }) }),
    ],
    "cafe same drifted",
  ],
  [
    "a zone that is taken over",
    [step("create", { new: zone({ __import: { id: "x", as: "cafe" } }) })],
    "cafe same",
  ],
  [
    "drift of a zone that `aliases` renames",
    [
      step("refresh", { old: zone(), urn: urnOf("old") }),
      step("update", {
        old: zone({ geofeatures: [circle(99)] }),
        new: zone(),
        state: { urn: urnOf("old") },
        paths: ["x"],
      }),
    ],
    "cafe drift drifted",
  ],
  [
    "a change of a zone that `aliases` renames",
    [
      step("refresh", { old: zone(), urn: urnOf("old") }),
      step("update", { old: zone(), new: zone({ tags: ["a"] }), state: { urn: urnOf("old") }, paths: ["x"] }),
    ],
    "cafe update tags",
  ],
  ["an operation that nobody knows", [step("ponder", { old: zone(), new: zone() })], "cafe same"],
  [
    "a zone in a component",
    [step("create", { new: zone(), urn: urnOf("door", "Zone", "shop:index:Shop$") })],
    "door create",
  ],
];

const stores = urnOf("stores", "ZoneSet");
const one = (more: JsonObject = {}): JsonObject => ({
  minimumRetriggerTime: 600,
  geofeatures: [circle()],
  ...more,
});
const moved = one({ geofeatures: [circle(60)] });
const setUpdate = (old: JsonObject, next: JsonObject, paths: string[]) =>
  step("update", { urn: stores, old, new: next, paths });

const setChanges: [what: string, steps: JsonObject[], change: string][] = [
  ["a new set", [step("create", { urn: stores, new: set({ a: one() }) })], 'stores["a"] create'],
  ["a set that goes", [step("delete", { urn: stores, old: set({ a: one() }) })], 'stores["a"] delete'],
  [
    "zones that come, go, move and stay",
    [
      setUpdate(set({ a: one(), b: one(), "c d": one() }), set({ a: one(), "c d": moved, e: one() }), [
        "zones.b",
        'zones["c d"]',
        "zones.e",
      ]),
    ],
    'stores["a"] same, stores["b"] delete, stores["c d"] move, stores["e"] create',
  ],
  [
    "a key alone that changes",
    [setUpdate(set({ a: one({ name: "Cafe" }) }), set({ b: one({ name: "Cafe" }) }), ["zones.a", "zones.b"])],
    'stores["b"] same',
  ],
  [
    "a key with a setting that changes",
    [setUpdate(set({ a: one() }), set({ b: one({ name: "a", tags: ["x"] }) }), ["zones.a", "zones.b"])],
    'stores["b"] update tags',
  ],
  [
    "a text with the same meaning",
    [
      setUpdate(set({ a: one({ triggerOnExit: false }), b: one() }), set({ a: one(), b: moved }), [
        "zones.a",
        "zones.b",
      ]),
    ],
    'stores["a"] same, stores["b"] move',
  ],
  [
    "secrets that the engine compared",
    [setUpdate(set({ 'q"a': secret, b: secret }), set({ 'q"a': secret, b: secret }), ['zones["q\\"a"]'])],
    'stores["b"] same (secret), stores["q\\"a"] update (secret)',
  ],
  [
    "a secret that goes and another that comes",
    [setUpdate(set({ a: secret }), set({ b: secret }), ["zones.a", "zones.b"])],
    'stores["a"] delete (secret), stores["b"] create (secret)',
  ],
  [
    "a zone that is known after up",
    [setUpdate(set({ a: one(), b: one() }), set({ a: one(), b: unknown }), ["zones.b"])],
    'stores["a"] same, stores["b"] update (known after up)',
  ],
  [
    "a set that is secret as a whole",
    [setUpdate(set({}, { zones: secret }), set({}, { zones: secret }), ["zones"])],
    "stores update (secret)",
  ],
  [
    "another project",
    [
      step("replace", {
        urn: stores,
        old: set({ a: one() }),
        new: set({ a: one() }, { projectId: "b" }),
        paths: ["projectId"],
      }),
    ],
    'stores["a"] update projectId',
  ],
  [
    "drift of one zone, and another that is gone",
    [
      step("refresh", { urn: stores, old: set({ a: one(), b: one(), c: one() }) }),
      setUpdate(set({ a: moved, c: one() }), set({ a: one(), b: one(), c: one() }), ["zones.a", "zones.b"]),
    ],
    'stores["a"] drift drifted, stores["b"] drift drifted, stores["c"] same',
  ],
  [
    "a text that is no JSON",
    [step("create", { urn: stores, new: set({ a: "{" }) })],
    'stores["a"] create (unreadable)',
  ],
];

describe("a plan", () => {
  for (const [what, steps, change] of changes) {
    it(`shows ${what} as: ${change}`, () => {
      expect(changeIn(steps)).to.equal(change);
    });
  }

  for (const [what, steps, change] of setChanges) {
    it(`shows of a set ${what} as: ${change}`, () => {
      expect(changeIn(steps)).to.equal(change);
    });
  }

  it("has the versions before and after", () => {
    const { zones } = readPlan(plan(update({}, { geofeatures: [circle(60)] })), "plan.json");
    expect(zones[0]?.before?.geofeatures).to.deep.equal([circle(40)]);
    expect(zones[0]?.after?.geofeatures).to.deep.equal([circle(60)]);
  });

  it("has the shapes of a zone with a condition that nobody knows, and the type of that", () => {
    const speed = { type: "speed", minimumSpeed: 0, maximumSpeed: 9 };
    const conditions = [{ type: "weather", rain: true }, speed];
    const { zones, hidden } = readPlan(plan([step("create", { new: zone({ conditions }) })]), "plan.json");
    expect(hidden).to.deep.equal([]);
    expect(zones[0]?.after).to.deep.include({ conditions: [speed], unknownConditions: ["weather"] });
  });

  it("opens rings that are closed", () => {
    const closed = zone({ geofeatures: [polygon([...ring, ...ring.slice(0, 1)])] });
    const { zones } = readPlan(plan([step("create", { new: closed })]), "plan.json");
    expect(zones[0]?.after?.geofeatures[0]).to.deep.equal(polygon(ring));
  });

  it("says the values of settings that are safe to publish, and no others", () => {
    const before = { customData: { key: "canary" }, destinationId: "store-1", conditions: [] };
    const after: JsonObject = {
      customData: { key: "canary-2" },
      actions: [{ type: "url", url: "https://canary.example.com" }],
      extraFields: { colour: "canary" },
      minimumRetriggerTime: 3600,
      conditions: [
        { type: "speed", minimumSpeed: 0, maximumSpeed: 14 },
        { type: "travelPath", minimumGeofeaturesCrossed: 2, timeOutSeconds: 600, sequential: true },
      ],
    };
    const { zones } = readPlan(plan(update(before, after)), "plan.json");
    expect(zones[0]?.settings).to.deep.equal([
      { property: "minimumRetriggerTime", before: "600 s", after: "3600 s" },
      { property: "conditions", before: "none", after: "speed 0–14 m/s; travelPath 2 in 600 s, in sequence" },
      { property: "destinationId", before: "store-1", after: "none" },
      { property: "actions" },
      { property: "customData" },
      { property: "extraFields" },
    ]);
    expect(JSON.stringify(zones)).to.not.contain("canary");
  });

  it("says the name alone of a setting that the program marks as secret", () => {
    const { zones } = readPlan(
      plan(update({}, { destinationId: "canary", __secret: ["destinationId"] })),
      "plan.json",
    );
    expect(zones[0]?.settings).to.deep.equal([{ property: "destinationId" }]);
  });

  it("tells zones of one name apart by their parents", () => {
    const urns = [urnOf("door"), urnOf("door", "Zone", "shop:index:Shop$")];
    const { zones } = readPlan(plan(urns.map((urn) => step("create", { urn, new: zone() }))), "plan.json");
    expect(zones.map(({ label }) => label)).to.deep.equal(["door", "door (shop:index:Shop)"]);
  });

  it("has the same order whatever the order of its steps", () => {
    const steps = ["b", "a", "c"].map((name) => step("create", { urn: urnOf(name), new: zone() }));
    expect(readPlan(plan(steps), "p")).to.deep.equal(readPlan(plan(steps.toReversed()), "p"));
  });

  it("names the zones and sets that are replaced, of which nothing else may differ", () => {
    const { zones, notes } = readPlan(
      plan([
        step("replace", { old: zone(), new: zone() }),
        step("create-replacement", { urn: stores, old: set({ a: one() }), new: set({ a: one() }) }),
        step("replace", { urn: stores, old: set({ a: one() }), new: set({ a: one() }) }),
        step("delete-replaced", { urn: stores, old: set({ a: one() }) }),
        step("refresh", { old: zone() }),
      ]),
      "plan.json",
    );
    expect(zones.map(({ label, change }) => `${label} ${change}`)).to.deep.equal([
      "cafe update",
      'stores["a"] update',
    ]);
    expect(notes).to.deep.equal(["Zones that are replaced, and get another id: cafe, stores."]);
  });

  it("names the zones that stay in the account, are taken over, or are not in it", () => {
    const kept = set({ a: one(), b: one() }, { retainOnRemove: true });
    const { zones, notes } = readPlan(
      plan([
        step("refresh", { old: zone(), urn: urnOf("retained") }),
        step("delete", { old: zone(), urn: urnOf("retained"), state: { retainOnDelete: true } }),
        setUpdate(kept, set({ b: one() }, { retainOnRemove: true }), ["zones.a"]),
        step("create", { new: zone({ __import: { id: "x" } }), urn: urnOf("imported") }),
        step("read", { new: {}, urn: urnOf("looked-up") }),
      ]),
      "plan.json",
    );
    expect(zones.map(({ label }) => label)).to.deep.equal(["imported", 'stores["b"]']);
    expect(notes).to.deep.equal([
      'Zones that the program lets go of, and that stay in the account: retained, stores["a"].',
      "Zones that are taken over by the option `import`, without a change: imported.",
      "Zones that the program looks up, and that are not in the plan: looked-up.",
    ]);
  });

  it("says that unchanged zones and drift are not in it", () => {
    const steps = [step("update", { old: zone(), new: zone({ tags: ["a"] }) })];
    expect(readPlan(plan(steps, { changeSummary: { same: 7, update: 1 } }), "plan.json").notes).to.deep.equal(
      [
        "Unchanged zones are not in the plan; add --show-sames.",
        "The plan goes by the recorded state, so that drift is not in it; add --refresh.",
      ],
    );
  });

  it("is partial without its unchanged zones, and only then", () => {
    const steps = [step("update", { old: zone(), new: zone({ tags: ["a"] }) })];
    expect(readPlan(plan(steps, { changeSummary: { same: 7, update: 1 } }), "p").isPartial).to.equal(true);
    expect(readPlan(plan(steps, { changeSummary: { update: 1 } }), "p")).not.to.have.property("isPartial");
  });

  it("says that it has only some unchanged zones, where a set that changes has them", () => {
    const steps = [setUpdate(set({ a: one(), b: one() }), set({ a: one(), b: moved }), ["zones.b"])];
    expect(readPlan(plan(steps, { changeSummary: { same: 7, update: 1 } }), "plan.json").notes[0]).to.equal(
      "The plan has only some unchanged zones, such as those of sets that change; add --show-sames.",
    );
  });

  it("leaves out a new zone that is no target", () => {
    const { zones, hidden } = readPlan(
      plan([step("same", {}), step("create", { new: zone(), urn: urnOf("a") })]),
      "p",
    );
    expect([...zones, ...hidden].map(({ label }) => label)).to.deep.equal(["a"]);
  });

  it("names an operation that this version does not know", () => {
    const { notes } = readPlan(plan([step("ponder", { old: zone(), new: zone() })]), "plan.json");
    expect(notes.join("\n")).to.match(/does not know.*ponder/);
  });

  it("of the CLI has every change at once", () => {
    const text = readFileSync(join(__dirname, "../../fixtures/plans/every-change.json"), "utf8");
    const { zones, hidden } = readPlan(text, "plan.json");
    expect([zones.length, hidden.length]).to.deep.equal([20, 5]);
    expect(JSON.stringify(zones)).to.not.contain("canary");
  });
});
