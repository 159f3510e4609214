/**
 * The arguments with what the program left to its default, so that no comparison meets absent against default, and in
 * the spelling that the API takes.
 */
import { isObject, own, present, type Json } from "../json";
import { variantOf, type Field } from "./field";

export function withDefaults(field: Field, value: Json): Json {
  if (field.kind === "leaf") return field.normalize?.(value) ?? value;
  if (field.kind === "object" && isObject(value)) {
    const filled: { [key: string]: Json | undefined } = { ...value };
    for (const [key, property] of Object.entries(field.properties)) {
      // An Output that turns out to hold nothing arrives as null.
      const part = own(value, key) ?? property.fallback;
      if (part !== undefined) filled[key] = withDefaults(property.field, part);
      else if (key in value) filled[key] = undefined;
    }
    return present(filled);
  }
  if (field.kind === "variants" && isObject(value)) {
    const variant = variantOf(field, value);
    return variant ? withDefaults(variant, value) : value;
  }
  if (field.kind === "list" && Array.isArray(value)) {
    return value.map((element) => withDefaults(field.element, element));
  }
  return value;
}
