/** The same network with a provider that does nothing. */
import * as pulumi from "@pulumi/pulumi";

import { zoneArgs, zonesWanted } from "./zone-args";

/** Kept as short as the real one, and does what the engine needs: no request, no validation. */
const nothingHandler = `let made = 0; exports.handler = () => ({
  check: async (olds, news) => ({ inputs: news }),
  diff: async (id, olds, news) => ({ changes: false }),
  create: async (news) => ({ id: String(++made), outs: news }),
  read: async (id, props) => ({ id, props, inputs: props }),
  delete: async () => undefined,
});`;

class Nothing extends pulumi.CustomResource {
  constructor(noun: string, name: string, args: object) {
    super(`pulumi-nodejs:dynamic/bluedot:${noun}`, name, { ...args, __provider: nothingHandler });
  }
}

const project = new Nothing("Project", "network", {
  name: "network",
  nextRuleUpdateInterval: 86_400,
  forceDestroy: false,
});
for (let at = 0; at < zonesWanted(); at++) {
  new Nothing("Zone", `zone-${at}`, { projectId: project.id, ...zoneArgs(at) });
}
