/**
 * Values as messages show them: short, and without free text. The engine hides from a handler what a transformation of
 * the program marks as secret, so only numbers, choices and names are shown, and text of any other kind is not.
 */
import { isObject, isString, own, stableText, type Json } from "../json";
import { printable } from "../printable";
import { propertyOf, type Field } from "./field";
import { step } from "./walk";

/** A value of a field. */
export function display(field: Field, value: Json | undefined): string {
  if (value === undefined) return "absent";
  if (isFreeText(field)) return kindOf(value);
  const whole = printable(stableText(withoutFreeText(field, value)));
  return whole.length <= 80 ? whole : `${whole.slice(0, 77)}…`;
}

/** A value of the field is free text, or has free text alone as its parts. */
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

/** The same value, with a sign in place of free text and of values that the field does not know. */
function withoutFreeText(field: Field, value: Json): Json {
  return step<Json>(
    field,
    value,
    (shape, object) => {
      const parts = Object.keys(object).map((key): [string, Json] => {
        const property = propertyOf(shape, key);
        return [key, property ? withoutFreeText(property.field, own(object, key) ?? null) : HIDDEN];
      });
      return Object.fromEntries(parts);
    },
    ({ element }, list) => list.map((part) => withoutFreeText(element, part)),
    () => {
      const hasParts = typeof value === "object" && value !== null;
      return field.kind === "leaf" && !isFreeText(field) && !hasParts ? value : HIDDEN;
    },
  );
}
