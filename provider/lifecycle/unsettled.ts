/**
 * What an update that was not all done leaves open. The engine keeps the arguments of the run before, with their marks:
 * a refresh would show in clear what is a secret only since. So it stays out of the state, which names its parts
 * instead, and the next update goes by what the API holds of them.
 */
import { isString, stableText, type JsonObject } from "../json";
import { isSecret, type Property } from "../schema/field";
import { pathsIn, pick, type Path } from "../schema/paths";
import type { Definition } from "./definition";

/** Permanent: states hold it. */
const hidden = "__unsettled";

/** The parts that are open: what was declared of them, before or in the run that was not all done. */
export function unsettledIn(state: JsonObject): Path[] {
  const paths = state[hidden];
  return Array.isArray(paths) ? paths.map((path) => (Array.isArray(path) ? path.filter(isString) : [])) : [];
}

/** As a refresh leaves it. */
export function lastingUnsettled(state: JsonObject): JsonObject {
  const paths = unsettledIn(state);
  return paths.length === 0 ? {} : { [hidden]: paths.map((path) => [...path]) };
}

/** The properties that are secret in an update and were not recorded before it. */
export function newSecrets({ fields }: Definition, olds: JsonObject, declared: JsonObject): string[] {
  return Object.entries(declared).flatMap(([key, value]) => {
    const property = fields.properties[key];
    if (property === undefined || !isHeld(property) || !isSecret(property)) return [];
    return stableText(olds[key]) === stableText(value) ? [] : [key];
  });
}

/** A state without these, in which they are open, beside what was open before. */
export function leftOpen(
  { fields }: Definition,
  keys: readonly string[],
  versions: readonly JsonObject[],
  state: JsonObject,
): JsonObject {
  const named = versions.flatMap((version) => {
    const parts = Object.entries(version).filter(([key]) => keys.includes(key));
    return parts.length === 0 ? [] : pathsIn(fields, Object.fromEntries(parts));
  });
  const before = versions.flatMap(unsettledIn);
  const paths = new Map([...before, ...named].map((path) => [JSON.stringify(path), [...path]]));
  const open = new Set([...paths.values()].map(([key]) => key));
  const rest = Object.entries(state).filter(([key]) => key !== hidden && !open.has(key));
  return { ...Object.fromEntries(rest), ...(paths.size > 0 && { [hidden]: [...paths.values()] }) };
}

/** What was declared before, as far as is known: of what is open, what the API holds. */
export function knownBefore({ fields }: Definition, olds: JsonObject, held: JsonObject): JsonObject {
  const open = unsettledIn(olds);
  return open.length === 0 ? olds : { ...olds, ...pick(fields, held, open) };
}

/** What is for the provider alone is settled at once, and an id that changes makes another object. */
function isHeld({ role, replaces }: Property): boolean {
  return role === "declared" && replaces !== true;
}
