/**
 * The current values in the program's form: declared properties alone, spelt as they were declared where both are
 * equivalent. A difference that remains is drift.
 */
import { isEqual, isObject, own, present, type Json, type JsonObject } from "../json";
import { isEquivalent, isEmpty } from "./equivalent";
import {
  orderedFor,
  propertyOf,
  shapeOf,
  type Field,
  type ListField,
  type ObjectField,
  type Property,
} from "./field";
import { pickKnown } from "./known-properties";
import { matchElements, type Matches } from "./match";
import { step } from "./walk";

/** `found` as the program that declared `declared` would have written it; undefined where it is gone. */
export function align(fields: ObjectField, declared: JsonObject, found: Json | undefined): Json | undefined {
  return alignPart(orderedFor(fields, declared), declared, found);
}

function alignPart(field: Field, declared: Json, found: Json | undefined): Json | undefined {
  return isWithin(field, declared, found) ? declared : alignValue(field, declared, found);
}

/** True if each declared part is found as it is. This is the usual case, at a tenth of the cost. */
function isWithin(field: Field, declared: Json | undefined, found: Json | undefined): boolean {
  if (field.kind === "list" && Array.isArray(declared) && Array.isArray(found))
    return (
      declared.length === found.length &&
      declared.every((element, at) => isWithin(field.element, element, found[at]))
    );
  if (!isObject(declared) || !isObject(found)) return isEqual(declared, found);
  const shape = shapeOf(field, declared);
  if (shape === undefined) return isEqual(declared, found);
  return shape === shapeOf(field, found) && isObjectWithin(shape, declared, found);
}

function isObjectWithin(field: ObjectField, declared: JsonObject, found: JsonObject): boolean {
  return Object.entries(declared).every(([key, value]) => {
    const property = propertyOf(field, key);
    if (property === undefined || key === "extraFields") return false;
    return property.role !== "declared" || isWithin(property.field, value, own(found, key));
  });
}

function alignValue(field: Field, declared: Json, found: Json | undefined): Json | undefined {
  if (isEmpty(found)) return isEquivalent(field, declared, undefined) ? declared : undefined;
  const aligned = alignParts(field, declared, found);
  return isEquivalent(field, declared, aligned) ? declared : aligned;
}

function alignParts(field: Field, declared: Json, found: Json): Json | undefined {
  return step<Json | undefined>(
    field,
    found,
    (shape, object) =>
      isObject(declared) && shapeOf(field, declared) === shape
        ? alignObject(shape, declared, object)
        : pickKnown(field, found),
    (list, elements) =>
      Array.isArray(declared) ? alignList(list, declared, elements) : pickKnown(field, found),
    () => (field.kind === "any" ? alignAny(declared, found) : found),
  );
}

function alignObject(field: ObjectField, declared: JsonObject, found: JsonObject): JsonObject {
  const parts = Object.entries(field.properties).flatMap(([key, property]): [string, Json | undefined][] => {
    const value = own(declared, key);
    return value === undefined ? [] : [[key, alignProperty(key, property, value, found)]];
  });
  return present(Object.fromEntries(parts));
}

function alignProperty(key: string, property: Property, declared: Json, found: JsonObject) {
  if (property.role !== "declared") return declared;
  // The API holds extra fields beside the others, not in a folder of their own.
  return alignValue(property.field, declared, key === "extraFields" ? found : own(found, key));
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

function alignList(field: ListField, declared: Json[], found: Json[]): Json[] {
  const known = found.map((element) => pickKnown(field.element, element, "with") ?? null);
  if (isEquivalent(field, declared, known)) return declared;
  if (field.ordered && field.key === undefined) {
    return found.map((element, at) => alignElement(field, declared[at], element));
  }
  const { places, rest } = matchCurrent(field, declared, found);
  if (!field.ordered) return inOurOrder(field, declared, found, { places, rest });
  // The API's order, each element spelt as its counterpart is.
  const counterparts = new Map(places.map((place, index) => [place, declared[index]]));
  return found.map((element, at) => alignElement(field, counterparts.get(at), element));
}

/** Matches declared elements with current ones, of which those are equal that would be spelt as they are declared. */
export function matchCurrent(field: ListField, declared: Json[], found: Json[]): Matches {
  return matchElements(
    field,
    declared,
    found,
    (element, candidate) => alignPart(field.element, element, candidate) === element,
  );
}

/** The program's order, and what nobody declared after it. */
function inOurOrder(field: ListField, declared: Json[], found: Json[], { places, rest }: Matches): Json[] {
  const strangers = rest.map((at) => found[at] ?? null);
  const result = declared.flatMap((element, index) => {
    const place = places[index];
    // A word among words has no key: another one that nobody declared stands in its place.
    const counterpart =
      place !== undefined ? found[place] : isObject(element) ? undefined : strangers.shift();
    return counterpart === undefined ? [] : [alignElement(field, element, counterpart)];
  });
  return [...result, ...strangers.map((element) => alignElement(field, undefined, element))];
}

function alignElement(field: ListField, declared: Json | undefined, found: Json): Json {
  const form =
    declared === undefined ? pickKnown(field.element, found) : alignValue(field.element, declared, found);
  return form ?? null;
}
