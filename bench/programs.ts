/** The same network of zones twice: with our provider, and with one that does nothing. */
import * as pulumi from "@pulumi/pulumi";
import * as bluedot from "pulumi-bluedot";

import type { Program } from "../tests/acceptance/stack";

/** Kept as short as the real one, and does what the engine needs: no request, no judgement. */
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

function zoneArgs(at: number, projectId: pulumi.Input<string>): bluedot.ZoneArgs {
  return {
    projectId,
    name: `zone-${at}`,
    minimumRetriggerTime: 3600,
    triggerOnExit: false,
    geofeatures: [
      {
        type: "circle",
        name: "door",
        center: { latitude: -40 + (at % 80) / 10, longitude: 140 + Math.floor(at / 80) / 10 },
        radius: 40,
        color: "#429BD5",
      },
    ],
    customData: { store: String(at) },
  };
}

export function ours(count: number): Program {
  return () => {
    const project = new bluedot.Project("network");
    for (let at = 0; at < count; at++) new bluedot.Zone(`zone-${at}`, zoneArgs(at, project.id));
    return undefined;
  };
}

export function empty(count: number): Program {
  return () => {
    const project = new Nothing("Project", "network", {
      name: "network",
      nextRuleUpdateInterval: 86_400,
      forceDestroy: false,
    });
    for (let at = 0; at < count; at++) new Nothing("Zone", `zone-${at}`, zoneArgs(at, project.id));
    return undefined;
  };
}
