import type * as pulumi from "@pulumi/pulumi";

import { BluedotSet, objectOutputsOf, type SetKind } from "../dynamic/base-set";
import { afterTheirDestinations, declareZones, refuseRepeatedZones } from "./register-zones";
import type { ZoneSetArgs } from "./args";

const kind: SetKind = { noun: "ZoneSet", handler: "zoneSet", objects: "zones", outputs: ["projectId"] };

/**
 * Any number of zones of one project under one resource: a network of thousands is planned, made and looked
 * at in seconds, and a change of one zone is shown and made alone. Finished work is kept: if some zones fail,
 * or a run is stopped, the next `pulumi up` does only the rest.
 *
 * @example
 * const stores = new bluedot.ZoneSet("stores", {
 *   projectId: project.id,
 *   zones: {
 *     "store-42": {
 *       minimumRetriggerTime: 3600,
 *       geofeatures: [{ type: "circle", name: "door", center: { latitude: -37.818, longitude: 144.9775 }, radius: 40 }],
 *     },
 *   },
 * });
 * export const zoneId = stores.zoneIds["store-42"];
 */
export class ZoneSet extends BluedotSet {
  declare readonly projectId: pulumi.Output<string>;
  /** Key → the zone's id in the API. */
  readonly zoneIds: pulumi.Output<Record<string, string>>;
  /** Key → geofeature name → its id, which analytics, webhooks and phones call the fence id. */
  readonly fenceIds: pulumi.Output<Record<string, Record<string, string>>>;

  /** Declares the zones, which `pulumi up` makes and keeps as declared. */
  constructor(name: string, args: ZoneSetArgs, opts?: pulumi.CustomResourceOptions) {
    refuseRepeatedZones(name, args);
    super(kind, name, args, args.zones, afterTheirDestinations(args, opts));
    const recorded = objectOutputsOf(this);
    this.zoneIds = recorded.apply((zones) => Object.fromEntries(zones.map(({ key, id }) => [key, id])));
    this.fenceIds = recorded.apply((zones) =>
      Object.fromEntries(zones.map(({ key, parts }) => [key, { ...parts }])),
    );
    declareZones(this, name, args);
  }
}
