import { expect } from "chai";

import type { Json, JsonObject } from "../../../../provider/json";
import { zoneFields } from "../../../../provider/zone/schema";
import { projectFields } from "../../../../provider/project/schema";
import { align } from "../../../../provider/schema/align";
import type { ObjectField } from "../../../../provider/schema/field";
import { box, circle, polygon, project, zone } from "../samples";

const seen = (declared: JsonObject, found: JsonObject, fields: ObjectField = zoneFields) =>
  align(fields, declared, found);

const timeActive = (fromTime: string) => ({ type: "timeActive", fromTime, toTime: "17:00:00" });
const sequence = { type: "travelPath", minimumGeofeaturesCrossed: 2, timeOutSeconds: 60, sequential: true };
const corners: Json[] = [
  { latitude: 1, longitude: 1 },
  { latitude: 1, longitude: 2 },
  { latitude: 2, longitude: 2 },
];

describe("no drift is", () => {
  const quiet: [string, JsonObject, JsonObject][] = [
    [
      "what the server adds beside the declared fields",
      {},
      { laterField: { minutes: 3 }, createdAt: "now", tags: ["later"] },
    ],
    [
      "an id and a colour the server gave a geofeature",
      {},
      { geofeatures: [circle({ _id: "1", color: "#000000" })] },
    ],
    ["geofeatures in another order", { geofeatures: [circle(), box()] }, { geofeatures: [box(), circle()] }],
    ["tags in another order", { tags: ["a", "b"] }, { tags: ["b", "a"] }],
    [
      "conditions in another order",
      { conditions: [timeActive("09:00:00"), { type: "dayRange", endDate: "2027-01-01" }] },
      { conditions: [{ type: "dayRange", endDate: "2027-01-01" }, timeActive("09:00:00")] },
    ],
    [
      "a colour in other letters",
      { geofeatures: [circle({ color: "#429bd5" })] },
      { geofeatures: [circle({ color: "#429BD5" })] },
    ],
    [
      "a closing point the server dropped",
      { geofeatures: [polygon({ vertices: [...corners, { latitude: 1, longitude: 1 }] })] },
      { geofeatures: [polygon({ vertices: corners })] },
    ],
    [
      "a closing point the server added",
      { geofeatures: [polygon({ vertices: corners })] },
      { geofeatures: [polygon({ vertices: [...corners, { latitude: 1, longitude: 1 }] })] },
    ],
    [
      "a number written as text",
      { geofeatures: [circle({ radius: 40 })] },
      { geofeatures: [circle({ radius: "40.0" })] },
    ],
    ["a declared false that the server leaves out", { triggerOnExit: false }, { triggerOnExit: null }],
    ["an empty list that the server leaves out", { tags: [] }, {}],
    ["empty custom data that the server leaves out", { customData: {} }, {}],
    [
      "an unknown field declared as it is",
      { extraFields: { laterField: { minutes: 3 } } },
      { laterField: { minutes: 3, _id: "9" } },
    ],
    [
      "a polygon that begins at another vertex",
      { geofeatures: [polygon({ vertices: corners })] },
      { geofeatures: [polygon({ vertices: [...corners.slice(1), ...corners.slice(0, 1)] })] },
    ],
    ["a word that the server keeps once", { tags: ["a", "a", "b"] }, { tags: ["b", "a"] }],
    [
      "an extra field with the name of what every object has",
      { extraFields: { constructor: 1 } },
      { constructor: 1 },
    ],
    ["shouldSync, which no server returns", { shouldSync: true }, {}],
  ];
  for (const [what, declared, found] of quiet) {
    it(what, () => {
      const program = zone(declared);
      const held = zone({ ...declared, ...found });
      delete held["shouldSync"];
      delete held["extraFields"];
      expect(seen(program, held)).to.deep.equal(program);
    });
  }

  it("an integration without keys that the server leaves out", () => {
    const program = project({ integrations: { mparticle: {} } });
    expect(seen(program, project(), projectFields)).to.deep.equal(program);
  });

  it("webhooks in another order, and headers nobody declared", () => {
    const geo = { type: "geoTrigger", url: "https://a.example.com" };
    const wave = { type: "wave", url: "https://b.example.com" };
    const program = project({ webhooks: [geo, wave] });
    expect(
      seen(program, project({ webhooks: [wave, { ...geo, headers: { a: "b" } }] }), projectFields),
    ).to.deep.equal(program);
  });
});

