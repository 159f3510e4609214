/** A beacon of the account as a part of a zone. The helper returns the plain arguments. */
import type { Input } from "@pulumi/pulumi";

import type { ExtraFields } from "../extra-fields";
import type { PointArgs } from "../point";
import type { BeaconGeofeatureArgs } from "./geofeatures";

/** The properties of a beacon that its geofeature repeats: a Beacon, a result of `getBeacon`, or an object. */
export interface BeaconSource {
  /** The name in the console. */
  name: Input<string>;
  /** The phones it is for. */
  beaconType: Input<"IOS" | "Android" | "Both">;
  /** The place of the beacon. */
  location: Input<PointArgs>;
  /**
   * A note.
   *
   * @default none
   */
  description?: Input<string | undefined>;
  /**
   * Groups beacons under a `proximityUUID`.
   *
   * @default none
   */
  major?: Input<number | undefined>;
  /**
   * One beacon of its group.
   *
   * @default none
   */
  minor?: Input<number | undefined>;
  /**
   * Apple's iBeacon group.
   *
   * @default none
   */
  proximityUUID?: Input<string | undefined>;
  /**
   * The hardware address.
   *
   * @default none
   */
  macAddress?: Input<string | undefined>;
  /**
   * Transmit power in dBm.
   *
   * @default none
   */
  txPower?: Input<number | undefined>;
  /**
   * The account that owns it.
   *
   * @default none
   */
  accountId?: Input<string | undefined>;
}

/** The options of a beacon in a zone. */
export interface BeaconOptions extends ExtraFields {
  /**
   * The name of the geofeature, unique in its zone.
   *
   * @default the beacon's name
   */
  name?: Input<string>;
  /**
   * The distance of a phone: within an inch, about 6 feet, or the range of the signal.
   *
   * @default the API's
   */
  proximity?: Input<"Immediate" | "Near" | "Far">;
}

/**
 * A beacon of the account as a geofeature of a zone.
 *
 * @param source has a beacon's properties: a Beacon, what `getBeacon` or `getBeaconOutput` found, or a plain object
 * @example
 * const counter = new bluedot.Beacon("counter", { beaconType: "IOS", location, proximityUUID, major: 1, minor: 2 });
 * const geofeatures = [bluedot.beacon(counter, { proximity: "Near" })];
 */
export function beacon(source: BeaconSource, options?: BeaconOptions): BeaconGeofeatureArgs;
// An Output that holds nothing is to the engine as if it were not there.
export function beacon(
  source: BeaconSource,
  options: BeaconOptions = {},
): BeaconSource & { type: Input<"beacon"> } {
  const { name, beaconType, location } = source;
  const { description, major, minor, proximityUUID, macAddress, txPower, accountId } = source;
  const given = { description, major, minor, proximityUUID, macAddress, txPower, accountId };
  const there = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return { type: "beacon", name, beaconType, location, ...there, ...options };
}
