import * as bluedot from "pulumi-bluedot";

import { field, heldIn, type Table } from "./table";

const hook = { type: "geoTrigger", url: "https://a.example.com" } as const;
const other = { type: "wave", url: "https://w.example.com" } as const;
const keys = ["androidApiKey", "androidSecretKey", "iosApiKey", "iosSecretKey"] as const;

export const project: Table<bluedot.ProjectArgs> = {
  noun: "Project",
  make: (name, args) => new bluedot.Project(name, args),
  get: (name, id) => {
    const { nextRuleUpdateInterval, projectId } = bluedot.Project.get(name, id);
    return { nextRuleUpdateInterval, projectId };
  },
  held: ({ projects }) => heldIn(projects, ({ _id }) => _id),
  fields: [
    field("name", ["one", "two", "three"], (name) => ({ name })),
    field("nextRuleUpdateInterval", [300, 301, 302], (nextRuleUpdateInterval) => ({
      nextRuleUpdateInterval,
    })),
    field(
      "webhooks[0].url",
      ["https://a.example.com", "https://b.example.com", "https://c.example.com"],
      (url) => ({ webhooks: [{ ...hook, url }, other] }),
    ),
    field("webhooks[0].structure", ["default", "second", "third"], (structure) => ({
      webhooks: [{ ...hook, structure }, other],
    })),
    field<Partial<bluedot.ProjectArgs>, "geoTrigger" | "tempo" | "helloOrder">(
      "webhooks[0].type",
      ["geoTrigger", "tempo", "helloOrder"],
      (type) => ({ webhooks: [{ type, url: "https://a.example.com" }] }),
    ),
    field("webhooks[0].extraFields.version", [1, 2, 3], (version) => ({
      webhooks: [{ ...hook, extraFields: { version } }],
    })),
    // The engine shows no part of what holds a secret.
    field(
      "webhooks[0].headers.key",
      ["1", "2", "3"],
      (key) => ({ webhooks: [{ ...hook, headers: { key } }] }),
      { shown: ["webhooks"] },
    ),
    field("firebaseApiKey", ["1", "2", "3"], (firebaseApiKey) => ({ firebaseApiKey })),
    ...keys.map((key) =>
      field(`integrations.mparticle.${key}`, ["1", "2", "3"], (value) => ({
        integrations: { mparticle: { [key]: value } },
      })),
    ),
    field("extraFields.plan", ["a", "b", "c"], (plan) => ({ extraFields: { plan } })),
  ],
  removals: [
    { path: "nextRuleUpdateInterval", declared: { nextRuleUpdateInterval: 300 }, held: 86_400 },
    { path: "webhooks", declared: { webhooks: [hook] }, held: [] },
    { path: "firebaseApiKey", declared: { firebaseApiKey: "1" }, held: undefined },
    { path: "integrations", declared: { integrations: { mparticle: { iosApiKey: "1" } } }, held: undefined },
    { path: "extraFields", declared: { extraFields: { plan: 1 } }, held: undefined },
  ],
  changes: [
    {
      title: "takes no notice of the order of webhooks",
      first: { webhooks: [hook, other] },
      then: { webhooks: [other, hook] },
      steps: [],
    },
    {
      title: "records forceDestroy, which is not sent to the API",
      first: { forceDestroy: false },
      then: { forceDestroy: true },
      steps: [["update", ["forceDestroy"]]],
    },
  ],
};
