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
  unique: "its proximityUUID with major and minor, or its macAddress",
  computed: (_found, id) => ({ beaconId: id }),
  complete: () => true,
  pushes: false,
};
