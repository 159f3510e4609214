/** What a program would say of what the API holds. */
import { z } from "zod";

import {
  isEqual,
  isObject,
  isString,
  own,
  stableText,
  type Json,
  type JsonObject,
} from "../../provider/json";
import { isEmpty } from "../../provider/schema/equivalent";
import {
  variantOf,
  type Field,
  type Leaf,
  type ListField,
  type ObjectField,
} from "../../provider/schema/field";
import { compare } from "./names";

/**
 * Only what is known and says something, in the order and the spelling of the arguments. What has no order of its own
 * is sorted, so that the same object makes the same program however the API shuffles it; what the API finds again by a
 * key stays as it is, since an update would write it in the program's order.
 */
export function saidOf(field: ObjectField, found: JsonObject): JsonObject {
  return objectSaid(field, found, found);
}

function saidIn(field: Field, found: Json, root: JsonObject): Json {
  switch (field.kind) {
    case "leaf":
      return spelt(field, found);
    case "object":
      return isObject(found) ? objectSaid(field, found, root) : found;
    case "variants": {
      const variant = isObject(found) ? variantOf(field, found) : undefined;
      return variant && isObject(found) ? objectSaid(variant, found, root) : found;
    }
    case "list":
      return Array.isArray(found) ? listSaid(field, found, root) : found;
    case "map":
      return isObject(found)
        ? Object.fromEntries(Object.entries(found).sort(([a], [b]) => compare(a, b)))
        : found;
    case "any":
      return found;
  }
}

function objectSaid({ properties }: ObjectField, found: JsonObject, root: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([key, property]): [string, Json][] => {
      const value = own(found, key);
      if (key === "extraFields" || property.role !== "declared" || property.accountDefault === true)
        return [];
      if (value === undefined || value === null) return [];
      const said = saidIn(property.field, value, root);
      const silent =
        (property.fallback !== undefined && isEqual(said, property.fallback)) ||
        (!property.required && isEmpty(said));
      return silent ? [] : [[key, said]];
    }),
  );
}

function listSaid(field: ListField, found: Json[], root: JsonObject): Json[] {
  const list = found.map((element) => saidIn(field.element, element, root));
  return field.ordered(root) || field.key !== undefined
    ? list
    : list.sort((a, b) => compare(stableText(a), stableText(b)));
}

/** Some servers write a number as text, or a word in another case. */
function spelt({ schema, canonical }: Leaf, found: Json): Json {
  if (canonical === undefined || schema.safeParse(found).success) return found;
  const form = canonical(found);
  const words = schema instanceof z.ZodEnum ? schema.options.filter(isString) : [];
  return (
    [form, ...words.filter((word) => canonical(word) === form)].find(
      (candidate) => schema.safeParse(candidate).success,
    ) ?? found
  );
}
