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

/**
 * The option as a state is to hold it. Once it has done its work it stays as it was recorded, removed or renamed in the
 * program: the engine would show the difference with every other change.
 */
export function lastingOption(olds: JsonObject, news: JsonObject): JsonObject {
  const recorded = adoptionOf(olds);
  const asked = adoptionOf(news);
  const lasts = recorded !== undefined && (asked === undefined || asked.id === recorded.id);
  const option = lasts ? olds["__import"] : news["__import"];
  return option === undefined ? {} : { __import: option };
}
