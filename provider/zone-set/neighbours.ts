/** Tells the program as a whole of a set's zones, so that they are compared with each other and with all others. */
import type { Resource } from "@pulumi/pulumi";

import { currentProgram, knownIn } from "../program";
import type { ZoneSetArgs } from "./args";

export function declareZones(set: Resource, name: string, { zones, projectId }: ZoneSetArgs): void {
  const program = currentProgram();
  if (program === undefined) return;
  for (const [key, zone] of knownIn(zones)) {
    program.zone(set, `${name}/${key}`, { ...zone, name: zone["name"] ?? key, projectId });
  }
}
