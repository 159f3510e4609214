/**
 * What an update that was not all done leaves open. The engine keeps the arguments of the run before, with their marks:
 * a refresh would show in clear what is a secret only since. So it stays out of the state, which names it instead, and
 * the next update goes by what the API holds of it.
 */
import { isObject, isString, own, stableText, type Json, type JsonObject } from "../json";
import { holdsSecret, type Property } from "../schema/field";
import { knownOf } from "../schema/known";
import type { Definition } from "./definition";

/** Permanent: states hold it. */
const hidden = "__unsettled";

/** The properties that are open; of the extra fields each: `extraFields.dwell`. */
export function unsettledIn(state: JsonObject): string[] {
  const keys = state[hidden];
  return Array.isArray(keys) ? keys.filter(isString) : [];
}

/** As a refresh leaves it. */
export function lastingUnsettled(state: JsonObject): JsonObject {
  return own(state, hidden) === undefined ? {} : { [hidden]: unsettledIn(state) };
}

/** What is secret in an update and was not recorded before it. */
export function newSecrets({ fields }: Definition, olds: JsonObject, declared: JsonObject): string[] {
  return Object.entries(declared).flatMap(([key, value]) => {
    const property = fields.properties[key];
    if (property === undefined || !isSecret(property)) return [];
    return stableText(olds[key]) === stableText(value) ? [] : [key];
  });
}

/** A state without these, in which they are open, beside what was before. */
export function leftOpen(
  keys: readonly string[],
  { olds, declared }: { readonly olds: JsonObject; readonly declared: JsonObject },
  state: JsonObject,
): JsonObject {
  const names = [...unsettledIn(olds), ...keys.flatMap((key) => namesOf(key, [olds[key], declared[key]]))];
  const open = new Set(names.map((name) => name.split(".")[0]));
  const rest = Object.entries(state).filter(([key]) => !open.has(key));
  return { ...Object.fromEntries(rest), ...(names.length > 0 && { [hidden]: [...new Set(names)].sort() }) };
}

/** What was declared before, as far as is known: of what is open, what the API holds. */
export function knownBefore({ fields }: Definition, olds: JsonObject, held: JsonObject): JsonObject {
  const before = { ...olds };
  for (const name of unsettledIn(olds)) {
    const [key = "", ...rest] = name.split(".");
    const field = fields.properties[key]?.field;
    if (rest.length > 0) {
      const extra = before[key];
      before[key] = {
        ...(isObject(extra) ? extra : {}),
        [rest.join(".")]: own(held, rest.join(".")) ?? null,
      };
    } else if (field !== undefined) {
      before[key] = knownOf(field, own(held, key), "with") ?? null;
    }
  }
  return before;
}

/** The API holds extra fields beside the others. */
function namesOf(key: string, versions: readonly (Json | undefined)[]): string[] {
  if (key !== "extraFields") return [key];
  return versions.flatMap((extra) =>
    isObject(extra) ? Object.keys(extra).map((name) => `${key}.${name}`) : [],
  );
}

function isSecret(property: Property): boolean {
  return property.secret === true || holdsSecret(property.field);
}
