/**
 * What the API holds, in the program's form and spelling: only what was declared, and where it means the same,
 * exactly as it was declared. What is left different is drift.
 */
import { isObject, present, type Json, type JsonObject } from "../json";
import { same, saysNothing } from "./canonical";
import { variantOf, type Field, type ListField, type ObjectField, type Property } from "./field";
import { Matcher } from "./match";

/** `found` as the program that declared `declared` would have written it; undefined where it is gone. */
export function align(
  field: Field,
  declared: Json,
  found: Json | undefined,
  root: JsonObject,
): Json | undefined {
  if (saysNothing(found)) return saysNothing(declared) ? declared : undefined;
  const aligned = alignParts(field, declared, found, root);
  return same(field, declared, aligned, root) ? declared : aligned;
}

function alignParts(field: Field, declared: Json, found: Json, root: JsonObject): Json | undefined {
  switch (field.kind) {
    case "object":
      if (isObject(declared) && isObject(found)) return alignObject(field, declared, found, root);
      return project(field, found);
    case "variants": {
      if (!isObject(declared) || !isObject(found)) return project(field, found);
      const variant = variantOf(field, found);
      return variant && declared["type"] === found["type"]
        ? alignObject(variant, declared, found, root)
        : project(field, found);
    }
    case "list":
      if (Array.isArray(declared) && Array.isArray(found)) return alignList(field, declared, found, root);
      return project(field, found);
    case "any":
      return alignAny(declared, found);
    case "leaf":
    case "map":
      return found;
  }
}

function alignObject(
  field: ObjectField,
  declared: JsonObject,
  found: JsonObject,
  root: JsonObject,
): JsonObject {
  const result: JsonObject = {};
  for (const [key, value] of Object.entries(declared)) {
    const property = field.properties[key];
    if (property === undefined) continue;
    const part = alignProperty(key, property, value, found, root);
    if (part !== undefined) result[key] = part;
  }
  return result;
}

function alignProperty(key: string, property: Property, declared: Json, found: JsonObject, root: JsonObject) {
  if (property.role !== "declared") return declared;
  // The API holds extra fields beside the others, not in a folder of their own.
  return align(property.field, declared, key === "extraFields" ? found : found[key], root);
}

/** JSON we know nothing of: what was declared in it, and not what the API added. */
function alignAny(declared: Json, found: Json | undefined): Json | undefined {
  if (saysNothing(found)) return saysNothing(declared) ? declared : undefined;
  if (isObject(declared) && isObject(found)) {
    return present(
      Object.fromEntries(
        Object.keys(declared).map((key) => [key, alignAny(declared[key] ?? null, found[key])]),
      ),
    );
  }
  if (Array.isArray(declared) && Array.isArray(found) && declared.length === found.length) {
    return found.map((element, at) => alignAny(declared[at] ?? null, element) ?? null);
  }
  return found;
}

function alignList(field: ListField, declared: Json[], found: Json[], root: JsonObject): Json[] {
  const projected = found.map((element) => project(field.element, element, "with") ?? null);
  if (same(field, declared, projected, root)) return declared;
  return field.ordered(root)
    ? alignInOrder(field, declared, found, root)
    : alignAsSet(field, declared, found, root);
}

/** The API's order, each element beside its counterpart. */
function alignInOrder(field: ListField, declared: Json[], found: Json[], root: JsonObject): Json[] {
  const counterparts = new Matcher(field, declared);
  return found.map((element, at) => {
    const counterpart =
      field.key === undefined
        ? declared[at]
        : counterparts.take(element, (candidate) => same(field.element, candidate, element, root));
    return aligned(field, counterpart, element, root);
  });
}

/**
 * The program's order, and what nobody declared after it. What has no counterpart stands beside what nobody
 * declared, if it is of its kind: a fence that was renamed shows as renamed, not as another fence.
 */
function alignAsSet(field: ListField, declared: Json[], found: Json[], root: JsonObject): Json[] {
  const candidates = new Matcher(field, found);
  const counterparts = declared.map((element) =>
    candidates.take(element, (candidate) =>
      same(field.element, element, aligned(field, element, candidate, root), root),
    ),
  );
  const strangers = candidates.rest();
  const result = declared.flatMap((element, at) => {
    const counterpart = counterparts[at] ?? takeKin(strangers, element);
    return counterpart === undefined ? [] : [aligned(field, element, counterpart, root)];
  });
  return [...result, ...strangers.map((element) => aligned(field, undefined, element, root))];
}

/** Takes the first of the same kind out of the list. */
function takeKin(strangers: Json[], element: Json): Json | undefined {
  const kind = (value: Json) => (isObject(value) ? value["type"] : typeof value);
  const at = strangers.findIndex((stranger) => kind(stranger) === kind(element));
  return at < 0 ? undefined : strangers.splice(at, 1)[0];
}

function aligned(field: ListField, declared: Json | undefined, found: Json, root: JsonObject): Json {
  const form =
    declared === undefined ? project(field.element, found) : align(field.element, declared, found, root);
  return form ?? null;
}

/**
 * All that we know of `found`, without what only the API knows: how an undeclared thing is shown. Its secrets stay
 * out, since the engine would not know to hide them.
 */
export function project(
  field: Field,
  found: Json | undefined,
  secrets: "without" | "with" = "without",
): Json | undefined {
  if (found === undefined || found === null) return undefined;
  switch (field.kind) {
    case "object":
      return isObject(found) ? projectObject(field, found, secrets) : found;
    case "variants": {
      const variant = isObject(found) ? variantOf(field, found) : undefined;
      return variant && isObject(found) ? projectObject(variant, found, secrets) : found;
    }
    case "list":
      return Array.isArray(found)
        ? found.map((element) => project(field.element, element, secrets) ?? null)
        : found;
    case "leaf":
    case "map":
    case "any":
      return found;
  }
}

function projectObject(field: ObjectField, found: JsonObject, secrets: "without" | "with"): JsonObject {
  return present(
    Object.fromEntries(
      Object.entries(field.properties)
        .filter(([key, property]) => property.role === "declared" && key !== "extraFields")
        .filter(([, property]) => secrets === "with" || property.secret !== true)
        .map(([key, property]) => [key, project(property.field, found[key], secrets)]),
    ),
  );
}
