import { expect } from "chai";

import type { JsonObject } from "../../../../provider/json";
import { encode, mergeResource } from "../../../../provider/schema/merge";
import { zoneFields } from "../../../../provider/zone/schema";
import { projectFields } from "../../../../provider/project/schema";
import { box, circle, polygon, zone } from "../samples";

const put = (declared: JsonObject, current: JsonObject, before: JsonObject = declared) =>
  mergeResource(zoneFields, zone(declared), { current: zone(current), before: zone(before) });

const named = (geofeature: JsonObject, id: string) => ({ ...geofeature, _id: id });
const show = { type: "message", title: "a", message: "m" };
const high = [
  { latitude: 1, longitude: 1, altitude: 7 },
  { latitude: 1, longitude: 2, altitude: 8 },
  { latitude: 2, longitude: 2, altitude: 9 },
];
const exit = { type: "timeActive", fromTime: "09:00:00", toTime: "17:00:00" };

describe("the body of a POST", () => {
  it("is what was declared, with extra fields in their place, and no instruction", () => {
    const declared = zone({
      extraFields: { laterField: 3 },
      shouldSync: true,
      geofeatures: [circle({ extraFields: { altitude: 1 } })],
    });
    expect(encode(zoneFields, declared)).to.deep.equal(
      zone({ laterField: 3, geofeatures: [circle({ altitude: 1 })] }),
    );
  });

  it("of a Project leaves out what concerns the provider alone", () => {
    expect(
      encode(projectFields, { name: "a", nextRuleUpdateInterval: 300, forceDestroy: true }),
    ).to.deep.equal({
      name: "a",
      nextRuleUpdateInterval: 300,
    });
  });
});

