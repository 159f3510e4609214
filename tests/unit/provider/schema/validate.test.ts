import { expect } from "chai";

import type { JsonObject } from "../../../../provider/json";
import { check } from "../../../../provider/lifecycle/check";
import { project as projectDefinition } from "../../../../provider/project/definition";
import { zone as zoneDefinition } from "../../../../provider/zone/definition";
import { beacon, box, circle, geoline, polygon, project, zone } from "../samples";

const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

const zoneFaults = (changes: JsonObject) => check(zoneDefinition, zone(changes)).failures;
const projectFaults = (changes: JsonObject) => check(projectDefinition, project(changes)).failures;

const fence = (changes: JsonObject) => ({ geofeatures: [circle(changes)] });
const of = (geofeature: JsonObject) => ({ geofeatures: [geofeature] });
const only = (condition: JsonObject) => ({ conditions: [condition] });
const path = (changes: JsonObject) => ({
  geofeatures: [circle(), box()],
  conditions: [{ type: "travelPath", minimumGeofeaturesCrossed: 2, ...changes }],
});
const pairs = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`key${at}`, "value"]));

describe("the check of a Zone accepts", () => {
  const accepted: [string, JsonObject][] = [
    ["the shortest retrigger time", { minimumRetriggerTime: 60 }],
    ["the longest retrigger time", { minimumRetriggerTime: 3_599_940 }],
    ["the smallest circle", fence({ radius: 5 })],
    ["a place on the south pole and the date line", fence({ center: { latitude: -90, longitude: 180 } })],
    ["a colour in capitals", fence({ color: "#429BD5" })],
    ["a colour in small letters", fence({ color: "#429bd5" })],
    ["a box", of(box())],
    ["a triangle", of(polygon())],
    ["a line of two points", of(geoline())],
    ["a beacon for both platforms", of(beacon())],
    [
      "a beacon for iPhones with no Android fields",
      of(beacon({ beaconType: "IOS", macAddress: unknown, txPower: -1 })),
    ],
    ["a beacon at the edges of its ranges", of(beacon({ major: 0, minor: 65_535, txPower: -100 }))],
    ["a hardware address with colons", of(beacon({ macAddress: "01:17:C5:31:84:19" }))],
    ["20 pairs of custom data", { customData: pairs(20) }],
    ["angles 90° apart", only({ type: "travelDirection", fromAngle: 315, toAngle: 45 })],
    ["angles opposite each other", only({ type: "travelDirection", fromAngle: 0, toAngle: 180 })],
    ["the slowest and the fastest", only({ type: "speed", minimumSpeed: 0, maximumSpeed: 5 })],
    ["the shortest path", path({ timeOutSeconds: 60 })],
    ["the longest path", path({ timeOutSeconds: 86_400 })],
    ["the whole day", only({ type: "timeActive", fromTime: "00:00:00", toTime: "23:59:59" })],
    ["a day range open at its end", only({ type: "dayRange", startDate: "2026-02-28" })],
    ["a day range open at its start", only({ type: "dayRange", endDate: "2028-02-29" })],
    ["a message", { actions: [{ type: "message", title: "Hello", message: "There" }] }],
    ["an address of an app", { actions: [{ type: "url", url: "myapp://offers/1" }] }],
    ["fields of a later API", { extraFields: { dwell: { minutes: 5 } } }],
    ["fields of a later API in a geofeature", fence({ extraFields: { altitude: 12 } })],
    ["shouldSync", { shouldSync: true }],
    ["a destination", { destinationId: "store-42" }],
    ["a property that turns out to hold nothing", { tags: null, destinationId: null, triggerOnExit: null }],
    ["an unknown project", { projectId: unknown }],
    ["unknown geofeatures", { geofeatures: unknown }],
    ["an unknown latitude", fence({ center: { latitude: unknown, longitude: 3 } })],
    ["an unknown kind of geofeature", fence({ type: unknown })],
    ["an unknown angle", only({ type: "travelDirection", fromAngle: unknown, toAngle: 3 })],
    ["an unknown value of custom data", { customData: { store: unknown } }],
  ];
  for (const [what, changes] of accepted) {
    it(what, () => {
      expect(zoneFaults(changes)).to.deep.equal([]);
    });
  }
});

