/** A ZoneSet's properties, and those of one of its zones. */
import { optional, plainObject, required, type ObjectField } from "../schema/field";
import { boolean, uuid } from "../schema/leaves";
import { zoneFields } from "../zone/schema";
import type { ZoneSetArgs } from "./args";

export const zoneSetFields = plainObject<ZoneSetArgs>({
  projectId: required(uuid, { replaces: true }),
  zones: required({ kind: "any" }),
  shouldSync: optional(boolean, { role: "instruction" }),
  retainOnRemove: optional(boolean, { role: "local" }),
});

/** The project is the set's. */
export const zoneOfSetFields: ObjectField = {
  ...zoneFields,
  properties: Object.fromEntries(
    Object.entries(zoneFields.properties).filter(([name]) => name !== "projectId"),
  ),
};
