import { expect } from "chai";

import type { JsonObject } from "../../../../provider/json";
import { BluedotError } from "../../../../provider/errors";
import { check } from "../../../../provider/lifecycle/check";
import { create } from "../../../../provider/lifecycle/create";
import { diff } from "../../../../provider/lifecycle/diff";
import { PartialStateError } from "../../../../provider/lifecycle/partial-state-error";
import { newSecrets } from "../../../../provider/lifecycle/pending-update";
import { withSecretFields, persistedSecretPaths } from "../../../../provider/lifecycle/redaction";
import { read } from "../../../../provider/lifecycle/read";
import { update } from "../../../../provider/lifecycle/update";
import { project as projectDefinition } from "../../../../provider/project/definition";
import { zone as zoneDefinition } from "../../../../provider/zone/definition";
import { circle, zone } from "../samples";
import { recordedAccount, refusal, standIn } from "./stand-in";

const id = "11111111-1111-4111-8111-111111111111";

const held = (changes: JsonObject) =>
  zone({ _id: id, geofeatures: [circle({ _id: "fence-1" })], ...changes });
const state = (changes: JsonObject) =>
  zone({ zoneId: id, fenceIds: { door: "fence-1" }, ...recordedAccount, ...changes });

function lookOf(found: JsonObject, confirmed: () => Promise<JsonObject>) {
  return () => Promise.resolve({ found, confirmed });
}

function said(marks: string[], properties: JsonObject): string[] {
  const { definition } = withSecretFields(standIn(zoneDefinition, []).operation, { $secret: marks });
  const { failures, warnings } = check(definition, zone(properties));
  return [...failures, ...warnings].map(({ property, reason }) => `${property}: ${reason}`);
}

describe("what the program marks as secret", () => {
  const cases: [what: string, marks: string[], properties: JsonObject, said: string][] = [
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
      "the type of a part, alone",
      ["geofeatures.type"],
      { geofeatures: [circle({ type: "circle4711" })] },
      'geofeatures[0].type: its value (a secret) must be one of "circle", "boundingBox", "polygon", "geoline", "beacon"',
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

  const free: [what: string, marks: string[], properties: JsonObject, said: string][] = [
    [
      "a value of a map",
      ["customData.pin"],
      { customData: { pin: 4711 } },
      'customData["pin"]: its value (a secret) must be text',
    ],
    [
      "what a rule is about",
      ["tags"],
      { tags: ["4711", "4711"] },
      "tags[1]: it is not as the limits in docs/limits.md have it (what is wrong is not shown, since it is a secret)",
    ],
  ];
  for (const [what, marks, properties, sentence] of free) {
    it(`is judged and not shown, as free text is not either: ${what}`, () => {
      expect(said(marks, properties)).to.deep.equal([sentence]);
      expect(said([], properties).join()).to.not.match(/47\.?11/);
    });
  }

  it("leaves what is not marked as open as it was", () => {
    const both = { tags: ["4711", "4711"], minimumRetriggerTime: -1 };
    expect(said(["customData.pin"], both)).to.deep.equal(said([], both));
    expect(said(["a.path.of", "nothing", "name.of.a.leaf"], both)).to.deep.equal(said([], both));
  });

  it("is recorded but for what is secret whoever declares it", () => {
    const $secret = [
      "firebaseApiKey",
      "integrations.mparticle.iosApiKey",
      "webhooks.headers.x",
      "webhooks.url",
    ];
    expect(persistedSecretPaths(projectDefinition, { $secret })).to.deep.equal({
      $secret: ["webhooks.url"],
    });
    expect(persistedSecretPaths(projectDefinition, { $secret: ["firebaseApiKey"] })).to.deep.equal({});
    expect(persistedSecretPaths(projectDefinition, {})).to.deep.equal({});
  });

  const marked = { customData: { pin: "4711" }, $secret: ["customData.pin"] };

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
      await update(withSecretFields(operation, olds, zone(news)), id, olds, zone(news));
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
    const $secret = ["customData", "geofeatures.radius"];
    const news = zone({
      customData: { pin: "0815", name: "Jo" },
      geofeatures: [circle({ radius: 47 })],
      $secret,
    });
    await update(withSecretFields(operation, state(marked), news), id, state(marked), news);
    const all = ["0815", "40", "47", "4711", "Jo"];
    expect(calls.map(({ secrets }) => secrets?.().toSorted())).to.deep.equal([all, all]);
  });

  it("is not told where the API says that what a POST names is not there", async () => {
    const said = { errorType: "NotFoundError", errorMessages: { customData: "pin 4711 unknown" } };
    const { operation } = standIn(zoneDefinition, [[404, said]]);
    const error = await refusal(create(withSecretFields(operation, zone(marked)), zone(marked)));
    expect(error.message).to.contain("customData: pin [redacted] unknown");
  });

  it("stays in the state, for the next run to know", async () => {
    const { operation } = standIn(zoneDefinition, [
      [200, held(marked)],
      [200, held({ ...marked, tags: ["new"] })],
    ]);
    const news = zone({ ...marked, tags: ["new"] });
    const { outs } = await update(operation, id, state(marked), news);
    expect(outs).to.deep.include({ $secret: ["customData.pin"] });
    const seen = await read(standIn(zoneDefinition, [[200, held(news)]]).operation, id, outs);
    expect(seen.inputs).to.deep.equal(news);
  });

  it("costs a refresh nothing", async () => {
    const { operation, calls } = standIn(zoneDefinition, [[200, held(marked)]]);
    const confirmed = () => Promise.reject(new Error("asked again"));
    const lists = { ...operation.account().lists, look: lookOf(held(marked), confirmed) };
    const account = () => ({ ...operation.account(), lists });
    expect((await read({ ...operation, account }, id, state(marked))).id).to.equal(id);
    expect(calls).to.deep.equal([]);
  });

  it("is written once more where it was in clear before, and then no longer", () => {
    const inClear = { customData: { pin: "4711" } };
    expect(diff(zoneDefinition, state(inClear), zone(marked))).to.deep.equal({ changes: true, replaces: [] });
    expect(diff(zoneDefinition, state(marked), zone(marked))).to.deep.equal({ changes: false, replaces: [] });
    expect(diff(zoneDefinition, state(marked), zone(inClear))).to.deep.equal({
      changes: false,
      replaces: [],
    });
  });
});

