import { expect } from "chai";

import { destinationSet } from "../../../../provider/destination-set/definition";
import type { JsonObject } from "../../../../provider/json";
import { diffSet } from "../../../../provider/set/diff";
import { encodeObjects, type RecordedObject } from "../../../../provider/set/state-format";
import { planOf, type Step } from "../../../../provider/set/plan";
import { zoneSet } from "../../../../provider/zone-set/definition";
import { circle } from "../samples";

const projectId = "6e4aeb98-05b3-4b3f-b9ac-3b9a169e395c";
const zone = (changes: JsonObject = {}) =>
  JSON.stringify({ minimumRetriggerTime: 600, geofeatures: [circle()], ...changes });
const recorded = (key: string, text: string, changes: Partial<RecordedObject> = {}): RecordedObject => ({
  key,
  id: `id of ${key}`,
  parts: {},
  text,
  isWhole: true,
  ...changes,
});
const news = (zones: JsonObject, changes: JsonObject = {}) => ({ projectId, zones, ...changes });

/** `create a`, `update a (id of a)`, `delete b (id of b)` */
function describeStep(step: Step): string {
  if (step.do === "create") return `create ${step.key}`;
  return `${step.do} ${step.do === "update" ? step.key : step.recorded.key} (${step.recorded.id})`;
}

type Case = [what: string, before: RecordedObject[], now: JsonObject, steps: string[]];

