/** One spelling for each value: two values are the same when their canonical forms are. */
import { isEqual, isObject, present, stableText, type Json, type JsonObject } from "../json";
import { variantOf, type Field, type ListField, type ObjectField } from "./field";

/** Whether two values in the program's form mean the same to the API. */
export function isEquivalent(
  field: Field,
  a: Json | undefined,
  b: Json | undefined,
  root: JsonObject,
): boolean {
  // Hardly ever is anything else in two spellings, and to spell it costs more than to look.
  return isEqual(a, b) || stableText(canonical(field, a, root)) === stableText(canonical(field, b, root));
}

/** The value in its one spelling; undefined where it says no more than its absence. */
function canonical(field: Field, value: Json | undefined, root: JsonObject): Json | undefined {
  if (isEmpty(value)) return undefined;
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
export function isEmpty(value: Json | undefined): value is undefined | null | false | "" {
  if (value === undefined || value === null || value === false || value === "") return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}

function canonicalObject(field: ObjectField, value: JsonObject, root: JsonObject): Json | undefined {
  const parts = Object.entries(value).map(([key, part]): [string, Json | undefined] => {
    const property = Object.hasOwn(field.properties, key) ? field.properties[key] : undefined;
    return [key, property ? canonical(property.field, part, root) : part];
  });
  const form = present(Object.fromEntries(parts));
  return isEmpty(form) ? undefined : form;
}

function canonicalList(field: ListField, value: Json[], root: JsonObject): Json[] {
  const forms = value.map((element) => {
    const form = canonical(field.element, element, root) ?? null;
    return { form, text: stableText(form) };
  });
  const list = field.ring === true ? ring(forms) : field.ordered(root) ? forms : set(field, forms);
  return list.map(({ form }) => form);
}

interface Element {
  readonly form: Json;
  readonly text: string;
}

/** A ring's last point that repeats the first adds nothing, and it may begin anywhere; its direction stays. */
function ring(points: readonly Element[]): readonly Element[] {
  const open = points.length > 1 && points[0]?.text === points.at(-1)?.text ? points.slice(0, -1) : points;
  const least = open.reduce<string | undefined>(
    (min, { text }) => (min === undefined || text < min ? text : min),
    undefined,
  );
  const starts = [...open.keys()].filter((at) => open[at]?.text === least);
  const rotations = starts.map((at) => [...open.slice(at), ...open.slice(0, at)]);
  return rotations.sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1))[0] ?? open;
}

function textOf(elements: readonly Element[]): string {
  return elements.map(({ text }) => text).join();
}

/** Neither order nor, among words, repetition says anything. */
function set(field: ListField, elements: readonly Element[]): readonly Element[] {
  const sorted = [...elements].sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
  return field.element.kind === "leaf"
    ? sorted.filter(({ text }, at) => text !== sorted[at - 1]?.text)
    : sorted;
}
