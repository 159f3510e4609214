import { expect } from "chai";

import { destinationSet } from "../../../../provider/destination-set/definition";
import type { JsonObject } from "../../../../provider/json";
import { checkSet } from "../../../../provider/set/check";
import { zoneSet } from "../../../../provider/zone-set/definition";
import { circle } from "../samples";

const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const projectId = "6e4aeb98-05b3-4b3f-b9ac-3b9a169e395c";
const zone = (changes: JsonObject = {}) =>
  JSON.stringify({ minimumRetriggerTime: 600, geofeatures: [circle()], ...changes });
const zones = (texts: JsonObject, changes: JsonObject = {}) => ({ projectId, zones: texts, ...changes });
const faultsOf = (news: JsonObject, olds: JsonObject = {}) =>
  checkSet(zoneSet, olds, news).failures.map(({ property, reason }) => `${property}: ${reason}`);

describe("the check of a set", () => {
  it("finds nothing wrong with zones that leave their name to their key", () => {
    expect(faultsOf(zones({ "store-1": zone(), "store-2": zone({ name: "two" }) }))).to.deep.equal([]);
  });

  it("judges each object as its own resource would be, all at once, and says where", () => {
    const texts = {
      "store-1": zone({ geofeatures: [circle({ radius: 3 })] }),
      'the "best"': zone({ minimumRetriggerTime: 5, tag: ["a"] }),
    };
    expect(faultsOf(zones(texts))).to.deep.equal([
      'zones["store-1"].geofeatures[0].radius: it is 3, but must be a number of metres, 5 or more',
      'zones["the \\"best\\""].tag: unknown property `tag`; did you mean `tags`?',
      'zones["the \\"best\\""].minimumRetriggerTime: it is 5, but must be a whole number of seconds from 60 to 3,599,940',
    ]);
  });

  const wrong: [what: string, news: JsonObject, fault: RegExp][] = [
    ["a project that is none", zones({}, { projectId: "coffee" }), /^projectId: it is "coffee", but must be/],
    ["no zones", { projectId }, /^zones: it is missing/],
    ["a list of zones", { projectId, zones: [] }, /^zones: it is \[\], but must be an object/],
    [
      "an argument that it does not have",
      zones({}, { zone: {} }),
      /^zone: unknown property `zone`; did you mean `zones`/,
    ],
    ["a text that is no JSON", zones({ a: "{" }), /^zones\["a"\]: it must be a Zone as an object$/],
    ["a text that is no object", zones({ a: "[1]" }), /^zones\["a"\]: it must be a Zone as an object$/],
    ["an object in place of its text", zones({ a: {} }), /^zones\["a"\]: it must be a Zone as an object$/],
    [
      "a zone with a project of its own",
      zones({ a: zone({ projectId }) }),
      /^zones\["a"\]\.projectId: the set has one/,
    ],
  ];
  for (const [what, news, fault] of wrong) {
    it(`refuses ${what}`, () => {
      expect(faultsOf(news)).to.satisfy(
        ([first, ...rest]: string[]) => fault.test(first ?? "") && rest.length === 0,
      );
    });
  }

  it("takes nothing that is no object for an empty set, of which all would be deleted", () => {
    expect(faultsOf({ projectId, zones: [] }).join()).to.match(/^zones: it is \[\], but must be an object/);
    expect(faultsOf({ projectId, zones: "{}" }).join()).to.match(/^zones: it is .*, but must be an object/);
    expect(faultsOf({ projectId }).join()).to.match(/^zones: it is missing/);
    expect(faultsOf({ projectId, zones: null }).join()).to.match(/^zones: it is null, but must be an object/);
  });

  it("passes over what is not known yet, and judges the rest", () => {
    expect(
      faultsOf(zones({ a: unknown, b: zone({ minimumRetriggerTime: 5 }) }, { projectId: unknown })),
    ).to.have.length(1);
    expect(faultsOf({ projectId: unknown, zones: unknown })).to.deep.equal([]);
  });

  it("does not judge again what is recorded, letter by letter", () => {
    const wrong = zone({ minimumRetriggerTime: 5 });
    expect(faultsOf(zones({ a: wrong }), zones({ a: wrong }))).to.deep.equal([]);
    expect(faultsOf(zones({ a: wrong }), zones({ b: wrong }))).to.have.length(1);
  });

  it("warns as a zone's own check does, where nothing is wrong", () => {
    const repeated = zone({ tags: ["a", "a"] });
    expect(
      checkSet(zoneSet, {}, zones({ a: repeated })).warnings.map(({ property }) => property),
    ).to.deep.equal(['zones["a"].tags[1]']);
  });

  it("shows no value where one of the texts is secret", () => {
    const [fault] = faultsOf(zones({ a: zone({ customData: { pin: 4711 } }), b: "4711" }, { $objects: "" }));
    expect(fault).to.equal('zones["a"].customData["pin"]: its value (a secret) must be text');
    expect(faultsOf(zones({ b: "4711" }, { $objects: "" }))[0]).to.not.contain("4711");
  });

  it("leaves the arguments as they are", () => {
    const news = { ...zones({ a: zone() }), $name: "stores" };
    expect(checkSet(zoneSet, {}, news).inputs).to.deep.equal(news);
  });

  it("knows a destination by its key, and refuses two of one destinationId", () => {
    const destinations = { a: "{}", b: '{"destinationId":"a"}', c: '{"name":""}' };
    expect(
      checkSet(destinationSet, {}, { destinations }).failures.map(
        ({ property, reason }) => `${property}: ${reason}`,
      ),
    ).to.satisfy(
      ([name, id]: string[]) =>
        name?.startsWith('destinations["c"].name: it is ""') &&
        id === 'destinations["b"].destinationId: "a" is that of destinations["a"] too',
    );
  });
});
