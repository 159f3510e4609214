import type { Definition } from "../lifecycle/definition";
import { beaconFields } from "./schema";

export const beacon: Definition = {
  noun: "Beacon",
  handler: "beacon",
  collection: "/beacons",
  listed: () => ({}),
  fields: beaconFields,
  idField: "_id",
  idOutput: "beaconId",
  title: "name",
  identities: [
    { words: "its proximityUUID with major and minor", properties: ["proximityUUID", "major", "minor"] },
    { words: "its macAddress", properties: ["macAddress"] },
  ],
  computed: (_found, id) => ({ beaconId: id }),
  complete: () => true,
  pushes: false,
};
