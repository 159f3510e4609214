/** A DestinationSet's properties; those of one of its destinations are a Destination's. */
import { optional, plainObject, required } from "../schema/field";
import { boolean } from "../schema/leaves";
import type { DestinationSetArgs } from "./args";

export const destinationSetFields = plainObject<DestinationSetArgs>({
  destinations: required({ kind: "any" }),
  retainOnRemove: optional(boolean, { role: "local" }),
});
