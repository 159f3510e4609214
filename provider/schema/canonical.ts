/** One spelling for each value: two values are the same when their canonical forms are. */
import { isObject, stableText, type Json, type JsonObject } from "../json";
import { variantOf, type Field, type ListField, type ObjectField } from "./field";

/** Whether two values in the program's form mean the same to the API. */
export function same(field: Field, a: Json | undefined, b: Json | undefined, root: JsonObject): boolean {
  return a === b || stableText(canonical(field, a, root)) === stableText(canonical(field, b, root));
}

/** The value in its one spelling; undefined where it says no more than its absence. */
function canonical(field: Field, value: Json | undefined, root: JsonObject): Json | undefined {
  if (saysNothing(value)) return undefined;
  switch (field.kind) {
    case "leaf":
      return field.canonical ? field.canonical(value) : value;
    case "object":
      return isObject(value) ? canonicalObject(field, value, root) : value;
    case "variants": {
      const variant = isObject(value) ? variantOf(field, value) : undefined;
      return variant && isObject(value) ? canonicalObject(variant, value, root) : value;
    }
    case "list":
      return Array.isArray(value) ? canonicalList(field, value, root) : value;
    case "map":
    case "any":
      return value;
  }
}

/** An absent value, an empty one and `false` are the API's way to say the same thing. */
export function saysNothing(value: Json | undefined): value is undefined | null | false | "" {
  if (value === undefined || value === null || value === false || value === "") return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}

function canonicalObject(field: ObjectField, value: JsonObject, root: JsonObject): Json | undefined {
  const result: JsonObject = {};
  for (const [key, part] of Object.entries(value)) {
    const property = field.properties[key];
    const form = property ? canonical(property.field, part, root) : part;
    if (form !== undefined) result[key] = form;
  }
  return result;
}

function canonicalList(field: ListField, value: Json[], root: JsonObject): Json[] {
  const forms = value.map((element) => canonical(field.element, element, root) ?? null);
  const open = field.ring === true ? withoutClosing(forms) : forms;
  return field.ordered(root) ? open : sorted(open);
}

/** A ring's last point that repeats the first adds nothing. */
function withoutClosing(points: Json[]): Json[] {
  const closed = points.length > 1 && stableText(points[0]) === stableText(points.at(-1));
  return closed ? points.slice(0, -1) : points;
}

function sorted(values: Json[]): Json[] {
  return values
    .map((value) => ({ value, text: stableText(value) }))
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
    .map(({ value }) => value);
}
