/** Reads an object of the API by the fields of its resource. */
import { z } from "zod";

import { isObject, isString, type Json, type JsonObject } from "../../json";
import {
  holdsSecret,
  propertyOf,
  type Field,
  type Leaf,
  type MapField,
  type ObjectField,
  type Property,
  type VariantsField,
} from "../../schema/field";
import { isSecretName } from "../../secret-names";
import type { Plain } from "../results";

/** An object by its fields, or the names of the required properties that it lacks. */
export type Decoding<Args> = { readonly value: Plain<Args> } | { readonly missing: readonly string[] };

/**
 * The properties of an object that its fields can read, without secrets. Properties that they do not know, and values that
 * they cannot read, are in `extraFields`; a list keeps the elements that can be read.
 */
export function decode<Args>(fields: ObjectField<Args>, found: JsonObject): Decoding<Args> {
  const value = decodeObject(fields, found);
  return isComplete(fields, value) ? { value } : { missing: missingIn(fields, value) };
}

function isComplete<Args>(fields: ObjectField<Args>, value: JsonObject): value is JsonObject & Plain<Args> {
  return missingIn(fields, value).length === 0;
}

function missingIn({ properties }: ObjectField, value: JsonObject): string[] {
  return Object.keys(properties).filter(
    (key) => properties[key]?.required === true && value[key] === undefined,
  );
}

function decodeObject(field: ObjectField, found: JsonObject): JsonObject {
  const value: JsonObject = {};
  const extra: JsonObject = {};
  for (const [key, property] of Object.entries(field.properties)) {
    const absent = absentValue(key, property);
    if (absent !== undefined) value[key] = absent;
  }
  for (const [key, part] of Object.entries(found)) {
    if (part === null || key === "_id") continue;
    const property = key === "extraFields" ? undefined : propertyOf(field, key);
    if (property !== undefined && isLeftOut(property)) continue;
    const { known, unreadable } =
      property === undefined ? { unreadable: part } : decodePart(property.field, part);
    if (known !== undefined) value[key] = known;
    if (unreadable !== undefined) extra[key] = unreadable;
  }
  const shown = withoutSecrets(extra);
  const hasExtra = "extraFields" in field.properties && isObject(shown) && Object.keys(shown).length > 0;
  return hasExtra ? { ...value, extraFields: shown } : value;
}

/** A list that the API leaves out is empty, and so is a required `name` or `projectId`. */
function absentValue(key: string, { field, required }: Property): Json | undefined {
  if (field.kind === "list") return [];
  return required && (key === "name" || key === "projectId") ? "" : undefined;
}

/** The API may add keys of other partners to an object that holds secrets, so that object is left out as a whole. */
function isLeftOut({ field, role, secret }: Property): boolean {
  return role !== "declared" || secret === true || (field.kind === "object" && holdsSecret(field));
}

interface Part {
  readonly known?: Json | undefined;
  readonly unreadable?: Json | undefined;
}

function decodePart(field: Field, found: Json): Part {
  if (field.kind !== "list" || !Array.isArray(found)) {
    const known = decodeValue(field, found);
    return known === undefined ? { unreadable: found } : { known };
  }
  const elements = found.map((element) => ({ element, known: decodeValue(field.element, element) }));
  const unreadable = elements.flatMap(({ element, known }) => (known === undefined ? [element] : []));
  return {
    known: elements.flatMap(({ known }) => (known === undefined ? [] : [known])),
    ...(unreadable.length > 0 && { unreadable }),
  };
}

/** The value in the form of the field; undefined where the field cannot read it. */
function decodeValue(field: Field, found: Json): Json | undefined {
  switch (field.kind) {
    case "leaf":
      return decodeLeaf(field, found);
    case "object":
      return isObject(found) ? decodeWhole(field, found) : undefined;
    case "variants":
      return isObject(found) ? decodeVariant(field, found) : undefined;
    case "map":
      return isObject(found) ? decodeMap(field, found) : undefined;
    case "list":
      return undefined;
    case "any":
      return found;
  }
}

function decodeWhole(field: ObjectField, found: JsonObject): JsonObject | undefined {
  const value = decodeObject(field, found);
  return isComplete(field, value) ? value : undefined;
}

function decodeVariant({ variants }: VariantsField, found: JsonObject): JsonObject | undefined {
  const type = wordOf(Object.keys(variants), found["type"]);
  const variant = type === undefined ? undefined : variants[type];
  return type === undefined || variant === undefined ? undefined : decodeWhole(variant, { ...found, type });
}

/** Limits are left to the API: an object that it holds has a value of the field's type. Some servers write text for it. */
function decodeLeaf({ schema, canonical }: Leaf, found: Json): Json | undefined {
  if (schema instanceof z.ZodEnum) return wordOf(schema.options.filter(isString), found);
  if (schema instanceof z.ZodBoolean) {
    const truth = found === "true" ? true : found === "false" ? false : found;
    return typeof truth === "boolean" ? truth : undefined;
  }
  if (schema instanceof z.ZodNumber) {
    const number = canonical === undefined ? found : canonical(found);
    return typeof number === "number" ? number : undefined;
  }
  return isString(found) ? found : undefined;
}

/** The API's own examples differ in the case of some words. */
function wordOf(words: readonly string[], found: Json | undefined): string | undefined {
  return isString(found) ? words.find((word) => word.toLowerCase() === found.toLowerCase()) : undefined;
}

/** The values of a map are declared as text. */
function decodeMap({ values }: MapField, found: JsonObject): JsonObject | undefined {
  const texts = Object.entries(found).map(([key, value]): [string, Json] => [
    key,
    typeof value === "number" || typeof value === "boolean" ? String(value) : value,
  ]);
  return texts.every(([, text]) => values.safeParse(text).success) ? Object.fromEntries(texts) : undefined;
}

/** Properties with the name of a secret are left out at any depth. */
function withoutSecrets(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !isSecretName(key))
      .map(([key, part]) => [key, withoutSecrets(part)]),
  );
}