describe("the check of a Zone rejects, naming path, value and limit:", () => {
  const rejected: [string, JsonObject, string, RegExp][] = [
    ["a missing list of geofeatures", { geofeatures: null }, "geofeatures", /missing.*required/],
    ["no geofeature", { geofeatures: [] }, "geofeatures", /0 of geofeatures.*1 or more/],
    ["a short retrigger time", { minimumRetriggerTime: 59 }, "minimumRetriggerTime", /59.*60 to 3,599,940/],
    [
      "a long retrigger time",
      { minimumRetriggerTime: 3_599_941 },
      "minimumRetriggerTime",
      /3599941.*3,599,940/,
    ],
    [
      "a broken retrigger time",
      { minimumRetriggerTime: 60.5 },
      "minimumRetriggerTime",
      /60\.5.*whole number/,
    ],
    [
      "a retrigger time as text",
      { minimumRetriggerTime: "600" },
      "minimumRetriggerTime",
      /"600".*whole number/,
    ],
    ["an empty name", { name: "" }, "name", /"".*not empty/],
    ["a project that is no id", { projectId: "coffee" }, "projectId", /"coffee".*UUID/],
    ["a small circle", fence({ radius: 4.9 }), "geofeatures[0].radius", /4\.9.*metres, 5 or more/],
    [
      "a latitude beyond the pole",
      fence({ center: { latitude: 90.1, longitude: 100 } }),
      "geofeatures[0].center.latitude",
      /90\.1.*-90 to 90/,
    ],
    [
      "a longitude beyond the date line",
      fence({ center: { latitude: 0, longitude: -180.1 } }),
      "geofeatures[0].center.longitude",
      /-180\.1.*-180 to 180/,
    ],
    [
      "a place without longitude",
      fence({ center: { latitude: 0 } }),
      "geofeatures[0].center.longitude",
      /missing/,
    ],
    ["a colour by name", fence({ color: "red" }), "geofeatures[0].color", /"red".*#RRGGBB/],
    ["a colour of a line", of(geoline({ color: "#000000" })), "geofeatures[0].color", /unknown property/],
    [
      "a line of one point",
      of(geoline({ vertices: [{ latitude: 1, longitude: 1 }] })),
      "geofeatures[0].vertices",
      /1 of vertices.*2 or more/,
    ],
    [
      "a polygon of two points",
      of(
        polygon({
          vertices: [
            { latitude: 1, longitude: 1 },
            { latitude: 2, longitude: 1 },
          ],
        }),
      ),
      "geofeatures[0].vertices",
      /2 of vertices.*3 or more/,
    ],
    [
      "a box without a corner",
      of({ type: "boundingBox", name: "a", northEast: { latitude: 1, longitude: 1 } }),
      "geofeatures[0].southWest",
      /missing/,
    ],
    [
      "a geofeature without a name",
      of({
        type: "geoline",
        vertices: [
          { latitude: 1, longitude: 1 },
          { latitude: 2, longitude: 1 },
        ],
      }),
      "geofeatures[0].name",
      /missing/,
    ],
    [
      "an unknown kind of geofeature",
      fence({ type: "Circle" }),
      "geofeatures[0].type",
      /"Circle".*did you mean "circle"\?/,
    ],
    [
      "two geofeatures of one name",
      { geofeatures: [circle(), box({ name: "door" })] },
      "geofeatures[1].name",
      /"door".*geofeatures\[0\].*unique/,
    ],
    [
      "an iPhone's beacon without its numbers",
      of({ type: "beacon", name: "b", beaconType: "IOS", location: { latitude: 1, longitude: 1 } }),
      "geofeatures[0].major",
      /"IOS" needs major, minor, proximityUUID/,
    ],
    [
      "an Android beacon without its address",
      of({
        type: "beacon",
        name: "b",
        beaconType: "Android",
        location: { latitude: 1, longitude: 1 },
        txPower: -3,
      }),
      "geofeatures[0].macAddress",
      /"Android" needs macAddress/,
    ],
    [
      "a beacon's major beyond its range",
      of(beacon({ major: 65_536 })),
      "geofeatures[0].major",
      /65536.*0 to 65,535/,
    ],
    [
      "a beacon's minor below its range",
      of(beacon({ minor: -1 })),
      "geofeatures[0].minor",
      /-1.*0 to 65,535/,
    ],
    [
      "a beacon's power above its range",
      of(beacon({ txPower: 1 })),
      "geofeatures[0].txPower",
      /1.*-100 to 0/,
    ],
    [
      "a beacon's mixed hardware address",
      of(beacon({ macAddress: "01-17:c5-31-84-19" })),
      "geofeatures[0].macAddress",
      /six pairs/,
    ],
    [
      "a beacon's group that is no UUID",
      of(beacon({ proximityUUID: "x" })),
      "geofeatures[0].proximityUUID",
      /"x".*UUID/,
    ],
    [
      "a beacon for another platform",
      of(beacon({ beaconType: "Windows" })),
      "geofeatures[0].beaconType",
      /"Windows".*"IOS", "Android", "Both"/,
    ],
    [
      "an unknown proximity",
      of(beacon({ proximity: "Close" })),
      "geofeatures[0].proximity",
      /"Close".*"Immediate", "Near", "Far"/,
    ],
    ["21 pairs of custom data", { customData: pairs(21) }, "customData", /21 pairs.*at most 20/],
    ["a number in custom data", { customData: { store: 42 } }, 'customData["store"]', /a number.*text/],
    ["custom data as a list", { customData: ["a"] }, "customData", /a map/],
    ["an empty tag", { tags: ["a", ""] }, "tags[1]", /"".*not empty/],
    [
      "a negative speed",
      only({ type: "speed", minimumSpeed: -1, maximumSpeed: 9 }),
      "conditions[0].minimumSpeed",
      /-1.*0 or more/,
    ],
    [
      "a slow fastest speed",
      only({ type: "speed", minimumSpeed: 0, maximumSpeed: 4.9 }),
      "conditions[0].maximumSpeed",
      /4\.9.*5 or more/,
    ],
    [
      "angles 89° apart",
      only({ type: "travelDirection", fromAngle: 10, toAngle: 99 }),
      "conditions[0].toAngle",
      /10° and 99° are 89° apart.*90°/,
    ],
    [
      "angles near each other across north",
      only({ type: "travelDirection", fromAngle: 350, toAngle: 20 }),
      "conditions[0].toAngle",
      /30° apart/,
    ],
    [
      "an angle of 360°",
      only({ type: "travelDirection", fromAngle: 360, toAngle: 180 }),
      "conditions[0].fromAngle",
      /360.*0 to 359/,
    ],
    [
      "a broken angle",
      only({ type: "travelDirection", fromAngle: 0.5, toAngle: 180 }),
      "conditions[0].fromAngle",
      /0\.5.*whole/,
    ],
    [
      "a path of one geofeature",
      only({ type: "travelPath", minimumGeofeaturesCrossed: 1, timeOutSeconds: 60 }),
      "conditions[0].minimumGeofeaturesCrossed",
      /1.*2 or more/,
    ],
    ["a short path", path({ timeOutSeconds: 59 }), "conditions[0].timeOutSeconds", /59.*60 to 86,400/],
    ["a long path", path({ timeOutSeconds: 86_401 }), "conditions[0].timeOutSeconds", /86401/],
    [
      "24 o'clock",
      only({ type: "timeActive", fromTime: "00:00:00", toTime: "24:00:00" }),
      "conditions[0].toTime",
      /"24:00:00".*23:59:59/,
    ],
    [
      "a time without seconds",
      only({ type: "timeActive", fromTime: "09:00", toTime: "17:00:00" }),
      "conditions[0].fromTime",
      /"09:00".*HH:MM:SS/,
    ],
    [
      "a day that no calendar has",
      only({ type: "dayRange", startDate: "2026-02-29" }),
      "conditions[0].startDate",
      /"2026-02-29".*calendar/,
    ],
    [
      "a day range without days",
      only({ type: "dayRange" }),
      "conditions[0].startDate",
      /startDate, an endDate, or both/,
    ],
    [
      "an unknown kind of condition",
      only({ type: "sped" }),
      "conditions[0].type",
      /"sped".*did you mean "speed"\?/,
    ],
    ["a condition without a kind", only({}), "conditions[0].type", /missing.*"speed"/],
    [
      "a message without a title",
      { actions: [{ type: "message", message: "a" }] },
      "actions[0].title",
      /missing/,
    ],
    [
      "an address without a scheme",
      { actions: [{ type: "url", url: "bluedot.io" }] },
      "actions[0].url",
      /^it is text \(not shown\).*absolute/,
    ],
    [
      "a misspelt property",
      { minimumRetrigerTime: 60 },
      "minimumRetrigerTime",
      /`minimumRetrigerTime`; did you mean `minimumRetriggerTime`\?/,
    ],
    [
      "a misspelt property deep inside",
      fence({ centre: {} }),
      "geofeatures[0].centre",
      /did you mean `center`\?/,
    ],
    ["a property like nothing we know", { zoomlevel: 3 }, "zoomlevel", /unknown property.*`projectId`/],
    [
      "an extra field with an argument of its own",
      { extraFields: { tags: [] } },
      "extraFields.tags",
      /has a property of its own/,
    ],
    ["an extra id", { extraFields: { _id: "x" } }, "extraFields._id", /property of its own/],
    ["extra fields that are no map", { extraFields: 3 }, "extraFields", /a number.*an object/],
    ["shouldSync as a word", { shouldSync: "yes" }, "shouldSync", /"yes".*true or false/],
    [
      "a long value, shown short",
      { minimumRetriggerTime: "9".repeat(500) },
      "minimumRetriggerTime",
      /^it is .{78}, but/,
    ],
  ];
  for (const [what, changes, property, reason] of rejected) {
    it(what, () => {
      const faults = zoneFaults(changes);
      expect(faults.map((fault) => fault.property)).to.deep.equal([property]);
      expect(faults[0]?.reason).to.match(reason);
    });
  }

  it("every fault at once", () => {
    const faults = zoneFaults({
      name: "",
      minimumRetriggerTime: 1,
      geofeatures: [circle({ radius: 1, colour: "x" })],
      tags: [3],
    });
    expect(faults.map((fault) => fault.property)).to.have.members([
      "name",
      "minimumRetriggerTime",
      "geofeatures[0].radius",
      "geofeatures[0].colour",
      "tags[0]",
    ]);
  });
});

describe("the check of a Project", () => {
  const hook = (changes: JsonObject = {}) => ({
    type: "geoTrigger",
    url: "https://hooks.example.com/a",
    ...changes,
  });
  const rejected: [string, JsonObject, string, RegExp][] = [
    ["a short interval", { nextRuleUpdateInterval: 299 }, "nextRuleUpdateInterval", /299.*300 to 172,800/],
    ["a long interval", { nextRuleUpdateInterval: 172_801 }, "nextRuleUpdateInterval", /172801/],
    [
      "two webhooks of a type",
      { webhooks: [hook(), hook()] },
      "webhooks[1].type",
      /"geoTrigger".*at most one webhook of a type/,
    ],
    [
      "an unknown type of webhook",
      { webhooks: [hook({ type: "geotriger" })] },
      "webhooks[0].type",
      /"geotriger".*"helloOrder"/,
    ],
    [
      "a webhook by another protocol",
      { webhooks: [hook({ url: "ftp://a.example.com/" })] },
      "webhooks[0].url",
      /^it is text \(not shown\).*https/,
    ],
    [
      "a header key with a space",
      { webhooks: [hook({ headers: { "a b": "c" } })] },
      "webhooks[0].headers",
      /begins "a".*without spaces/,
    ],
    ["an empty key", { firebaseApiKey: "" }, "firebaseApiKey", /a secret.*not empty/],
    [
      "a misspelt integration",
      { integrations: { mParticle: {} } },
      "integrations.mParticle",
      /did you mean `mparticle`/,
    ],
  ];
  for (const [what, changes, property, reason] of rejected) {
    it(`rejects ${what}`, () => {
      const faults = projectFaults(changes);
      expect(faults.map((fault) => fault.property)).to.deep.equal([property]);
      expect(faults[0]?.reason).to.match(reason);
    });
  }

  it("never shows the value of a secret", () => {
    const faults = projectFaults({
      firebaseApiKey: ["canary"],
      integrations: { mparticle: { iosApiKey: { a: "canary" } } },
      webhooks: [hook({ headers: { "x-key": ["canary"] } })],
    });
    expect(faults).to.have.length(3);
    expect(JSON.stringify(faults)).not.to.include("canary");
  });

  it("accepts a webhook of each type", () => {
    const types = ["geoTrigger", "tempo", "wave", "helloOrder"];
    expect(
      projectFaults({ webhooks: types.map((type) => hook({ type, structure: "default" })) }),
    ).to.deep.equal([]);
  });

  it("fills in the console's interval", () => {
    expect(check(projectDefinition, { name: "a" }).inputs).to.deep.equal(project({ name: "a" }));
  });
});

describe("the check's defaults", () => {
  it("reach the parts of a zone", () => {
    const news = zone(path({ timeOutSeconds: 60 }));
    delete news["triggerOnExit"];
    const { inputs, failures } = check(zoneDefinition, news);
    expect(failures).to.deep.equal([]);
    expect(inputs).to.deep.include({ triggerOnExit: false });
    expect(inputs["conditions"]).to.deep.equal([
      { type: "travelPath", minimumGeofeaturesCrossed: 2, timeOutSeconds: 60, sequential: false },
    ]);
  });
});
