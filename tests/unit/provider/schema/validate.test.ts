import { expect } from "chai";

import type { JsonObject } from "../../../../provider/json";
import { check } from "../../../../provider/lifecycle/check";
import { project as projectDefinition } from "../../../../provider/project/definition";
import { zone as zoneDefinition } from "../../../../provider/zone/definition";
import { beacon, box, circle, geoline, project, zone } from "../samples";

const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

const zoneFaults = (changes: JsonObject) => check(zoneDefinition, zone(changes)).failures;
const projectFaults = (changes: JsonObject) => check(projectDefinition, project(changes)).failures;

const fence = (changes: JsonObject) => ({ geofeatures: [circle(changes)] });
const of = (geofeature: JsonObject) => ({ geofeatures: [geofeature] });
const only = (condition: JsonObject) => ({ conditions: [condition] });

// The limits themselves are in tests/limits.
describe("the check of a Zone accepts", () => {
  const accepted: [string, JsonObject][] = [
    [
      "a beacon for iPhones with an Android field that is unknown",
      of(beacon({ beaconType: "IOS", macAddress: unknown, txPower: -1 })),
    ],
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
    ["a colour of a line", of(geoline({ color: "#000000" })), "geofeatures[0].color", /unknown property/],
    [
      "an iPhone's beacon without its numbers",
      of({ type: "beacon", name: "b", beaconType: "IOS", location: { latitude: 1, longitude: 1 } }),
      "geofeatures[0].major",
      /"IOS" needs major, minor, proximityUUID/,
    ],
    ["a condition without a kind", only({}), "conditions[0].type", /missing.*"speed"/],
    [
      "a misspelt kind of condition",
      only({ type: "sped" }),
      "conditions[0].type",
      /"sped".*did you mean "speed"\?/,
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
  it("proposes the name of an integration that is misspelt", () => {
    const [fault, ...others] = projectFaults({ integrations: { mParticle: {} } });
    expect(others).to.deep.equal([]);
    expect(fault?.property).to.equal("integrations.mParticle");
    expect(fault?.reason).to.match(/did you mean `mparticle`/);
  });

  it("never shows the value of a secret", () => {
    const faults = projectFaults({
      firebaseApiKey: ["canary"],
      integrations: { mparticle: { iosApiKey: { a: "canary" } } },
      webhooks: [{ type: "wave", url: "https://hooks.example.com/a", headers: { "x-key": ["canary"] } }],
    });
    expect(faults).to.have.length(3);
    expect(JSON.stringify(faults)).not.to.include("canary");
  });

  it("fills in the console's interval", () => {
    expect(check(projectDefinition, { name: "a" }).inputs).to.deep.equal(project({ name: "a" }));
  });
});

describe("the check's defaults", () => {
  it("reach the parts of a zone", () => {
    const news = zone({
      geofeatures: [circle(), box()],
      conditions: [{ type: "travelPath", minimumGeofeaturesCrossed: 2, timeOutSeconds: 60 }],
    });
    delete news["triggerOnExit"];
    const { inputs, failures } = check(zoneDefinition, news);
    expect(failures).to.deep.equal([]);
    expect(inputs).to.deep.include({ triggerOnExit: false });
    expect(inputs["conditions"]).to.deep.equal([
      { type: "travelPath", minimumGeofeaturesCrossed: 2, timeOutSeconds: 60, sequential: false },
    ]);
  });
});
