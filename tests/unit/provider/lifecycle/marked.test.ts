import { expect } from "chai";

import type { JsonObject } from "../../../../provider/json";
import { check } from "../../../../provider/lifecycle/check";
import { HalfMade } from "../../../../provider/lifecycle/half-made";
import { hiding, lastingMarks } from "../../../../provider/lifecycle/marked";
import { read } from "../../../../provider/lifecycle/read";
import { update } from "../../../../provider/lifecycle/update";
import { project as projectDefinition } from "../../../../provider/project/lifecycle";
import { zone as zoneDefinition } from "../../../../provider/zone/lifecycle";
import { circle, zone } from "../samples";
import { refusal, standIn } from "./stand-in";

const id = "11111111-1111-4111-8111-111111111111";

function said(marks: string[], properties: JsonObject): string[] {
  const { definition } = hiding(standIn(zoneDefinition, []).operation, { __secret: marks });
  const { failures, warnings } = check(definition, zone(properties));
  return [...failures, ...warnings].map(({ property, reason }) => `${property}: ${reason}`);
}

describe("what the program marks as secret", () => {
  const cases: [what: string, marks: string[], properties: JsonObject, said: string][] = [
    [
      "a value of a map",
      ["customData.pin"],
      { customData: { pin: 4711 } },
      'customData["pin"]: its value (a secret) must be text',
    ],
    [
      "a part of a geofeature",
      ["geofeatures.radius"],
      { geofeatures: [circle({ radius: -47.11 })] },
      "geofeatures[0].radius: its value (a secret) must be a number of metres, 5 or more",
    ],
    [
      "all of a list",
      ["geofeatures"],
      { geofeatures: [circle({ name: "4711" }), circle({ name: "4711" })] },
      "geofeatures[1].name: its value (a secret) is used by geofeatures[0] too; names of geofeatures are unique in a zone",
    ],
    [
      "the type of a part",
      ["geofeatures"],
      { geofeatures: [circle({ type: "circle4711" })] },
      'geofeatures[0].type: its value (a secret) must be one of "circle", "boundingBox", "polygon", "geoline", "beacon"',
    ],
    [
      "what a rule is about",
      ["tags"],
      { tags: ["4711", "4711"] },
      "tags[1]: it is not as the limits in docs/limits.md have it (what is wrong is not shown, since it is a secret)",
    ],
    [
      "what a rule of a part is about",
      ["conditions.maximumSpeed"],
      { conditions: [{ type: "speed", minimumSpeed: 50, maximumSpeed: 47.11 }] },
      "conditions[0].minimumSpeed: it is not as the limits in docs/limits.md have it (what is wrong is not shown, since it is a secret)",
    ],
  ];
  for (const [what, marks, properties, sentence] of cases) {
    it(`is judged and not shown: ${what}`, () => {
      expect(said(marks, properties)).to.deep.equal([sentence]);
      expect(said([], properties).join()).to.match(/47\.?11/);
    });
  }

  it("leaves what is not marked as open as it was", () => {
    const both = { tags: ["4711", "4711"], minimumRetriggerTime: -1 };
    expect(said(["customData.pin"], both)).to.deep.equal(said([], both));
    expect(said(["a.path.of", "nothing", "name.of.a.leaf"], both)).to.deep.equal(said([], both));
  });

  it("is recorded but for what is secret whoever declares it", () => {
    const __secret = [
      "firebaseApiKey",
      "integrations.mparticle.iosApiKey",
      "webhooks.headers.x",
      "webhooks.url",
    ];
    expect(lastingMarks(projectDefinition, { __secret })).to.deep.equal({ __secret: ["webhooks.url"] });
    expect(lastingMarks(projectDefinition, { __secret: ["firebaseApiKey"] })).to.deep.equal({});
    expect(lastingMarks(projectDefinition, {})).to.deep.equal({});
  });

  const marked = { customData: { pin: "4711" }, __secret: ["customData.pin"] };
  const held = (changes: JsonObject) =>
    zone({ _id: id, geofeatures: [circle({ _id: "fence-1" })], ...changes });
  const state = (changes: JsonObject) => zone({ zoneId: id, fenceIds: { door: "fence-1" }, ...changes });

  const versions: [what: string, news: JsonObject][] = [
    ["is", { ...marked, tags: ["new"] }],
    ["was", { customData: { pin: "4711" }, tags: ["new"] }],
  ];
  for (const [what, news] of versions) {
    it(`is not told where others changed what ${what} secret`, async () => {
      const theirs = held({ customData: { pin: "0815" } });
      const { operation, warnings } = standIn(zoneDefinition, [
        [200, theirs],
        [200, held(news)],
      ]);
      const olds = state(marked);
      await update(hiding(operation, olds, zone(news)), id, olds, zone(news));
      expect(warnings).to.deep.equal([
        'Zone "cafe": customData (it holds a secret) was changed outside this program, and is written over.',
      ]);
    });
  }

  it("is named to the session, for the API's words not to repeat it", async () => {
    const { operation, calls } = standIn(zoneDefinition, [
      [200, held(marked)],
      [200, held({ tags: ["new"] })],
    ]);
    const news = zone({ customData: { pin: "0815" }, tags: ["new"], __secret: ["customData.pin"] });
    await update(hiding(operation, state(marked), news), id, state(marked), news);
    expect(calls.map(({ secrets }) => secrets)).to.deep.equal([undefined, ["4711", "0815"]]);
  });

  it("stays in the state, for the next run to know", async () => {
    const { operation } = standIn(zoneDefinition, [
      [200, held(marked)],
      [200, held({ ...marked, tags: ["new"] })],
    ]);
    const news = zone({ ...marked, tags: ["new"] });
    const { outs } = await update(operation, id, state(marked), news);
    expect(outs).to.deep.include({ __secret: ["customData.pin"] });
    const seen = await read(standIn(zoneDefinition, [[200, held(news)]]).operation, id, outs);
    expect(seen.inputs).to.deep.equal(news);
  });

  it("is left out of the state where an update that brought it is not finished, and sent by the next", async () => {
    const { operation } = standIn(zoneDefinition, [[200, held({})], [200, {}], new Error("no more")]);
    const news = zone({ ...marked, tags: ["new"] });
    const error = await refusal(update(hiding(operation, news), id, state({}), news));
    expect(error).to.be.instanceOf(HalfMade);
    expect(error).to.have.property("properties").that.does.not.have.property("customData");
    expect(error).to.have.nested.property("properties.tags").that.deep.equals(["new"]);
  });
});
