/** Tells the program as a whole of a set's zones, so that they are compared with each other and with all others. */
import type { CustomResourceOptions, Resource } from "@pulumi/pulumi";

import { afterDestinations, currentProgram, knownIn } from "../program";
import type { ZoneSetArgs } from "./args";

export function declareZones(set: Resource, name: string, { zones, projectId }: ZoneSetArgs): void {
  const program = currentProgram();
  if (program === undefined) return;
  for (const [key, zone] of knownIn(zones)) {
    program.zone(set, `${name}/${key}`, { ...zone, name: zone["name"] ?? key, projectId });
  }
}

/** The options of a set of zones: with a dependency on the destinations that they name. */
export function afterTheirDestinations(
  { zones }: ZoneSetArgs,
  opts: CustomResourceOptions | undefined,
): CustomResourceOptions | undefined {
  return afterDestinations(
    knownIn(zones).map(([, zone]) => zone["destinationId"]),
    opts,
  );
}
