/** A DestinationSet's properties; those of one of its destinations are a Destination's. */
import { optional, plainObject, required } from "../schema/field";
import { boolean } from "../schema/leaves";

export const destinationSetFields = plainObject({
  destinations: required({ kind: "any" }),
  retainOnRemove: optional(boolean, { role: "local" }),
});