describe("an update that brings a secret and is not finished", () => {
  const secret = {
    customData: { pin: "4711" },
    extraFields: { laterField: "4712" },
    minimumRetriggerTime: 900,
  };
  const marked = { ...secret, $secret: ["customData.pin", "extraFields.laterField"] };
  const now = { customData: secret.customData, laterField: "4712", minimumRetriggerTime: 900 };

  /** Returns the properties that the engine records of an update to secret values. */
  async function recorded(...answers: Parameters<typeof standIn>[1]): Promise<JsonObject> {
    const { operation } = standIn(zoneDefinition, [[200, held({})], ...answers]);
    const error = await refusal(
      update(withSecretFields(operation, zone(marked)), id, state({}), zone(marked)),
    );
    if (!(error instanceof PartialStateError)) throw error;
    return error.properties;
  }

  const lost = new BluedotError("unavailable", "no answer", { maybeDone: true });
  const ends: [what: string, answers: Parameters<typeof standIn>[1], changes: JsonObject][] = [
    ["whose second look failed", [[200, {}], new Error("no more")], { minimumRetriggerTime: 900 }],
    ["whose answer was lost", [lost], {}],
  ];
  for (const [what, answers, changes] of ends) {
    const left = {
      ...changes,
      $pending: [["minimumRetriggerTime"], ["customData"], ["extraFields", "laterField"]],
    };

    it(`leaves it out of the state, ${what}, also after a refresh`, async () => {
      const properties = await recorded(...answers);
      const { $secret, ...rest } = properties;
      expect([undefined, marked.$secret]).to.deep.include($secret);
      expect(rest).to.deep.equal(state(left));
      const { props, inputs } = await read(
        standIn(zoneDefinition, [[200, held(now)]]).operation,
        id,
        properties,
      );
      expect(JSON.stringify([props, inputs])).not.to.match(/471/);
      expect(props).to.deep.include({ $pending: left.$pending });
      expect(inputs).not.to.have.property("$pending");
    });

    for (const [then, news, sent] of [
      ["is sent by the next run, which asks for nothing else", zone(marked), held(now)],
      [
        "is taken away by the next run where the program has it no longer",
        zone({}),
        held({ customData: {} }),
      ],
    ] as const) {
      it(`${then}, ${what}`, async () => {
        const olds = await recorded(...answers);
        expect(diff(zoneDefinition, olds, news).changes).not.to.equal(false);
        const { operation, calls, warnings } = standIn(zoneDefinition, [
          [200, held(now)],
          [200, sent],
        ]);
        const { outs } = await update(withSecretFields(operation, olds, news), id, olds, news);
        expect(outs).to.deep.equal({
          ...news,
          zoneId: id,
          fenceIds: { door: "fence-1" },
          ...recordedAccount,
        });
        const bodies = calls.flatMap(({ body }) => (body === undefined ? [] : [body]));
        const expected = sent.customData === now.customData ? [] : [{ ...sent, shouldSync: false }];
        expect(bodies).to.deep.equal(expected);
        expect(warnings.join()).not.to.match(/customData|extraFields|laterField/);
      });
    }
  }

  const hook = { type: "wave", url: "https://hooks.example.com" };
  const projectOf = (changes: JsonObject) => ({ name: "coffee", nextRuleUpdateInterval: 300, ...changes });
  const theirs: [what: string, brought: JsonObject, held: JsonObject, taken: JsonObject][] = [
    [
      "a webhook",
      { webhooks: [{ ...hook, headers: { key: "471" } }] },
      { webhooks: [{ ...hook, headers: { key: "471" }, structure: "theirs" }] },
      { webhooks: [{ ...hook, headers: {}, structure: "theirs" }] },
    ],
    [
      "integrations",
      { integrations: { mparticle: { iosApiKey: "471" } } },
      { integrations: { mparticle: { iosApiKey: "471", androidApiKey: "theirs" } } },
      { integrations: { mparticle: { androidApiKey: "theirs" } } },
    ],
    [
      "extra fields within",
      { integrations: { mparticle: { extraFields: { webKey: { live: "471" } } } } },
      { integrations: { mparticle: { webKey: { live: "471", test: "theirs" }, beta: "theirs" } } },
      { integrations: { mparticle: { beta: "theirs" } } },
    ],
  ];
  for (const [what, brought, now, taken] of theirs) {
    it(`takes away nothing of others with what it brought: ${what}`, async () => {
      const olds = { ...projectOf({}), projectId: id };
      const heldNow = projectOf({ _id: id, ...now });
      const { operation } = standIn(projectDefinition, [[200, projectOf({ _id: id })], lost]);
      const error = await refusal(update(operation, id, olds, projectOf(brought)));
      if (!(error instanceof PartialStateError)) throw error;
      const { operation: next, calls } = standIn(projectDefinition, [
        [200, heldNow],
        [200, heldNow],
      ]);
      const bare = { webhooks: [hook], integrations: { mparticle: {} } };
      const kept = Object.fromEntries(Object.entries(bare).filter(([key]) => key in brought));
      await update(next, id, error.properties, projectOf(kept));
      expect(calls[1]?.body).to.deep.include(taken);
    });
  }

  it("records what concerns the provider alone", async () => {
    const { operation } = standIn(projectDefinition, [
      [200, projectOf({ _id: id })],
      [200, projectOf({ _id: id })],
    ]);
    const news = projectOf({ forceDestroy: true, $secret: ["forceDestroy"] });
    const { outs } = await update(
      withSecretFields(operation, news),
      id,
      { ...projectOf({}), projectId: id },
      news,
    );
    expect(outs).to.deep.include({ forceDestroy: true });
    expect(newSecrets(projectDefinition, {}, news)).to.deep.equal([]);
  });
});
