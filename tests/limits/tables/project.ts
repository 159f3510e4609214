import { objects } from "../places";
import type { Section } from "../row";
import { ownName } from "./shared";

const { project, webhook, integrations, mparticle } = objects;

const hooks = (...types: string[]) => ({ webhooks: types.map((type) => ({ ...webhook.right, type })) });

export const projectTables: readonly Section[] = [
  {
    title: "Project",
    places: [project],
    from: [
      ["Config API 1.2.0", "nextRuleUpdateInterval", "integrations"],
      ["Bluedot's documentation", "webhooks"],
      ["this provider", "name", "firebaseApiKey", "forceDestroy"],
    ],
    defaults: ownName,
    rows: [
      {
        property: "webhooks",
        rule: "at most one webhook of a `type`",
        from: "Bluedot's documentation",
        accepted: [hooks("geoTrigger", "tempo", "wave", "helloOrder")],
        rejected: [[hooks("wave", "tempo", "wave"), "webhooks[2].type"]],
      },
    ],
  },
  {
    title: "Webhooks",
    part: true,
    places: [webhook],
    from: [
      ["Config API 1.2.0", "headers"],
      ["Bluedot's documentation", "type", "structure"],
      ["this provider", "url"],
    ],
    rows: [
      {
        property: "headers",
        rule: "no key is empty or has a space; secret",
        from: "Bluedot's documentation",
        accepted: [{ headers: { x: "", "x-api-key": "{accountId} and a space" } }],
        rejected: [[{ headers: { "x-api-key: k3y": "" } }], [{ headers: { "": "k3y" } }]],
      },
    ],
  },
  {
    title: "Integrations",
    part: true,
    places: [integrations, mparticle],
    from: [
      ["Config API 1.2.0", "mparticle"],
      ["this provider", "androidApiKey", "androidSecretKey", "iosApiKey", "iosSecretKey"],
    ],
    rows: [],
  },
];
