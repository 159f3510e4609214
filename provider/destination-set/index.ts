import type * as pulumi from "@pulumi/pulumi";

import { currentProgram, knownObjects } from "../program/cross-resource-checks";
import { BluedotSet, objectOutputsOf, type SetKind } from "../dynamic/base-set";
import type { DestinationSetArgs } from "./args";

const kind: SetKind = {
  noun: "DestinationSet",
  handler: "destinationSet",
  objects: "destinations",
  outputs: [],
};

/**
 * Any number of destinations, also called stores, under one resource: planned, made and looked at in seconds, with a
 * change of one shown and made alone. Finished work is kept: if some fail, or a run is stopped, the next
 * `pulumi up` does only the rest.
 *
 * @example
 * const stores = new bluedot.DestinationSet("stores", {
 *   destinations: {
 *     "store-42": { address: "271 Collins Street, Melbourne", location: { latitude: -37.8166, longitude: 144.9631 } },
 *   },
 * });
 * const destinationId = stores.destinationIds["store-42"]; // for a zone, which is then created after its destination
 */
export class DestinationSet extends BluedotSet {
  /**
   * Key → the destination's `destinationId`, for zones that lead to it: they are created after it, as they are not where
   * a zone names it by plain text and is declared first.
   */
  readonly destinationIds: pulumi.Output<Record<string, string>>;

  /** Declares the destinations, which `pulumi up` makes and keeps as declared. */
  constructor(name: string, args: DestinationSetArgs, opts?: pulumi.CustomResourceOptions) {
    super(kind, name, args, args.destinations, opts);
    this.destinationIds = objectOutputsOf(this).apply((stores) =>
      Object.fromEntries(stores.map(({ key, id }) => [key, id])),
    );
    declareDestinations(this, name, args);
  }
}

/** Registers the set's destinations for the checks across resources. */
function declareDestinations(set: pulumi.Resource, name: string, { destinations }: DestinationSetArgs): void {
  const program = currentProgram();
  if (program === undefined) return;
  for (const [key, store] of knownObjects(destinations)) {
    const destinationId = store["destinationId"] ?? key;
    program.destination(set, `${name}/${key}`, { ...store, destinationId }, [destinationId]);
  }
}
