import type { Input } from "@pulumi/pulumi";

import type { ExtraFields } from "../extra-fields";
import type { PointArgs } from "../point";

/** The data by which phones identify a Bluetooth beacon, and its location. */
export interface BeaconHardwareArgs extends ExtraFields {
  /** The phones it is for. */
  beaconType: Input<"IOS" | "Android" | "Both">;
  /** Its location. */
  location: Input<PointArgs>;
  /**
   * Anything worth a note, such as the shelf it hangs on.
   *
   * @default none
   */
  description?: Input<string>;
  /** Groups beacons under a `proximityUUID`: 0 to 65,535. Required for `IOS` and `Both`. */
  major?: Input<number>;
  /** One beacon of its group: 0 to 65,535. Required for `IOS` and `Both`. */
  minor?: Input<number>;
  /** Apple's iBeacon group, a UUID. Required for `IOS` and `Both`. */
  proximityUUID?: Input<string>;
  /** The hardware address, `00-14-22-01-23-45`. Required for `Android` and `Both`. */
  macAddress?: Input<string>;
  /** Transmit power in dBm: -100 to 0. Required for `Android` and `Both`. */
  txPower?: Input<number>;
  /**
   * The account that owns the beacon, a UUID.
   *
   * @default the one that signs in
   */
  accountId?: Input<string>;
}

/** The arguments of a Beacon. */
export interface BeaconArgs extends BeaconHardwareArgs {
  /**
   * The name in the console.
   *
   * @default the resource's name in the program
   */
  name?: Input<string>;
}
