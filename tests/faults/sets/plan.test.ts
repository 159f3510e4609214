/** The line by which a preview shows what a set is about to do. */
import { expect } from "chai";

import type { JsonObject } from "../../../provider/json";
import { diffSet } from "../../../provider/set/diff";
import { encodeObjects } from "../../../provider/set/state-format";
import { zoneSet } from "../../../provider/zone-set/definition";
import { circle } from "../../unit/provider/samples";
import { projectId, zone } from "../../unit/provider/set/stand-in";

type Zones = Record<string, string>;

const planned = (before: Zones, now: Zones, more: JsonObject = {}): string | undefined => {
  const held = Object.entries(before).map(([key, text]) => ({
    key,
    id: `id of ${key}`,
    parts: {},
    text,
    isWhole: true,
  }));
  const olds = { projectId, $objects: encodeObjects(held) };
  return diffSet(zoneSet, olds, { projectId, zones: now, $name: "stores", ...more }).planned;
};
const change = (before: JsonObject, now: JsonObject, more: JsonObject = {}) =>
  planned({ a: zone(before) }, { a: zone(now) }, more);
const at = (latitude: number, longitude: number) => ({
  geofeatures: [circle({ center: { latitude, longitude } })],
});
const many = (count: number, changes: JsonObject): Zones =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`store-${index}`, zone(changes)]));

describe("the plan of a set", () => {
  it("D17: names the objects that change, and what changes of each", () => {
    const before = { "17": zone(at(52.52, 13.405)), "9": zone(), same: zone() };
    const now = {
      "17": zone(at(33.57, -7.59)),
      "9": zone({ geofeatures: [circle({ radius: 60 })] }),
      same: zone(),
    };
    expect(planned(before, now)).to.match(
      /^2 to change \(9: radius 40 → 60; 17: center moved 2,\d\d\d km\)$/,
    );
  });

  const changes: [what: string, before: JsonObject, now: JsonObject, words: string][] = [
    [
      "a number",
      { minimumRetriggerTime: 600 },
      { minimumRetriggerTime: 900 },
      "minimumRetriggerTime 600 → 900",
    ],
    ["a yes or no", {}, { triggerOnExit: true }, "triggerOnExit false → true"],
    ["a small move", at(1, 2), at(1.0001, 2), "center moved 11 m"],
    ["a name, without its text", { name: "one" }, { name: "two" }, "name changed"],
    ["what is added", {}, { tags: ["x"] }, "tags added"],
    ["what is removed", { destinationId: "17" }, {}, "destinationId removed"],
    [
      "a fence that is added",
      {},
      { geofeatures: [circle(), circle({ name: "gate" })] },
      'geofeatures["gate"] added',
    ],
    [
      "a fence among several",
      { geofeatures: [circle(), circle({ name: "gate" })] },
      { geofeatures: [circle(), circle({ name: "gate", radius: 50 })] },
      'geofeatures["gate"].radius 40 → 50',
    ],
    [
      "more than three parts by a count",
      at(1, 2),
      {
        ...at(1.0001, 2),
        tags: ["x"],
        triggerOnExit: true,
        minimumRetriggerTime: 900,
        customData: { a: "b" },
      },
      "minimumRetriggerTime 600 → 900, center moved 11 m, triggerOnExit false → true, 2 more",
    ],
  ];
  for (const [what, before, now, words] of changes) {
    it(`D17: shows ${what}`, () => {
      expect(change(before, now)).to.equal(`1 to change (a: ${words})`);
    });
  }

  it("D17: shows no value of free text", () => {
    const texts = (word: string): JsonObject => ({
      name: `${word} name`,
      customData: { pin: `${word} pin` },
      tags: [`${word} tag`],
      actions: [
        { type: "url", url: `https://example.com/${word}` },
        { type: "message", title: `${word} title`, message: word },
      ],
      destinationId: `${word}-1`,
      extraFields: { note: `${word} note`, code: word === "old" ? 4711 : 4712 },
    });
    for (const [before, now] of [
      [texts("old"), texts("new")],
      [{}, texts("new")],
    ] as const)
      expect(change(before, now))
        .to.match(/^1 to change \(a: /)
        .and.not.match(/old|new|471/);
  });

  it("D17: shows keys alone where the program marks something of the set as secret, or did", () => {
    expect(change({}, { minimumRetriggerTime: 900 }, { $objects: "" })).to.equal("1 to change (a)");
    const held = { key: "a", id: "1", parts: {}, text: zone(), isWhole: true };
    const olds = { projectId, $objects: encodeObjects([held]) };
    const news = { projectId, zones: { a: zone({ minimumRetriggerTime: 900 }) } };
    expect(diffSet(zoneSet, olds, news, true).planned).to.equal("1 to change (a)");
  });

  it("D17: is one line of a bounded length, however many change, and however long their keys are", () => {
    const long = "k".repeat(5_000);
    const before = { ...many(2_000, {}), [long]: zone() };
    const now = { ...many(2_000, { tags: ["x"] }), [long]: zone({ tags: ["x"] }) };
    const line = planned(before, now) ?? "";
    expect(line).to.match(/^2,001 to change \((store-\d+: tags added; ){10}and 1,991 more\)$/);
    expect(planned({ [long]: zone() }, { [long]: zone({ tags: ["x"] }) })).to.have.length.below(150);
  });

  it("A5: names the first ten keys that are deleted, and counts the others", () => {
    expect(planned(many(12, {}), {})).to.equal(
      `12 to delete (${[0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((index) => `store-${index}`).join(", ")}, and 2 more)`,
    );
  });

  it("A5: names them also where the whole set moves to another project", () => {
    const other = { projectId: "0f4aeb98-05b3-4b3f-b9ac-3b9a169e395c" };
    expect(planned({ a: zone(), b: zone() }, { a: zone() }, other)).to.equal("2 to delete (a, b)");
  });
});
