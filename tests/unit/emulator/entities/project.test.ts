import { expect } from "chai";

import { ready, type Call } from "../client";
import { expectRefusal } from "./refusal";

const webhook = { type: "geoTrigger", url: "https://example.com/hook" };

const acceptedProjects: [string, object][] = [
  ["the shortest interval", { nextRuleUpdateInterval: 300 }],
  ["the longest interval", { nextRuleUpdateInterval: 172_800 }],
  [
    "a webhook of every type",
    { webhooks: ["geoTrigger", "tempo", "wave", "helloOrder"].map((type) => ({ ...webhook, type })) },
  ],
  ["headers", { webhooks: [{ ...webhook, headers: { "X-Key": "{customData.key} value" } }] }],
  ["a structure", { webhooks: [{ ...webhook, type: "helloOrder", structure: "default" }] }],
  ["integrations", { firebaseApiKey: "k", integrations: { mparticle: { iosApiKey: "k" } } }],
];

const refusedProjects: [string, object, string][] = [
  ["no name", { name: undefined }, "name"],
  ["no interval", { nextRuleUpdateInterval: undefined }, "nextRuleUpdateInterval"],
  ["a short interval", { nextRuleUpdateInterval: 299 }, "nextRuleUpdateInterval"],
  ["a long interval", { nextRuleUpdateInterval: 172_801 }, "nextRuleUpdateInterval"],
  ["half a second", { nextRuleUpdateInterval: 300.5 }, "nextRuleUpdateInterval"],
  ["the old type of webhook", { webhooks: [{ ...webhook, type: "trigger" }] }, "webhooks[0].type"],
  ["two webhooks of a type", { webhooks: [webhook, webhook] }, "webhooks"],
  ["a webhook without an address", { webhooks: [{ type: "wave" }] }, "webhooks[0].url"],
  ["an address that is none", { webhooks: [{ ...webhook, url: "example" }] }, "webhooks[0].url"],
  [
    "a header with a space",
    { webhooks: [{ ...webhook, headers: { "X Key": "v" } }] },
    "webhooks[0].headers.X Key",
  ],
  [
    "a header that is a number",
    { webhooks: [{ ...webhook, headers: { key: 1 } }] },
    "webhooks[0].headers.key",
  ],
  [
    "a key that is a number",
    { integrations: { mparticle: { iosApiKey: 1 } } },
    "integrations.mparticle.iosApiKey",
  ],
];

describe("the API's checks of projects", () => {
  let call: Call;

  before(async () => {
    ({ call } = await ready());
  });

  for (const [title, changes] of acceptedProjects) {
    it(`accept a project with ${title}`, async () => {
      const { status, body } = await call("POST", "/projects", projectWith(changes));
      expect(status, JSON.stringify(body)).to.equal(201);
    });
  }

  for (const [title, changes, field] of refusedProjects) {
    it(`refuse a project with ${title}`, async () => {
      expectRefusal(await call("POST", "/projects", projectWith(changes)), field);
    });
  }
});

function projectWith(changes: object): object {
  return { name: "Shops", nextRuleUpdateInterval: 600, ...changes };
}
