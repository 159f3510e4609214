import { destination } from "../destination/definition";
import { destinationFields } from "../destination/schema";
import type { SetDefinition } from "../set/definition";
import { destinationSetFields } from "./schema";

export const destinationSet: SetDefinition = {
  noun: "DestinationSet",
  of: destination,
  argument: "destinations",
  fields: destinationSetFields,
  element: destinationFields,
  shared: [],
  keyed: ["destinationId", "name"],
};
