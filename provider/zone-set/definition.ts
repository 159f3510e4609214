import type { SetDefinition } from "../set/definition";
import { zone } from "../zone/definition";
import { zoneOfSetFields, zoneSetFields } from "./schema";

export const zoneSet: SetDefinition = {
  noun: "ZoneSet",
  of: zone,
  argument: "zones",
  fields: zoneSetFields,
  element: zoneOfSetFields,
  shared: ["projectId", "shouldSync"],
  keyed: ["name"],
  parts: "fenceIds",
};
