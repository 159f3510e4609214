/** State = arguments + computed outputs, always whole. */
import { present, type JsonObject } from "../json";
import type { Definition } from "./definition";

/** What the engine hides of the arguments; the API never hears of it. */
const hidden = ["__import"];

/** Only the arguments of a state. */
export function argumentsOf(definition: Definition, state: JsonObject): JsonObject {
  return present(
    Object.fromEntries(
      [...Object.keys(definition.fields.properties), ...hidden].map((key) => [key, state[key]]),
    ),
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
