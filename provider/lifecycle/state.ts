/** State = arguments + computed outputs, always whole. */
import { present, type JsonObject } from "../json";
import type { Definition } from "./definition";

/** Only the arguments of a state. */
export function argumentsOf(definition: Definition, state: JsonObject): JsonObject {
  return present(
    Object.fromEntries(Object.keys(definition.fields.properties).map((key) => [key, state[key]])),
  );
}

export function stateOf(
  definition: Definition,
  declared: JsonObject,
  found: JsonObject,
  id: string,
): JsonObject {
  return { ...declared, ...definition.computed(found, id) };
}
