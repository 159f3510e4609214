/** State = arguments + computed outputs, always whole. */
import { present, type JsonObject } from "../json";
import type { Definition } from "./definition";

/** What the engine hides of the arguments; the API never hears of it. */
const hidden = ["__import", "__secret"];

/** Only the arguments of a state. */
export function argumentsOf(definition: Definition, state: JsonObject): JsonObject {
  return present(
    Object.fromEntries(
      [...Object.keys(definition.fields.properties), ...hidden].map((key) => [key, state[key]]),
    ),
  );
}

/** What is hidden of them: a refresh gives it back as it is. */
export function hiddenOf(properties: JsonObject): JsonObject {
  return Object.fromEntries(
    hidden.flatMap((key) => {
      const value = properties[key];
      return value === undefined ? [] : [[key, value]];
    }),
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
