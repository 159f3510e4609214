/** State = the set's own arguments + what it has made, packed. The texts of the arguments are in the inputs already. */
import { isString, type JsonObject } from "../json";
import { hidden, sharedOf, type SetDefinition } from "./definition";
import { pack, unpack, type Held } from "./packed";

export function heldIn(outputs: JsonObject): Held[] {
  const packed = outputs[hidden.packed];
  return isString(packed) && packed !== "" ? unpack(packed) : [];
}

export function stateOfSet(set: SetDefinition, properties: JsonObject, held: readonly Held[]): JsonObject {
  const inOrder = [...held].sort((a, b) => (a.key < b.key ? -1 : 1));
  return { ...sharedOf(set, properties), ...namesIn(properties), [hidden.packed]: pack(inOrder) };
}

/** What the class says of the set itself. */
export function namesIn(properties: JsonObject): JsonObject {
  const name = properties[hidden.name];
  return isString(name) ? { [hidden.name]: name } : {};
}
