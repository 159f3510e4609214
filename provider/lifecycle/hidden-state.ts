import type { JsonObject } from "../json";

/**
 * Values that a program does not declare and does not see, beside the properties of a resource. No field of the API has
 * such a name. The keys of states for these values are in `dynamic/state-contract.ts`.
 */
export const HIDDEN = {
  /** The account in which the object was created or last seen. */
  account: "$account",
  /** The time of the create, in seconds since 1970. */
  created: "$created",
  /** The option `import`. */
  import: "$import",
  /** True in the state of a resource that was looked up with `get`. */
  lookedUp: "$lookedUp",
  /** The keys of the objects in a set whose texts a refresh must not show. */
  masked: "$masked",
  /** The name of a set in the program. */
  name: "$name",
  /** The objects of a set, encoded. As an argument it is only there if one of them is secret, and is empty. */
  objects: "$objects",
  /** The paths that an unfinished update may have changed. */
  pending: "$pending",
  /** The paths that the program marks as secret. */
  secret: "$secret",
} as const;

/** Every hidden value, by the name that the code uses. */
export type HiddenName = keyof typeof HIDDEN;

export function isHidden(key: string): boolean {
  return names.has(key);
}

export function withoutHidden(properties: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(properties).filter(([key]) => !isHidden(key)));
}

const names: ReadonlySet<string> = new Set(Object.values(HIDDEN));
