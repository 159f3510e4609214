/**
 * The body of a PUT: the current object with the declared values put in. A property that the program no
 * longer declares goes back to the API's default. A property that the provider does not know stays as it is.
 */
import { isObject, own, present, type Json, type JsonObject } from "../json";
import { matches } from "./from-api";
import { isEquivalent } from "./equivalent";
import type { Field, ListField, ObjectField } from "./field";
import { pickKnown } from "./known-properties";
import { matchElements } from "./match";
import { step } from "./walk";

export interface Versions {
  /** The current value in the API; undefined if there is none yet. */
  readonly held: Json | undefined;
  /** The value that the program declared before. */
  readonly before: Json | undefined;
}

const nothing: Versions = { held: undefined, before: undefined };

/** The declared values in the API's form: the body of a POST. */
export function encode(field: ObjectField, declared: JsonObject): JsonObject {
  return mergeObject(field, declared, nothing, declared);
}

/** `root` is the whole resource as it is declared now. */
export function mergeObject(
  field: ObjectField,
  declared: JsonObject,
  versions: Versions,
  root: JsonObject,
): JsonObject {
  const held = isObject(versions.held) ? versions.held : {};
  const before = isObject(versions.before) ? versions.before : {};
  const extra = mergeExtra(declared["extraFields"], held, before["extraFields"]);
  const known = Object.entries(field.properties).flatMap(([key, property]): [string, Json | undefined][] => {
    if (key === "extraFields" || property.role !== "declared") return [];
    const value = own(declared, key);
    if (value !== undefined) {
      return [[key, merge(property.field, value, { held: own(held, key), before: own(before, key) }, root)]];
    }
    // An undefined value is left out of the PUT, and so the API puts its own value in.
    return own(before, key) === undefined ? [] : [[key, property.apiDefault]];
  });
  return present({ ...held, ...extra, ...Object.fromEntries(known) });
}

/** The extra fields as they are, those no longer declared taken out, what the API added to them kept. */
function mergeExtra(
  declared: Json | undefined,
  held: JsonObject,
  before: Json | undefined,
): { [key: string]: Json | undefined } {
  const fields = isObject(declared) ? declared : {};
  const were = isObject(before) ? before : {};
  return {
    ...Object.fromEntries(Object.keys(were).map((key) => [key, undefined])),
    ...Object.fromEntries(
      Object.entries(fields).map(([key, value]) => [key, mergeAny(value, own(held, key), own(were, key))]),
    ),
  };
}

function mergeAny(value: Json, held: Json | undefined, before: Json | undefined): Json {
  return isObject(value) && isObject(held) ? present({ ...held, ...mergeExtra(value, held, before) }) : value;
}

function merge(field: Field, value: Json, versions: Versions, root: JsonObject): Json {
  return step<Json>(
    field,
    value,
    (shape, object) =>
      mergeObject(shape, object, field.kind === "variants" ? ofType(object, versions) : versions, root),
    (list, elements) => mergeList(list, elements, versions, root),
    () => value,
  );
}

/** The versions of one type: an object whose type changes keeps its id alone. */
function ofType({ type }: JsonObject, { held, before }: Versions): Versions {
  if (isObject(held) && held["type"] !== type) {
    const { _id: id } = held;
    return { held: id === undefined ? undefined : { _id: id }, before: undefined };
  }
  return { held, before: isObject(before) && before["type"] === type ? before : undefined };
}

function mergeList(field: ListField, value: Json[], versions: Versions, root: JsonObject): Json[] {
  const held = Array.isArray(versions.held) ? versions.held : [];
  const before = Array.isArray(versions.before) ? versions.before : [];
  if (untouched(field, value, held, before, root)) return held;
  const ofHeld = matchElements(field, value, held, (element, candidate) =>
    matches(field, element, candidate, root),
  );
  const ofBefore = matchElements(field, value, before, (element, candidate) =>
    isEquivalent(field.element, element, candidate, root),
  );
  return value.map((element, index) => {
    const place = ofHeld.places[index] ?? sameKindAt(field, index, element, held, ofHeld.rest);
    const was = ofBefore.places[index] ?? sameKindAt(field, index, element, before, ofBefore.rest);
    const counterparts = {
      held: place === undefined ? undefined : held[place],
      before: was === undefined ? undefined : before[was],
    };
    return merge(field.element, element, counterparts, root);
  });
}

/** A list without identities that neither the program nor anybody else has changed stays as the API has it. */
function untouched(field: ListField, value: Json[], held: Json[], before: Json[], root: JsonObject): boolean {
  if (field.key !== undefined || !isEquivalent(field, value, before, root)) return false;
  return isEquivalent(
    field,
    value,
    held.map((element) => pickKnown(field.element, element, "with") ?? null),
    root,
  );
}

/** An action has no key: the one of its kind in its place is the one that was edited. */
function sameKindAt(
  field: ListField,
  index: number,
  element: Json,
  list: Json[],
  rest: readonly number[],
): number | undefined {
  const candidate = list[index];
  if (field.key !== undefined || field.element.kind !== "variants" || !rest.includes(index)) return undefined;
  return isObject(element) && isObject(candidate) && element["type"] === candidate["type"]
    ? index
    : undefined;
}