describe("what is to be done about a set", () => {
  const cases: Case[] = [
    ["all that is declared anew", [], { a: zone(), b: zone() }, ["create a", "create b"]],
    ["nothing, where all is as declared", [recorded("a", zone())], { a: zone() }, []],
    [
      "nothing, where it is as declared in other words",
      [recorded("a", zone())],
      { a: zone({ name: "a", tags: [], triggerOnExit: false }) },
      [],
    ],
    [
      "what is declared otherwise, and no other",
      [recorded("a", zone()), recorded("b", zone())],
      { a: zone(), b: zone({ tags: ["x"] }) },
      ["update b (id of b)"],
    ],
    [
      "what is no longer declared",
      [recorded("a", zone()), recorded("b", zone())],
      { a: zone() },
      ["delete b (id of b)"],
    ],
    ["what is not whole", [recorded("a", zone(), { isWhole: false })], { a: zone() }, ["update a (id of a)"]],
    [
      "deletions last",
      [recorded("a", zone()), recorded("b", zone())],
      { b: zone({ tags: ["x"] }), c: zone() },
      ["create c", "update b (id of b)", "delete a (id of a)"],
    ],
    [
      "a new zone under a new key",
      [recorded("a", zone())],
      { b: zone() },
      ["create b", "delete a (id of a)"],
    ],
    [
      "no deletion of a zone that is the same under a new key",
      [recorded("a", zone({ name: "cafe" }))],
      { b: zone({ name: "cafe", tags: ["x"] }) },
      ["update b (id of a)"],
    ],
    [
      "a key before a name, where two have changed theirs",
      [recorded("a", zone({ name: "x" })), recorded("b", zone({ name: "y" }))],
      { a: zone({ name: "y" }), b: zone({ name: "x" }) },
      ["update a (id of a)", "update b (id of b)"],
    ],
    [
      "nothing by guesswork, where two have one name",
      [recorded("a", zone({ name: "x" })), recorded("b", zone({ name: "x" }))],
      { c: zone({ name: "x", tags: ["x"] }) },
      ["create c", "delete a (id of a)", "delete b (id of b)"],
    ],
    [
      "no more than what is otherwise, where all have one name and another key",
      ["1", "2", "3"].map((tag) => recorded(`a${tag}`, zone({ name: "x", tags: [tag] }))),
      Object.fromEntries(["3", "9", "1"].map((tag) => [`b${tag}`, zone({ name: "x", tags: [tag] })])),
      ["update b9 (id of a2)"],
    ],
    [
      "no more than one deletion, where of three that are alike one is declared no longer",
      ["1", "2", "3"].map((at) => recorded(`a${at}`, zone({ name: "x" }))),
      { b1: zone({ name: "x" }), b2: zone({ name: "x" }) },
      ["delete a3 (id of a3)"],
    ],
    ["no push alone", [recorded("a", zone())], { a: zone({ shouldSync: true }) }, []],
  ];
  for (const [what, before, now, steps] of cases) {
    it(`is ${what}`, () => {
      expect(planOf(zoneSet, { projectId }, before, news(now)).steps.map(describeStep)).to.deep.equal(steps);
      const olds = { projectId, $objects: encodeObjects(before) };
      expect(diffSet(zoneSet, olds, news(now)).changes).to.equal(steps.length > 0 ? undefined : false);
    });
  }

  const stores: Case[] = [
    [
      "a destination that is known by its id under another key",
      [recorded("a", "{}", { id: "a" })],
      { b: '{"destinationId":"a","name":"a"}' },
      [],
    ],
    [
      "another destination for another id",
      [recorded("a", "{}", { id: "a" })],
      { a: '{"destinationId":"b"}' },
      ["create a", "delete a (a)"],
    ],
    [
      "a change of each, where two have changed keys",
      [recorded("a", "{}", { id: "a" }), recorded("b", "{}", { id: "b" })],
      { a: '{"destinationId":"b"}', b: '{"destinationId":"a"}' },
      ["update b (a)", "update a (b)"],
    ],
  ];
  for (const [what, before, destinations, steps] of stores) {
    it(`is ${what}`, () => {
      expect(planOf(destinationSet, {}, before, { destinations }).steps.map(describeStep)).to.have.members(
        steps,
      );
    });
  }

  it("is to be recorded where only a key is another", () => {
    const before = [recorded("a", zone({ name: "cafe" }))];
    expect(planOf(zoneSet, { projectId }, before, news({ b: zone({ name: "cafe" }) }))).to.deep.include({
      steps: [],
      isNeeded: true,
      kept: [recorded("b", zone({ name: "cafe" }), { id: "id of a" })],
    });
  });

  it("is told in words, with the keys of what is made and deleted", () => {
    const many = (count: number, prefix: string) =>
      Array.from({ length: count }, (_, at) => `${prefix}${at}`);
    const before = [
      recorded("same", zone()),
      recorded("other", zone()),
      ...many(12, "old").map((key) => recorded(key, zone())),
    ];
    const now = { same: zone(), other: zone({ tags: ["x"] }), new: zone() };
    const olds = { projectId, $objects: encodeObjects(before) };
    expect(diffSet(zoneSet, olds, news(now)).planned).to.equal(
      "1 to create (new), 1 to change (other: tags added), 12 to delete (old0, old1, old2, old3, old4, old5, old6, old7, old8, old9, and 2 more)",
    );
    expect(
      diffSet(zoneSet, { projectId, $objects: encodeObjects([recorded("a", zone())]) }, news({ a: zone() }))
        .planned,
    ).to.equal(undefined);
  });

  it("replaces all where the project is another, or not known yet", () => {
    const olds = { projectId, $objects: encodeObjects([recorded("a", zone())]) };
    for (const other of ["another", "04da6b54-80e4-46f7-96ec-b56ff0331ba9"]) {
      expect(diffSet(zoneSet, olds, news({ a: zone() }, { projectId: other }))).to.deep.equal({
        changes: undefined,
        replaces: ["projectId"],
        planned: "1 to delete (a)",
        lasting: ["id of a"],
        leaving: [],
      });
    }
  });

  it("is something where an object is not known yet", () => {
    const olds = { projectId, $objects: encodeObjects([recorded("a", zone())]) };
    const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
    expect(diffSet(zoneSet, olds, news({ a: unknown })).changes).to.equal(undefined);
    expect(diffSet(zoneSet, olds, { projectId, zones: unknown }).changes).to.equal(undefined);
  });

  it("is told as a change where only what a refresh leaves out of the arguments is to be deleted", () => {
    const [one, two] = [recorded("a", zone({ name: "x" })), recorded("a", zone({ name: "y" }))];
    const olds = (...all: RecordedObject[]) => ({ projectId, $objects: encodeObjects(all) });
    expect(diffSet(zoneSet, olds(one, two), news({})).changes).to.equal(true);
    expect(diffSet(zoneSet, olds({ ...one, isWhole: false }), news({})).changes).to.equal(true);
    expect(diffSet(zoneSet, olds(one), news({})).changes).to.equal(undefined);
    expect(diffSet(zoneSet, olds(one, two), news({ b: zone() })).changes).to.equal(undefined);
  });

  it("tells of one that could not be made before, though the arguments are the same", () => {
    const olds = { projectId, $objects: encodeObjects([recorded("a", zone())]) };
    expect(diffSet(zoneSet, olds, news({ a: zone(), b: zone() })).changes).to.equal(undefined);
  });
});
