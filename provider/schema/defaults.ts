/**
 * The arguments with the default of each property that the program leaves out, so that no comparison has absent on one
 * side and the default on the other, and with values spelt as the API takes them.
 */
import { own, present, type Json, type JsonObject } from "../json";
import type { Field, ObjectField } from "./field";
import { step } from "./walk";

export function withDefaults(field: Field, value: Json): Json {
  return step<Json>(
    field,
    value,
    filled,
    ({ element }, list) => list.map((part) => withDefaults(element, part)),
    () => (field.kind === "leaf" && field.normalize ? field.normalize(value) : value),
  );
}

function filled({ properties }: ObjectField, value: JsonObject): JsonObject {
  const parts: { [key: string]: Json | undefined } = { ...value };
  for (const [key, property] of Object.entries(properties)) {
    // An Output without a value arrives as null.
    const part = own(value, key) ?? property.fallback;
    if (part !== undefined) parts[key] = withDefaults(property.field, part);
    else if (key in value) parts[key] = undefined;
  }
  return present(parts);
}
