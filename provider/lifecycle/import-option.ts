import { isObject, isString, type JsonObject } from "../json";

/** What the option `import` says, in the argument that the classes make of it. */
export interface Adoption {
  /** The object to take over. */
  readonly id: string;
  /** The resource's name in the program. */
  readonly as: string;
}

export function adoptionOf(properties: JsonObject): Adoption | undefined {
  const option = properties["__import"];
  if (!isObject(option)) return undefined;
  const { id, as } = option;
  return isString(id) && isString(as) ? { id, as } : undefined;
}
