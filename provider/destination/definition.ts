import type { Definition } from "../lifecycle/definition";
import { destinationFields } from "./schema";

export const destination: Definition = {
  noun: "Destination",
  handler: "destination",
  collection: "/destinations",
  listed: () => ({}),
  fields: destinationFields,
  // The path of one is its own id; whether the API gives it another one as well is not documented.
  idField: "destinationId",
  idOutput: "destinationId",
  title: "name",
  identities: [{ words: "its destinationId", properties: ["destinationId"] }],
  computed: (_found, id) => ({ destinationId: id }),
  complete: () => true,
  pushes: false,
};
