/** A Beacon's properties and their limits; a zone's geofeature of type `beacon` has the same and some more. */
import { isString } from "../json";
import { point } from "../schema/common";
import { object, optional, required, type Filled, type PropertiesOf, type Rule } from "../schema/field";
import { anyText, choice, integer, macAddress, name, uuid } from "../schema/leaves";
import { nullLocationRule } from "../location/null-island";
import { swappedLocationRule } from "../location/swapped-coordinates";
import type { BeaconArgs } from "./args";

type FilledArgs = Filled<BeaconArgs, "name">;

export const beaconProperties: PropertiesOf<FilledArgs> = {
  name: required(name),
  beaconType: required(choice("IOS", "Android", "Both")),
  location: required(point),
  description: optional(anyText),
  major: optional(integer({ least: 0, most: 65_535 })),
  minor: optional(integer({ least: 0, most: 65_535 })),
  proximityUUID: optional(uuid),
  macAddress: optional(macAddress),
  txPower: optional(integer({ least: -100, most: 0, unit: "dBm" })),
  accountId: optional(uuid, { accountDefault: true }),
};

/** Each kind of phone recognises a beacon by properties of its own. */
export const platformNeeds: Rule = (beacon) => {
  const type = isString(beacon["beaconType"]) ? beacon["beaconType"] : "";
  const ios = type === "IOS" || type === "Both" ? ["major", "minor", "proximityUUID"] : [];
  const android = type === "Android" || type === "Both" ? ["macAddress", "txPower"] : [];
  const missing = [...ios, ...android].filter((property) => beacon[property] === undefined);
  return missing[0] === undefined
    ? []
    : [{ property: missing[0], reason: `a beacon of beaconType "${type}" needs ${missing.join(", ")} too` }];
};

export const beaconFields = object<FilledArgs>(
  { ...beaconProperties, name: required(name, { defaultsToName: true }) },
  [platformNeeds, swappedLocationRule, nullLocationRule],
);
