import * as bluedot from "pulumi-bluedot";

import { field, heldIn, type Table } from "./table";

const place = { latitude: -37.8, longitude: 144.9 };
const uuid = (digit: number) => `23a01af0-232a-4518-9c0e-323fb773f5e${digit}`;
const account = (digit: number) => `11111111-75b4-431b-adb2-eb6b9e54601${digit}`;
const mac = (at: number) => `00-14-22-01-23-${at.toString(16).padStart(2, "0")}`;

export const beacon: Table<bluedot.BeaconArgs> = {
  noun: "Beacon",
  make: (name, args, at) =>
    new bluedot.Beacon(name, {
      beaconType: "Both",
      location: place,
      proximityUUID: uuid(0),
      major: at,
      minor: 0,
      macAddress: mac(at),
      txPower: -10,
      ...args,
    }),
  get: (name, id) => {
    const { beaconType, beaconId } = bluedot.Beacon.get(name, id);
    return { beaconType, beaconId };
  },
  held: ({ beacons }) => heldIn(beacons, ({ _id }) => _id),
  fields: [
    field("name", ["one", "two", "three"], (name) => ({ name })),
    field<Partial<bluedot.BeaconArgs>, "Both" | "IOS" | "Android">(
      "beaconType",
      ["Both", "IOS", "Android"],
      (beaconType) => ({ beaconType }),
    ),
    field("location.latitude", [-37.8, -37.81, -37.82], (latitude) => ({ location: { ...place, latitude } })),
    field("location.longitude", [144.9, 144.91, 144.92], (longitude) => ({
      location: { ...place, longitude },
    })),
    field("description", ["till", "door", "shelf"], (description) => ({ description })),
    field("major", [1001, 1002, 1003], (major) => ({ major })),
    field("minor", [1, 2, 3], (minor) => ({ minor })),
    field("proximityUUID", [uuid(1), uuid(2), uuid(3)], (proximityUUID) => ({ proximityUUID })),
    field("macAddress", [mac(101), mac(102), mac(103)], (macAddress) => ({ macAddress })),
    field("txPower", [-1, -2, -3], (txPower) => ({ txPower })),
    field("accountId", [account(1), account(2), account(3)], (accountId) => ({ accountId })),
    field("extraFields.battery", ["a", "b", "c"], (battery) => ({ extraFields: { battery } })),
  ],
  removals: [
    { path: "description", declared: { description: "till" }, held: undefined },
    { path: "extraFields", declared: { extraFields: { battery: 1 } }, held: undefined },
  ],
  changes: [
    {
      title: "takes no notice of the spelling of a macAddress",
      first: { macAddress: "AA-BB-CC-DD-EE-FF" },
      then: { macAddress: "aa:bb:cc:dd:ee:ff" },
      steps: [],
    },
  ],
};
