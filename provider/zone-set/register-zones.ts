/** Registers the zones of a set for the checks across resources. */
import type { CustomResourceOptions, Resource } from "@pulumi/pulumi";

import { afterDestinations, currentProgram, knownObjects } from "../program/cross-resource-checks";
import type { ZoneSetArgs } from "./args";

/**
 * Called before the set is registered.
 *
 * @throws ProgramError if the program has declared one of its zones before
 */
export function refuseRepeatedZones(name: string, args: ZoneSetArgs): void {
  const program = currentProgram();
  for (const [key, zone] of program === undefined ? [] : zonesOf(args)) {
    const subject = `ZoneSet "${name}": zones[${JSON.stringify(key)}]`;
    program?.declare({ name: `${name}/${key}`, subject, args: zone });
  }
}

export function declareZones(set: Resource, name: string, args: ZoneSetArgs): void {
  const program = currentProgram();
  if (program === undefined) return;
  for (const [key, zone] of zonesOf(args)) program.zone(set, `${name}/${key}`, zone);
}

function zonesOf({ zones, projectId }: ZoneSetArgs): [key: string, args: object][] {
  return knownObjects(zones).map(([key, zone]) => [key, { ...zone, name: zone["name"] ?? key, projectId }]);
}

/** Adds a dependency on the destinations of the zones. */
export function afterTheirDestinations(
  { zones }: ZoneSetArgs,
  opts: CustomResourceOptions | undefined,
): CustomResourceOptions | undefined {
  return afterDestinations(
    knownObjects(zones).map(([, zone]) => zone["destinationId"]),
    opts,
  );
}
