/** Converts an object of the API into the arguments that declare it. */
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
import type { Field, Leaf, ListField, ObjectField } from "../../provider/schema/field";
import { step } from "../../provider/schema/walk";
import { compare } from "./names";

/**
 * The known fields that differ from their defaults, in the order and spelling of the arguments. Unordered lists are
 * sorted, so that an object gives the same program in any order of the API; lists with a key keep their order, since an
 * update would write the program's.
 */
export function declaredFormOf({ properties }: ObjectField, found: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([key, property]): [string, Json][] => {
      const value = own(found, key);
      if (key === "extraFields" || property.role !== "declared" || property.accountDefault === true)
        return [];
      if (value === undefined || value === null) return [];
      const form = formOf(property.field, value);
      const isDefault =
        (property.fallback !== undefined && isEqual(form, property.fallback)) ||
        (!property.required && isEmpty(form));
      return isDefault ? [] : [[key, form]];
    }),
  );
}

function formOf(field: Field, found: Json): Json {
  return step<Json>(field, found, declaredFormOf, listForm, () => {
    if (field.kind === "leaf") return leafForm(field, found);
    return field.kind === "map" && isObject(found)
      ? Object.fromEntries(Object.entries(found).sort(([a], [b]) => compare(a, b)))
      : found;
  });
}

function listForm(field: ListField, found: Json[]): Json[] {
  const list = found.map((element) => formOf(field.element, element));
  return field.ordered || field.key !== undefined
    ? list
    : list.sort((a, b) => compare(stableText(a), stableText(b)));
}

/** Some servers write a number as text, or a word in another case. */
function leafForm({ schema, canonical }: Leaf, found: Json): Json {
  if (canonical === undefined || schema.safeParse(found).success) return found;
  const form = canonical(found);
  const words = schema instanceof z.ZodEnum ? schema.options.filter(isString) : [];
  return (
    [form, ...words.filter((word) => canonical(word) === form)].find(
      (candidate) => schema.safeParse(candidate).success,
    ) ?? found
  );
}
