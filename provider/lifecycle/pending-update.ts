/**
 * Updates that failed in part or whose answer was lost. The engine keeps the arguments of the run before, with their
 * marks, so the state names the paths that the update may have changed, and the next update goes by their current values.
 * Values that are secret only since stay out of the state: a refresh would show them in clear.
 */
import { isString, stableText, type JsonObject } from "../json";
import { changedProperties } from "../schema/equivalent";
import { isSecret, type Property } from "../schema/field";
import { pathsIn, pick, type Path } from "../schema/paths";
import type { Definition } from "./definition";
import { HIDDEN } from "./hidden-state";
import { declaredIn } from "./state";

/** The paths that an unfinished update may have changed. */
export function pendingPaths(state: JsonObject): Path[] {
  const paths = state[HIDDEN.pending];
  return Array.isArray(paths) ? paths.map((path) => (Array.isArray(path) ? path.filter(isString) : [])) : [];
}

/** The pending paths, as a refresh keeps them. */
export function persistedPending(state: JsonObject): JsonObject {
  return recordOf(pendingPaths(state));
}

/** The pending paths, and those that an update changes. */
export function pendingAfter(definition: Definition, before: JsonObject, declared: JsonObject): JsonObject {
  const named = changedProperties(definition.fields, before, declared).flatMap(([key, property]) => {
    if (!isSent(property)) return [];
    const values = [before[key], declared[key]].filter((value) => value !== undefined);
    return values.flatMap((value) => pathsIn(property.field, value).map((path) => [key, ...path]));
  });
  return recordOf([...pendingPaths(before), ...named]);
}

/** The properties that are secret in an update and were not recorded before it. */
export function newSecrets({ fields }: Definition, olds: JsonObject, declared: JsonObject): string[] {
  return Object.entries(declared).flatMap(([key, value]) => {
    const property = fields.properties[key];
    if (property === undefined || !isSent(property) || !isSecret(property)) return [];
    return stableText(olds[key]) === stableText(value) ? [] : [key];
  });
}

/** The state with the paths that the update changes, and without values that are secret only since. */
export function withPending(
  definition: Definition,
  { olds, declared }: { readonly olds: JsonObject; readonly declared: JsonObject },
  state: JsonObject,
): JsonObject {
  const secrets = new Set(newSecrets(definition, olds, declared));
  const rest = Object.entries(state).filter(([key]) => key !== HIDDEN.pending && !secrets.has(key));
  return { ...Object.fromEntries(rest), ...pendingAfter(definition, olds, declared) };
}

/** The values declared before; for pending paths, the current values. */
export function declaredBefore(definition: Definition, olds: JsonObject, current: JsonObject): JsonObject {
  const pending = pendingPaths(olds);
  const keys = new Set(pending.map(([key]) => key));
  const known = Object.entries(declaredIn(definition, olds)).filter(([key]) => !keys.has(key));
  return { ...Object.fromEntries(known), ...pick(definition.fields, current, pending) };
}

function recordOf(paths: readonly Path[]): JsonObject {
  const each = new Map(paths.map((path) => [JSON.stringify(path), [...path]]));
  return each.size === 0 ? {} : { [HIDDEN.pending]: [...each.values()] };
}

/** Provider-only properties are not sent, and a changed id replaces the object. */
function isSent({ role, replaces }: Property): boolean {
  return role === "declared" && replaces !== true;
}
