/** A Project's properties and their limits. */
import { z } from "zod";

import { list, object, optional, required, type Filled, type ObjectField } from "../schema/field";
import { anyText, boolean, choice, integer, name, text, webAddress } from "../schema/leaves";
import type { IntegrationsArgs, MparticleArgs, ProjectArgs, WebhookArgs } from "./args";

const secret = { secret: true } as const;

const webhook = object<WebhookArgs>({
  type: required(choice("geoTrigger", "tempo", "wave", "helloOrder")),
  url: required(webAddress),
  headers: optional(
    {
      kind: "map",
      keys: z.string().regex(/^\S+$/).describe("text without spaces"),
      values: z.string().describe("text"),
    },
    { ...secret, apiDefault: {} },
  ),
  structure: optional(anyText),
});

const keys = object<MparticleArgs>({
  androidApiKey: optional(text, secret),
  androidSecretKey: optional(text, secret),
  iosApiKey: optional(text, secret),
  iosSecretKey: optional(text, secret),
});

// A field that this provider does not know yet is a key too.
const mparticle: ObjectField<MparticleArgs> = {
  ...keys,
  properties: { ...keys.properties, extraFields: optional({ kind: "any" }, secret) },
};

export const projectFields = object<Filled<ProjectArgs, "name" | "nextRuleUpdateInterval">>({
  name: required(name, { defaultsToName: true }),
  nextRuleUpdateInterval: required(integer({ least: 300, most: 172_800, unit: "seconds" }), {
    fallback: 86_400,
  }),
  webhooks: optional(
    list("webhooks", webhook, { key: "type", unique: "a project has at most one webhook of a type" }),
    { apiDefault: [] },
  ),
  firebaseApiKey: optional(text, secret),
  integrations: optional(object<IntegrationsArgs>({ mparticle: optional(mparticle) })),
  forceDestroy: optional(boolean, { role: "local", fallback: false }),
});
