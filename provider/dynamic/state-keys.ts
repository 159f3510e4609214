/** Hidden values have keys of their own in states; the layers below know `__account` as `$account`. */
import type { JsonObject } from "../json";
import { isHidden } from "../lifecycle/hidden-state";
import { STATE_KEYS } from "./state-contract";

/** Properties as the engine gives them, for the layers below. Hidden keys of a later version are left out. */
export function fromState(properties: JsonObject): JsonObject {
  return renamed(properties, (key) => (key.startsWith("__") ? nameOfKey.get(key) : key));
}

/** Properties of the layers below, as the engine records them. */
export function toState(properties: JsonObject): JsonObject {
  return renamed(properties, (name) => (isHidden(name) ? keyOfName.get(name) : name));
}

/** The string that names the handler, which the layers below do not see. */
export function providerOf(properties: JsonObject): JsonObject {
  const provider = properties[STATE_KEYS.provider];
  return provider === undefined ? {} : { [STATE_KEYS.provider]: provider };
}

function renamed(properties: JsonObject, nameOf: (key: string) => string | undefined): JsonObject {
  const result: JsonObject = {};
  for (const [key, value] of Object.entries(properties)) {
    const name = nameOf(key);
    if (name !== undefined) result[name] = value;
  }
  return result;
}

const pairs = Object.entries(STATE_KEYS).map(([name, key]) => [`$${name}`, key] as const);
const keyOfName: ReadonlyMap<string, string> = new Map(pairs);
const nameOfKey: ReadonlyMap<string, string> = new Map(
  pairs.filter(([name]) => isHidden(name)).map(([name, key]) => [key, name]),
);
