/**
 * Values as messages show them: short, and without free text. The engine hides from a handler what a transformation of
 * the program marks as secret, so only numbers, choices and names are shown, and text of any other kind is not.
 */
import { isObject, isString, own, stableText, type Json } from "../json";
import { printable } from "../printable";
import { propertyOf, shapeOf, type Field } from "./field";

/** A value of a field. */
export function display(field: Field, value: Json | undefined): string {
  if (value === undefined) return "absent";
  if (isFreeText(field)) return kindOf(value);
  const whole = printable(stableText(withoutFreeText(field, value)));
  return whole.length <= 80 ? whole : `${whole.slice(0, 77)}…`;
}

/** Whether a value of the field is free text, or holds nothing but that. */
export function isFreeText(field: Field): boolean {
  if (field.kind === "list") return isFreeText(field.element);
  return field.kind === "any" || field.kind === "map" || (field.kind === "leaf" && field.isFreeText === true);
}

/** A value by its kind alone; what is empty hides nothing. */
export function kindOf(value: Json): string {
  if (isString(value)) return value === "" ? '""' : "text (not shown)";
  if (Array.isArray(value)) return value.length === 0 ? "[]" : "a list";
  if (isObject(value)) return "an object";
  return value === null ? "null" : `a ${typeof value}`;
}

const HIDDEN = "…";

/** The same value, with a sign in place of free text and of what has no place in the field. */
function withoutFreeText(field: Field, value: Json): Json {
  if (field.kind === "list" && Array.isArray(value))
    return value.map((element) => withoutFreeText(field.element, element));
  const shape = isObject(value) ? shapeOf(field, value) : undefined;
  if (shape !== undefined && isObject(value)) {
    const parts = Object.keys(value).map((key): [string, Json] => {
      const property = propertyOf(shape, key);
      const part = own(value, key) ?? null;
      return [key, property === undefined ? HIDDEN : withoutFreeText(property.field, part)];
    });
    return Object.fromEntries(parts);
  }
  const isPlain =
    field.kind === "leaf" && !isFreeText(field) && (typeof value !== "object" || value === null);
  return isPlain ? value : HIDDEN;
}
