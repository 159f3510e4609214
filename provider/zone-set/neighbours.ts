/** Tells the program as a whole of a set's zones, so that they are compared with each other and with all others. */
import type { Resource } from "@pulumi/pulumi";

import { isObject } from "../json";
import { currentProgram } from "../program";
import { isLater } from "../zone/points";
import type { ZoneSetArgs } from "./args";

export function declareZones(set: Resource, name: string, { zones, projectId }: ZoneSetArgs): void {
  // A program without types may leave them out, which is told with all that is wrong.
  if (isLater(zones) || !isObject(zones)) return;
  const program = currentProgram();
  if (program === undefined) return;
  for (const [key, zone] of Object.entries(zones)) {
    if (!isObject(zone) || isLater(zone)) continue;
    program.zone(set, `${name}/${key}`, { ...zone, name: zone["name"] ?? key, projectId });
  }
}
