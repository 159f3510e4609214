/** A change of the store, as its journal records it. */
import { z } from "zod";

import { collectionNames, kinds, type CollectionName, type Entities } from "../entities/kinds";

/** An entity that comes into a collection, or takes the place of the one with its key. */
export type Put<K extends CollectionName = CollectionName> = {
  [P in K]: { readonly collection: P; readonly entity: Entities[P] };
}[K];

/** An entity on its way into a collection. */
export const into: { readonly [K in CollectionName]: (entity: Entities[K]) => Put } = {
  projects: (entity) => ({ collection: "projects", entity }),
  zones: (entity) => ({ collection: "zones", entity }),
  destinations: (entity) => ({ collection: "destinations", entity }),
  beacons: (entity) => ({ collection: "beacons", entity }),
  users: (entity) => ({ collection: "users", entity }),
};

/** The same as it is written down, with its place in the order of creation. */
export type Placed<K extends CollectionName = CollectionName> = {
  [P in K]: {
    readonly op: "put";
    readonly collection: P;
    readonly seq: number;
    readonly entity: Entities[P];
  };
}[K];

export type Change =
  | Placed
  // The key of what is deleted is called id, as it was when every key was an `_id`.
  | { readonly op: "delete"; readonly collection: CollectionName; readonly id: string }
  | { readonly op: "clear" };

const change: z.ZodType<Change> = z.union([
  put("projects"),
  put("zones"),
  put("destinations"),
  put("beacons"),
  put("users"),
  z.object({ op: z.literal("delete"), collection: z.enum(collectionNames), id: z.string() }),
  z.object({ op: z.literal("clear") }),
]);

/** Changes of one operation are one line, so that a crash keeps all of them or none. */
export const changes = z.array(change);

function put<K extends CollectionName>(collection: K) {
  const entity: z.ZodType<Entities[K]> = kinds[collection].stored;
  return z.object({ op: z.literal("put"), collection: z.literal(collection), seq: z.int(), entity });
}
