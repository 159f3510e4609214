/** State = arguments + computed outputs + the account, always whole. */
import { present, type JsonObject } from "../json";
import { accountRecord } from "./account-record";
import type { Definition } from "./definition";
import type { Operation } from "./context";
import { HIDDEN } from "./hidden-state";

/** Arguments that the classes add, and that are not sent to the API. */
const hiddenArguments = [HIDDEN.import, HIDDEN.secret];

/** The arguments of a state. */
export function argumentsOf(definition: Definition, state: JsonObject): JsonObject {
  return { ...declaredIn(definition, state), ...hiddenOf(state) };
}

/** The declared properties of a state. */
export function declaredIn({ fields }: Definition, state: JsonObject): JsonObject {
  return only(Object.keys(fields.properties), state);
}

/** The arguments of a state that the classes add. */
export function hiddenOf(state: JsonObject): JsonObject {
  return only(hiddenArguments, state);
}

function only(keys: readonly string[], state: JsonObject): JsonObject {
  return present(Object.fromEntries(keys.map((key) => [key, state[key]])));
}

/** The outputs that a program sees. */
export function outputsOf(
  definition: Definition,
  declared: JsonObject,
  found: JsonObject,
  id: string,
): JsonObject {
  return { ...declared, ...definition.computed(found, id) };
}

export function stateOf(
  { definition, account }: Pick<Operation, "definition" | "account">,
  declared: JsonObject,
  found: JsonObject,
  id: string,
): JsonObject {
  return { ...outputsOf(definition, declared, found, id), ...accountRecord(account()) };
}
