/** A DestinationSet's properties; those of one of its destinations are a Destination's. */
import { plainObject, required } from "../schema/field";

export const destinationSetFields = plainObject({ destinations: required({ kind: "any" }) });
