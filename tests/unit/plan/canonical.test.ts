import { expect } from "chai";
import fc from "fast-check";

import { differingProperties, haveSameShapes } from "../../../plan/canonical";
import { plainZoneOf } from "../../../plan/plain-zone-of";
import { isObject, type JsonObject } from "../../../provider/json";
import { changedProperties } from "../../../provider/schema/equivalent";
import { zoneFields } from "../../../provider/zone/schema";
import { seed } from "../../seed";
import { circle, zone } from "./plans";

// Few values, so that two zones are often equal in all but their spelling.
const place = fc
  .constantFrom([0, 0], [0, 1], [1, 1], [1, 0])
  .map(([latitude = 0, longitude = 0]) => ({ latitude, longitude }));
const color = fc.constantFrom("#FF0000", "#ff0000", "#00FF00");
const name = fc.constantFrom("a", "b");
const ring = fc.constantFrom([0, 1, 2], [1, 2, 0], [0, 1, 2, 0], [2, 1, 0], [0, 1, 3]);
const corners = [
  { latitude: 0, longitude: 0 },
  { latitude: 0, longitude: 1 },
  { latitude: 1, longitude: 1 },
  { latitude: 1, longitude: 0 },
];
const geofeature = fc.oneof(
  fc.record({ type: fc.constant("circle"), name, center: place, radius: fc.constantFrom(40, 50) }),
  fc.record({ type: fc.constant("circle"), name, center: place, radius: fc.constant(40), color }),
  fc.record({
    type: fc.constant("polygon"),
    name,
    vertices: ring.map((order) => order.map((at) => corners[at] ?? null)),
  }),
  fc.record({
    type: fc.constant("geoline"),
    name,
    vertices: fc.array(place, { minLength: 2, maxLength: 3 }),
  }),
);
const condition = fc.oneof(
  fc.record({
    type: fc.constant("timeActive"),
    fromTime: fc.constant("09:00:00"),
    toTime: fc.constant("17:00:00"),
  }),
  fc.record(
    {
      type: fc.constant("travelPath"),
      minimumGeofeaturesCrossed: fc.constant(2),
      timeOutSeconds: fc.constant(60),
      sequential: fc.boolean(),
    },
    { requiredKeys: ["type", "minimumGeofeaturesCrossed", "timeOutSeconds"] },
  ),
);
const anyZone: fc.Arbitrary<JsonObject> = fc
  .record(
    {
      name: fc.constant("cafe"),
      geofeatures: fc.uniqueArray(geofeature, { minLength: 1, maxLength: 2, selector: (each) => each.name }),
      minimumRetriggerTime: fc.constantFrom(60, 120),
      triggerOnExit: fc.constantFrom(true, false, null),
      conditions: fc.uniqueArray(condition, { maxLength: 2, selector: ({ type }) => type }),
      tags: fc.array(name, { maxLength: 3 }),
      customData: fc.dictionary(name, name, { maxKeys: 2 }),
      shouldSync: fc.boolean(),
    },
    { requiredKeys: ["name", "geofeatures", "minimumRetriggerTime"] },
  )
  .map((each) => {
    const json: unknown = JSON.parse(JSON.stringify(each));
    return isObject(json) ? json : {};
  });

describe("two versions of a zone", () => {
  it(`differ in the properties that the provider would change, for 3000 pairs (seed ${seed})`, () => {
    let equal = 0;
    fc.assert(
      fc.property(anyZone, anyZone, fc.nat(3), (a, other, kept) => {
        // Most pairs differ in one or two properties alone.
        const keys = Object.keys(other).slice(kept);
        const b = { ...a, ...Object.fromEntries(keys.slice(0, 2).map((key) => [key, other[key] ?? null])) };
        const changed = changedProperties(zoneFields, a, b).map(([key]) => key);
        if (changed.length === 0) equal += 1;
        expect(differingProperties(a, b, "cafe").toSorted()).to.deep.equal(changed.toSorted());
      }),
      { seed, numRuns: 3000 },
    );
    expect(equal).to.be.greaterThan(100);
  });

  const shapes: [what: string, a: JsonObject[], b: JsonObject[], same: boolean][] = [
    ["in another order", [circle(), circle(50, { name: "b" })], [circle(50, { name: "b" }), circle()], true],
    ["of another name and colour", [circle()], [circle(40, { name: "b", color: "#FF0000" })], true],
    ["beside a beacon", [circle()], [circle(), { type: "beacon", name: "b" }], true],
    ["twice", [circle()], [circle(), circle(40, { name: "b" })], false],
    ["of another kind", [line(0, 1, 2)], [polygon(0, 1, 2)], false],
    ["as a line backwards", [line(0, 1, 2)], [line(2, 1, 0)], true],
    ["as a ring backwards", [polygon(0, 1, 2, 3)], [polygon(1, 0, 3, 2)], true],
    ["as a ring in another order", [polygon(0, 1, 2, 3)], [polygon(0, 2, 1, 3)], false],
  ];
  for (const [what, a, b, same] of shapes) {
    it(`cover ${same ? "the same" : "another"} ground with a shape ${what}`, () => {
      expect(haveSameShapes(plain(a), plain(b))).to.equal(same);
    });
  }
});

function line(...order: number[]): JsonObject {
  return { type: "geoline", name: "l", vertices: order.map((at) => corners[at] ?? null) };
}

function polygon(...order: number[]): JsonObject {
  return { type: "polygon", name: "p", vertices: order.map((at) => corners[at] ?? null) };
}

function plain(geofeatures: JsonObject[]) {
  const reading = plainZoneOf(zone({ geofeatures }), "cafe");
  if (!("zone" in reading)) throw new Error("It can be read.");
  return reading.zone;
}
