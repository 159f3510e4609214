/**
 * What the API holds, in the program's form and spelling: only what was declared, and where it means the same,
 * exactly as it was declared. What is left different is drift.
 */
import { isEqual, isObject, own, present, type Json, type JsonObject } from "../json";
import { isEquivalent, isEmpty } from "./equivalent";
import { variantOf, type Field, type ListField, type ObjectField, type Property } from "./field";
import { pickKnown } from "./known-properties";
import { matchElements, type Matches } from "./match";

/** `found` as the program that declared `declared` would have written it; undefined where it is gone. */
export function align(
  field: Field,
  declared: Json,
  found: Json | undefined,
  root: JsonObject,
): Json | undefined {
  return isWithin(field, declared, found) ? declared : alignValue(field, declared, found, root);
}

/** Whether all that is declared stands in `found` as it is, which is the usual case and costs a tenth. */
function isWithin(field: Field, declared: Json | undefined, found: Json | undefined): boolean {
  switch (field.kind) {
    case "object":
      return isObject(declared) && isObject(found) && isObjectWithin(field, declared, found);
    case "variants": {
      if (!isObject(declared) || !isObject(found) || declared["type"] !== found["type"]) return false;
      const variant = variantOf(field, found);
      return variant !== undefined && isObjectWithin(variant, declared, found);
    }
    case "list":
      return (
        Array.isArray(declared) &&
        Array.isArray(found) &&
        declared.length === found.length &&
        declared.every((element, at) => isWithin(field.element, element, found[at]))
      );
    case "any":
    case "leaf":
    case "map":
      return isEqual(declared, found);
  }
}

function isObjectWithin({ properties }: ObjectField, declared: JsonObject, found: JsonObject): boolean {
  return Object.entries(declared).every(([key, value]) => {
    const property = Object.hasOwn(properties, key) ? properties[key] : undefined;
    if (property === undefined || key === "extraFields") return false;
    return property.role !== "declared" || isWithin(property.field, value, own(found, key));
  });
}

function alignValue(
  field: Field,
  declared: Json,
  found: Json | undefined,
  root: JsonObject,
): Json | undefined {
  if (isEmpty(found)) return isEquivalent(field, declared, undefined, root) ? declared : undefined;
  const aligned = alignParts(field, declared, found, root);
  return isEquivalent(field, declared, aligned, root) ? declared : aligned;
}

function alignParts(field: Field, declared: Json, found: Json, root: JsonObject): Json | undefined {
  switch (field.kind) {
    case "object":
      if (isObject(declared) && isObject(found)) return alignObject(field, declared, found, root);
      return pickKnown(field, found);
    case "variants": {
      if (!isObject(declared) || !isObject(found)) return pickKnown(field, found);
      const variant = variantOf(field, found);
      return variant && declared["type"] === found["type"]
        ? alignObject(variant, declared, found, root)
        : pickKnown(field, found);
    }
    case "list":
      if (Array.isArray(declared) && Array.isArray(found)) return alignList(field, declared, found, root);
      return pickKnown(field, found);
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
  const parts = Object.entries(field.properties).flatMap(([key, property]): [string, Json | undefined][] => {
    const value = own(declared, key);
    return value === undefined ? [] : [[key, alignProperty(key, property, value, found, root)]];
  });
  return present(Object.fromEntries(parts));
}

function alignProperty(key: string, property: Property, declared: Json, found: JsonObject, root: JsonObject) {
  if (property.role !== "declared") return declared;
  // The API holds extra fields beside the others, not in a folder of their own.
  return alignValue(property.field, declared, key === "extraFields" ? found : own(found, key), root);
}

/** JSON we know nothing of: what was declared in it, and not what the API added. */
function alignAny(declared: Json, found: Json | undefined): Json | undefined {
  if (isEmpty(found)) return isEmpty(declared) ? declared : undefined;
  if (isObject(declared) && isObject(found)) {
    const parts = Object.entries(declared).map(([key, value]): [string, Json | undefined] => [
      key,
      alignAny(value, own(found, key)),
    ]);
    return present(Object.fromEntries(parts));
  }
  if (Array.isArray(declared) && Array.isArray(found) && declared.length === found.length) {
    return found.map((element, at) => alignAny(declared[at] ?? null, element) ?? null);
  }
  return found;
}

function alignList(field: ListField, declared: Json[], found: Json[], root: JsonObject): Json[] {
  const known = found.map((element) => pickKnown(field.element, element, "with") ?? null);
  if (isEquivalent(field, declared, known, root)) return declared;
  if (field.ordered(root) && field.key === undefined) {
    return found.map((element, at) => alignElement(field, declared[at], element, root));
  }
  const pairs = matchElements(field, declared, found, (element, candidate) =>
    matches(field, element, candidate, root),
  );
  return field.ordered(root)
    ? inTheirOrder(field, declared, found, pairs, root)
    : inOurOrder(field, declared, found, pairs, root);
}

/** Whether a part of what the API holds says just what was declared. */
export function matches(field: ListField, declared: Json, found: Json, root: JsonObject): boolean {
  return align(field.element, declared, found, root) === declared;
}

/** The API's order, each element spelt as its counterpart is. */
function inTheirOrder(
  field: ListField,
  declared: Json[],
  found: Json[],
  { places }: Matches,
  root: JsonObject,
): Json[] {
  const counterparts = new Map(places.map((place, index) => [place, declared[index]]));
  return found.map((element, at) => alignElement(field, counterparts.get(at), element, root));
}

/** The program's order, and what nobody declared after it. */
function inOurOrder(
  field: ListField,
  declared: Json[],
  found: Json[],
  { places, rest }: Matches,
  root: JsonObject,
): Json[] {
  const strangers = rest.map((at) => found[at] ?? null);
  const result = declared.flatMap((element, index) => {
    const place = places[index];
    // A word among words has no key: another one that nobody declared stands in its place.
    const counterpart =
      place !== undefined ? found[place] : isObject(element) ? undefined : strangers.shift();
    return counterpart === undefined ? [] : [alignElement(field, element, counterpart, root)];
  });
  return [...result, ...strangers.map((element) => alignElement(field, undefined, element, root))];
}

function alignElement(field: ListField, declared: Json | undefined, found: Json, root: JsonObject): Json {
  const form =
    declared === undefined
      ? pickKnown(field.element, found)
      : alignValue(field.element, declared, found, root);
  return form ?? null;
}
