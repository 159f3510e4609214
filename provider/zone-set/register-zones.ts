/** Shows the program as a whole a set's zones, so that they are compared with each other and with all others. */
import type { CustomResourceOptions, Resource } from "@pulumi/pulumi";

import { afterDestinations, currentProgram, knownIn } from "../program/cross-resource-checks";
import type { ZoneSetArgs } from "./args";

/**
 * Before the set is registered.
 *
 * @throws ProgramError where the program has declared one of its zones already
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
  return knownIn(zones).map(([key, zone]) => [key, { ...zone, name: zone["name"] ?? key, projectId }]);
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
