import type { Definition } from "../lifecycle/definition";
import { userFields } from "./schema";

export const user: Definition = {
  noun: "User",
  handler: "user",
  collection: "/users",
  listed: () => ({}),
  fields: userFields,
  idField: "_id",
  idOutput: "userId",
  title: "email",
  identities: [{ words: "its email", properties: ["email"] }],
  computed: (_found, id) => ({ userId: id }),
  complete: () => true,
  pushes: false,
};
