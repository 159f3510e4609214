import { isObject, isString, type JsonObject } from "../json";
import { HIDDEN } from "./hidden-state";

/** The option `import`, as the classes pass it on. */
export interface ImportRequest {
  /** The object to import. */
  readonly id: string;
  /** The resource's name in the program. */
  readonly as: string;
}

export function importOf(properties: JsonObject): ImportRequest | undefined {
  const option = properties[HIDDEN.import];
  if (!isObject(option)) return undefined;
  const { id, as } = option;
  return isString(id) && isString(as) ? { id, as } : undefined;
}

/**
 * The option, as a state records it. A recorded option stays, even if the program removes it or renames the resource: the
 * engine would show the difference with every other change.
 */
export function persistedImport(olds: JsonObject, news: JsonObject): JsonObject {
  const recorded = importOf(olds);
  const asked = importOf(news);
  const lasts = recorded !== undefined && (asked === undefined || asked.id === recorded.id);
  const option = lasts ? olds[HIDDEN.import] : news[HIDDEN.import];
  return option === undefined ? {} : { [HIDDEN.import]: option };
}