describe("the body of a PUT", () => {
  const cases: [string, JsonObject, JsonObject, JsonObject, JsonObject][] = [
    [
      "keeps fields that we do not know",
      {},
      { laterField: { minutes: 3 }, _id: "z" },
      {},
      { laterField: { minutes: 3 }, _id: "z" },
    ],
    ["keeps known fields that nobody declared", {}, { tags: ["console"] }, {}, { tags: ["console"] }],
    [
      "writes what is declared over what is held",
      { minimumRetriggerTime: 900 },
      {},
      {},
      { minimumRetriggerTime: 900 },
    ],
    [
      "keeps the id of a geofeature that is edited",
      { geofeatures: [circle({ radius: 50 })] },
      { geofeatures: [named(circle(), "1")] },
      {},
      { geofeatures: [named(circle({ radius: 50 }), "1")] },
    ],
    [
      "keeps ids when geofeatures are reordered",
      { geofeatures: [box(), circle()] },
      { geofeatures: [named(circle(), "1"), named(box(), "2")] },
      {},
      { geofeatures: [named(box(), "2"), named(circle(), "1")] },
    ],
    [
      "keeps ids when one is added before",
      { geofeatures: [box(), circle()] },
      { geofeatures: [named(circle(), "1")] },
      {},
      { geofeatures: [box(), named(circle(), "1")] },
    ],
    [
      "keeps ids when one is removed",
      { geofeatures: [box()] },
      { geofeatures: [named(circle(), "1"), named(box(), "2")] },
      {},
      { geofeatures: [named(box(), "2")] },
    ],
    [
      "keeps the id, and no more, when a geofeature becomes another kind",
      { geofeatures: [polygon({ name: "door" })] },
      { geofeatures: [named(circle({ color: "#000000" }), "1")] },
      {},
      { geofeatures: [named(polygon({ name: "door" }), "1")] },
    ],
    [
      "keeps unknown fields of a geofeature",
      { geofeatures: [circle({ radius: 50 })] },
      { geofeatures: [circle({ altitude: 3 })] },
      {},
      { geofeatures: [circle({ radius: 50, altitude: 3 })] },
    ],
    [
      "keeps a colour that the server chose",
      { geofeatures: [circle({ radius: 50 })] },
      { geofeatures: [circle({ color: "#111111" })] },
      {},
      { geofeatures: [circle({ radius: 50, color: "#111111" })] },
    ],
    [
      "drops a colour that was declared and is no more",
      { geofeatures: [circle()] },
      { geofeatures: [circle({ color: "#111111" })] },
      { geofeatures: [circle({ color: "#111111" })] },
      { geofeatures: [circle()] },
    ],
    ["empties tags that are no longer declared", {}, { tags: ["a"] }, { tags: ["a"] }, { tags: [] }],
    [
      "empties custom data that is no longer declared",
      {},
      { customData: { a: "b" } },
      { customData: { a: "b" } },
      { customData: {} },
    ],
    [
      "empties conditions that are no longer declared",
      {},
      { conditions: [exit] },
      { conditions: [exit] },
      { conditions: [] },
    ],
    [
      "leaves a destination that is no longer declared",
      {},
      { destinationId: "s" },
      { destinationId: "s" },
      {},
    ],
    [
      "leaves an extra field that is no longer declared",
      {},
      { laterField: 3 },
      { extraFields: { laterField: 3 } },
      {},
    ],
    ["writes an extra field", { extraFields: { laterField: 4 } }, { laterField: 3 }, {}, { laterField: 4 }],
    [
      "keeps what the API added to actions that nobody edits",
      { actions: [show] },
      { actions: [{ ...show, _id: "a" }] },
      { actions: [show] },
      { actions: [{ ...show, _id: "a" }] },
    ],
    [
      "keeps what the API added to an action that is edited",
      { actions: [{ ...show, title: "b" }] },
      { actions: [{ ...show, _id: "a" }] },
      { actions: [show] },
      { actions: [{ ...show, title: "b", _id: "a" }] },
    ],
    [
      "keeps what the API added to vertices that nobody moves",
      { geofeatures: [polygon()] },
      { geofeatures: [polygon({ vertices: high })] },
      { geofeatures: [polygon()] },
      { geofeatures: [polygon({ vertices: high })] },
    ],
    [
      "keeps what the API added to an extra field",
      { extraFields: { laterField: { minutes: 6 } } },
      { laterField: { minutes: 5, mode: "x" } },
      { extraFields: { laterField: { minutes: 5 } } },
      { laterField: { minutes: 6, mode: "x" } },
    ],
    [
      "takes out a part of an extra field that is no longer declared",
      { extraFields: { laterField: { minutes: 5 } } },
      { laterField: { minutes: 5, mode: "x" } },
      { extraFields: { laterField: { minutes: 5, mode: "x" } } },
      { laterField: { minutes: 5 } },
    ],
    [
      "writes a property that was an extra field before",
      { geofeatures: [circle({ color: "#111111" })] },
      { geofeatures: [circle({ color: "#000000" })] },
      { geofeatures: [circle({ extraFields: { color: "#000000" } })] },
      { geofeatures: [circle({ color: "#111111" })] },
    ],
    [
      "gives a geofeature that was renamed in the console its name back, and its id",
      { geofeatures: [circle()] },
      { geofeatures: [named(circle({ name: "gate" }), "1")] },
      { geofeatures: [circle()] },
      { geofeatures: [named(circle(), "1")] },
    ],
    [
      "gives no other geofeature the id of one that is gone",
      { geofeatures: [circle({ name: "gate", radius: 9 })] },
      { geofeatures: [named(circle(), "1")] },
      { geofeatures: [circle()] },
      { geofeatures: [circle({ name: "gate", radius: 9 })] },
    ],
    [
      "keeps unknown fields of a condition",
      { conditions: [{ ...exit, toTime: "18:00:00" }] },
      { conditions: [{ ...exit, zone: "UTC" }] },
      {},
      { conditions: [{ ...exit, toTime: "18:00:00", zone: "UTC" }] },
    ],
  ];
  for (const [what, declared, held, before, expected] of cases) {
    it(what, () => {
      expect(put(declared, held, before)).to.deep.equal(zone(expected));
    });
  }

  it("tells two conditions of one type apart though one of them is edited", () => {
    const late = { ...exit, fromTime: "20:00:00", toTime: "22:00:00" };
    const body = put(
      { conditions: [{ ...exit, toTime: "18:00:00" }, late] },
      {
        conditions: [
          { ...late, b: 2 },
          { ...exit, a: 1 },
        ],
      },
    );
    expect(body["conditions"]).to.deep.equal([
      { ...exit, toTime: "18:00:00", a: 1 },
      { ...late, b: 2 },
    ]);
  });

  it("tells two conditions of one type apart by their values", () => {
    const late = { ...exit, fromTime: "20:00:00", toTime: "22:00:00" };
    const body = put(
      { conditions: [late, exit] },
      {
        conditions: [
          { ...exit, a: 1 },
          { ...late, b: 2 },
        ],
      },
    );
    expect(body["conditions"]).to.deep.equal([
      { ...late, b: 2 },
      { ...exit, a: 1 },
    ]);
  });
});
