/** The arguments with what the program left to its default, so that no comparison meets absent against default. */
import { isObject, type Json, type JsonObject } from "../json";
import { variantOf, type Field } from "./field";

export function withFallbacks(field: Field, value: Json): Json {
  if (field.kind === "object" && isObject(value)) {
    const result: JsonObject = { ...value };
    for (const [key, property] of Object.entries(field.properties)) {
      const part = value[key] ?? property.fallback;
      if (part !== undefined) result[key] = withFallbacks(property.field, part);
    }
    return result;
  }
  if (field.kind === "variants" && isObject(value)) {
    const variant = variantOf(field, value);
    return variant ? withFallbacks(variant, value) : value;
  }
  if (field.kind === "list" && Array.isArray(value)) {
    return value.map((element) => withFallbacks(field.element, element));
  }
  return value;
}
