/**
 * What an update leaves open whose answer was lost, or that was not all done. The engine keeps the arguments of the run
 * before, with their marks: whatever the program declares by the next run, what this one may have written has to be looked
 * at. So the state names the parts that were changed, and the next update goes by what the API holds of them. What is a
 * secret only since stays out of the state, as a refresh would show it in clear.
 */
import { isString, stableText, type JsonObject } from "../json";
import { isSecret, type Property } from "../schema/field";
import { pathsIn, pick, type Path } from "../schema/paths";
import { changedProperties } from "./changed-properties";
import type { Definition } from "./definition";
import { HIDDEN } from "./hidden-state";
import { declaredIn } from "./state";

/** The parts that are open: what was declared of them, before or in the run that was not all done. */
export function pendingPaths(state: JsonObject): Path[] {
  const paths = state[HIDDEN.pending];
  return Array.isArray(paths) ? paths.map((path) => (Array.isArray(path) ? path.filter(isString) : [])) : [];
}

/** As a refresh leaves it. */
export function persistedPending(state: JsonObject): JsonObject {
  return recordOf(pendingPaths(state));
}

/** The parts that an update changes, beside those that are open already. */
export function pendingAfter(definition: Definition, before: JsonObject, declared: JsonObject): JsonObject {
  const named = changedProperties(definition, before, declared).flatMap(([key, property]) => {
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

/** A state in which these parts are open, without those that are secret only since. */
export function withPending(
  definition: Definition,
  { olds, declared }: { readonly olds: JsonObject; readonly declared: JsonObject },
  state: JsonObject,
): JsonObject {
  const secrets = new Set(newSecrets(definition, olds, declared));
  const rest = Object.entries(state).filter(([key]) => key !== HIDDEN.pending && !secrets.has(key));
  return { ...Object.fromEntries(rest), ...pendingAfter(definition, olds, declared) };
}

/** What was declared before, as far as is known: of what is open, what the API holds. */
export function declaredBefore(definition: Definition, olds: JsonObject, held: JsonObject): JsonObject {
  const open = pendingPaths(olds);
  const keys = new Set(open.map(([key]) => key));
  const known = Object.entries(declaredIn(definition, olds)).filter(([key]) => !keys.has(key));
  return { ...Object.fromEntries(known), ...pick(definition.fields, held, open) };
}

function recordOf(paths: readonly Path[]): JsonObject {
  const each = new Map(paths.map((path) => [JSON.stringify(path), [...path]]));
  return each.size === 0 ? {} : { [HIDDEN.pending]: [...each.values()] };
}

/** What is for the provider alone is settled at once, and an id that changes makes another object. */
function isSent({ role, replaces }: Property): boolean {
  return role === "declared" && replaces !== true;
}
