import type * as pulumi from "@pulumi/pulumi";

import type { PointArgs } from "../point";
import {
  BluedotResource,
  withDeclaredDefaults,
  resourceType,
  type OutputsOf,
} from "../dynamic/base-resource";
import type { BeaconArgs } from "./args";

type Outputs = OutputsOf<BeaconArgs>;

const kind = resourceType<keyof Outputs>({
  noun: "Beacon",
  handler: "beacon",
  idOutput: "beaconId",
  outputs: {
    name: "always",
    beaconType: "always",
    location: "always",
    description: "declared",
    major: "declared",
    minor: "declared",
    proximityUUID: "declared",
    macAddress: "declared",
    txPower: "declared",
    accountId: "declared",
    extraFields: "declared",
  },
});

/**
 * A Bluetooth beacon of the account. Zones use it as a geofeature.
 *
 * @example
 * const counter = new bluedot.Beacon("counter", {
 *   beaconType: "IOS",
 *   location: { latitude: -37.8128737, longitude: 144.9777056 },
 *   proximityUUID: "23a01af0-232a-4518-9c0e-323fb773f5ef", major: 12321, minor: 56466,
 * });
 */
export class Beacon extends BluedotResource implements Outputs {
  declare readonly name: pulumi.Output<string>;
  declare readonly beaconType: pulumi.Output<"IOS" | "Android" | "Both">;
  declare readonly location: pulumi.Output<pulumi.Unwrap<PointArgs>>;
  declare readonly description: pulumi.Output<string | undefined>;
  declare readonly major: pulumi.Output<number | undefined>;
  declare readonly minor: pulumi.Output<number | undefined>;
  declare readonly proximityUUID: pulumi.Output<string | undefined>;
  declare readonly macAddress: pulumi.Output<string | undefined>;
  declare readonly txPower: pulumi.Output<number | undefined>;
  declare readonly accountId: pulumi.Output<string | undefined>;
  declare readonly extraFields: pulumi.Output<Record<string, unknown> | undefined>;
  /** The beacon's id in the API; the same as `id`. */
  declare readonly beaconId: pulumi.Output<string>;

  /** Declares a beacon, which `pulumi up` makes and keeps as declared. */
  constructor(name: string, args: BeaconArgs, opts?: pulumi.CustomResourceOptions);
  /** @internal */
  constructor(name: string, args: undefined, opts: pulumi.CustomResourceOptions);
  constructor(name: string, args: BeaconArgs | undefined, opts?: pulumi.CustomResourceOptions) {
    super(kind, name, args === undefined ? {} : withDeclaredDefaults(kind, name, args, { name }), opts);
  }

  /**
   * Looks up a beacon that something else manages; one that does not exist is an error.
   *
   * @param name what it is called in this program
   * @param id the beacon's id
   * @throws an error in the preview already, where there is none of that id in the account and region
   * @example
   * const counter = bluedot.Beacon.get("counter", "ec09f506-44c8-482d-92d0-4ee57d5c42b4");
   */
  static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: pulumi.CustomResourceOptions): Beacon {
    return new Beacon(name, undefined, { ...opts, id });
  }
}
