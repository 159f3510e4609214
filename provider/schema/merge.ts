/**
 * The body of a PUT: what the API holds now, with what the program declares put in, and what the program has
 * ceased to declare put back to the API's default. What we do not know of stays as it is.
 */
import { isObject, present, type Json, type JsonObject } from "../json";
import { align } from "./align";
import { variantOf, type Field, type ListField, type ObjectField } from "./field";
import { Matcher } from "./match";

export interface Versions {
  /** What the API holds; undefined where it holds nothing yet. */
  readonly held: Json | undefined;
  /** What the program declared before. */
  readonly before: Json | undefined;
}

const nothing: Versions = { held: undefined, before: undefined };

/** What the program declares, in the API's form: the body of a POST. */
export function encode(field: ObjectField, declared: JsonObject): JsonObject {
  return mergeObject(field, declared, nothing);
}

export function mergeObject(field: ObjectField, declared: JsonObject, versions: Versions): JsonObject {
  const held = isObject(versions.held) ? versions.held : {};
  const before = isObject(versions.before) ? versions.before : {};
  // What is undefined is left out of a PUT, and so goes back to what the API takes for it.
  const result: { [key: string]: Json | undefined } = { ...held };
  for (const [key, property] of Object.entries(field.properties)) {
    if (key === "extraFields" || property.role !== "declared") continue;
    const value = declared[key];
    if (value !== undefined) {
      result[key] = merge(property.field, value, { held: held[key], before: before[key] }, declared);
    } else if (before[key] !== undefined) {
      result[key] = property.apiDefault;
    }
  }
  for (const key of keysOf(before["extraFields"])) result[key] = undefined;
  return present({ ...result, ...(isObject(declared["extraFields"]) && declared["extraFields"]) });
}

function merge(field: Field, value: Json, versions: Versions, root: JsonObject): Json {
  if (field.kind === "object" && isObject(value)) return mergeObject(field, value, versions);
  if (field.kind === "variants" && isObject(value))
    return mergeVariant(value, variantOf(field, value), versions);
  if (field.kind === "list" && Array.isArray(value)) return mergeList(field, value, versions, root);
  return value;
}

/** A thing that became another kind of thing keeps its identity and nothing else. */
function mergeVariant(value: JsonObject, variant: ObjectField | undefined, { held, before }: Versions): Json {
  if (variant === undefined) return value;
  const type = value["type"];
  if (isObject(held) && held["type"] !== type) {
    const identity = held["_id"];
    return mergeObject(variant, value, {
      held: identity === undefined ? undefined : { _id: identity },
      before: undefined,
    });
  }
  return mergeObject(variant, value, {
    held,
    before: isObject(before) && before["type"] === type ? before : undefined,
  });
}

function mergeList(field: ListField, value: Json[], versions: Versions, root: JsonObject): Json[] {
  const held = new Matcher(field, Array.isArray(versions.held) ? versions.held : []);
  const before = new Matcher(field, Array.isArray(versions.before) ? versions.before : []);
  return value.map((element) => {
    const equal = (candidate: Json) => align(field.element, element, candidate, root) === element;
    const counterparts =
      field.key === undefined
        ? nothing
        : { held: held.take(element, equal), before: before.take(element, equal) };
    return merge(field.element, element, counterparts, root);
  });
}

function keysOf(value: Json | undefined): string[] {
  return isObject(value) ? Object.keys(value) : [];
}
