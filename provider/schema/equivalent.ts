/** Two values are equivalent when their canonical forms are equal. */
import { isEqual, present, stableText, type Json, type JsonObject } from "../json";
import { orderedFor, propertyOf, type Field, type ListField, type ObjectField, type Property } from "./field";
import { step } from "./walk";

/** True if two values in the program's form are one value to the API. */
export function isEquivalent(field: Field, a: Json | undefined, b: Json | undefined): boolean {
  // Nearly all equivalent values are equal, and a canonical form costs more than a comparison.
  return isEqual(a, b) || stableText(canonical(field, a)) === stableText(canonical(field, b));
}

/** The properties of a resource whose values differ between two versions of it. */
export function changedProperties(
  fields: ObjectField,
  olds: JsonObject,
  news: JsonObject,
): [key: string, property: Property][] {
  return Object.entries(orderedFor(fields, olds, news).properties).filter(([key, property]) => {
    if (property.role === "instruction") return false;
    if (property.role === "local") return stableText(olds[key]) !== stableText(news[key]);
    return !isEquivalent(property.field, olds[key], news[key]);
  });
}

/** The value in its one spelling; undefined where it is equivalent to an absent one. */
function canonical(field: Field, value: Json | undefined): Json | undefined {
  if (isEmpty(value)) return undefined;
  return step<Json | undefined>(field, value, canonicalObject, canonicalList, () =>
    field.kind === "leaf" && field.canonical ? field.canonical(value) : value,
  );
}

/** Empty values are equivalent: absent, `null`, `false`, `""`, `[]` and `{}`. */
export function isEmpty(value: Json | undefined): value is undefined | null | false | "" {
  if (value === undefined || value === null || value === false || value === "") return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}

function canonicalObject(field: ObjectField, value: JsonObject): Json | undefined {
  const parts = Object.entries(value).map(([key, part]): [string, Json | undefined] => {
    const property = propertyOf(field, key);
    return [key, property ? canonical(property.field, part) : part];
  });
  const form = present(Object.fromEntries(parts));
  return isEmpty(form) ? undefined : form;
}

function canonicalList(field: ListField, value: Json[]): Json[] {
  const forms = value.map((element) => {
    const form = canonical(field.element, element) ?? null;
    return { form, text: stableText(form) };
  });
  const list = field.ring === true ? ring(forms) : field.ordered ? forms : set(field, forms);
  return list.map(({ form }) => form);
}

interface Element {
  readonly form: Json;
  readonly text: string;
}

/** A ring may repeat its first point at the end and may begin anywhere; its direction stays. */
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

/** Order has no meaning, nor has the repetition of a word. */
function set(field: ListField, elements: readonly Element[]): readonly Element[] {
  const sorted = [...elements].sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
  return field.element.kind === "leaf"
    ? sorted.filter(({ text }, at) => text !== sorted[at - 1]?.text)
    : sorted;
}
