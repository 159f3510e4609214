/** A Destination's properties and their limits. */
import { customData, point } from "../schema/common";
import { object, optional, required, type Filled } from "../schema/field";
import { anyText, destinationId, emailAddress, name, uuid } from "../schema/leaves";
import { nullLocationRule } from "../location/null-island";
import { swappedLocationRule } from "../location/swapped-coordinates";
import type { DestinationArgs } from "./args";

export const destinationFields = object<Filled<DestinationArgs, "name">>(
  {
    destinationId: required(destinationId, { replaces: true }),
    name: required(name, { defaultsToName: true }),
    address: optional(anyText),
    location: optional(point),
    email: optional(emailAddress),
    customData: optional(customData, { apiDefault: {} }),
    projectId: optional(uuid),
  },
  [swappedLocationRule, nullLocationRule],
);