describe("drift is", () => {
  const loud: [string, JsonObject, JsonObject, JsonObject][] = [
    ["a declared field of another value", {}, { minimumRetriggerTime: 61 }, { minimumRetriggerTime: 61 }],
    ["a default that was changed", {}, { triggerOnExit: true }, { triggerOnExit: true }],
    [
      "a part of a geofeature",
      {},
      { geofeatures: [circle({ _id: "1", radius: 41 })] },
      { geofeatures: [circle({ radius: 41 })] },
    ],
    [
      "a geofeature that is gone",
      { geofeatures: [circle(), box()] },
      { geofeatures: [box()] },
      { geofeatures: [box()] },
    ],
    [
      "a geofeature that nobody declared",
      { geofeatures: [circle()] },
      { geofeatures: [box({ _id: "2" }), circle()] },
      { geofeatures: [circle(), box()] },
    ],
    [
      "a geofeature that was renamed, and nothing more of it",
      { geofeatures: [circle()] },
      { geofeatures: [circle({ name: "gate", color: "#000000" })] },
      { geofeatures: [circle({ name: "gate" })] },
    ],
    ["another word in place of a tag", { tags: ["a", "b"] }, { tags: ["b", "c"] }, { tags: ["c", "b"] }],
    [
      "a geofeature of another kind",
      { geofeatures: [circle()] },
      { geofeatures: [box({ name: "door" })] },
      { geofeatures: [box({ name: "door" })] },
    ],
    [
      "the order of geofeatures in a sequence",
      { geofeatures: [circle(), box()], conditions: [sequence] },
      { geofeatures: [box(), circle()], conditions: [sequence] },
      { geofeatures: [box(), circle()] },
    ],
    [
      "one condition among several",
      { conditions: [timeActive("09:00:00"), sequence] },
      { conditions: [sequence, timeActive("08:00:00")] },
      { conditions: [timeActive("08:00:00"), sequence] },
    ],
    [
      "a condition that nobody declared",
      { conditions: [sequence] },
      { conditions: [timeActive("08:00:00"), sequence] },
      { conditions: [sequence, timeActive("08:00:00")] },
    ],
    ["a tag more", { tags: ["a"] }, { tags: ["b", "a"] }, { tags: ["a", "b"] }],
    [
      "a pair of custom data more",
      { customData: { a: "b" } },
      { customData: { a: "b", c: "d" } },
      { customData: { a: "b", c: "d" } },
    ],
    [
      "another place of a vertex",
      { geofeatures: [polygon()] },
      { geofeatures: [polygon({ vertices: [...corners].reverse() })] },
      { geofeatures: [polygon({ vertices: [...corners].reverse() })] },
    ],
    [
      "an extra field",
      { extraFields: { laterField: 3 } },
      { laterField: 4 },
      { extraFields: { laterField: 4 } },
    ],
  ];
  for (const [what, declared, found, expected] of loud) {
    it(what, () => {
      const { extraFields, ...held } = zone({ ...declared, ...found });
      expect(extraFields).to.equal(declared["extraFields"]);
      expect(seen(zone(declared), held)).to.deep.equal(zone({ ...declared, ...expected }));
    });
  }

  for (const emptied of ["tags", "customData", "conditions", "actions", "destinationId"]) {
    it(`a declared \`${emptied}\` that was emptied`, () => {
      const values: JsonObject = {
        tags: ["a"],
        customData: { a: "b" },
        conditions: [sequence],
        actions: [{ type: "url", url: "https://a.example.com" }],
        destinationId: "store",
      };
      const program = zone({ [emptied]: values[emptied] ?? null });
      expect(seen(program, zone())).to.deep.equal(zone());
    });
  }

  it("a webhook that nobody declared, without its secret headers", () => {
    const geo = { type: "geoTrigger", url: "https://a.example.com" };
    const wave = { type: "wave", url: "https://b.example.com" };
    const held = project({ webhooks: [{ ...wave, headers: { key: "canary" } }, geo] });
    expect(seen(project({ webhooks: [geo] }), held, projectFields)).to.deep.equal(
      project({ webhooks: [geo, wave] }),
    );
  });
});
