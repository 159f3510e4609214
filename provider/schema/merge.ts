/**
 * The body of a PUT: the current object with the declared values put in. A property that the program no
 * longer declares goes back to the API's default. A property that the provider does not know stays as it is.
 */
import { isObject, own, present, type Json, type JsonObject } from "../json";
import { matchCurrent } from "./align";
import { isEquivalent } from "./equivalent";
import { orderedFor, type Field, type ListField, type ObjectField } from "./field";
import { pickKnown } from "./known-properties";
import { matchElements } from "./match";
import { step } from "./walk";

export interface Versions {
  /** The value that the API has now; undefined if there is none yet. */
  readonly current: Json | undefined;
  /** The value that the program declared before. */
  readonly before: Json | undefined;
}

const nothing: Versions = { current: undefined, before: undefined };

/** The declared values in the API's form: the body of a POST. */
export function encode(fields: ObjectField, declared: JsonObject): JsonObject {
  return mergeResource(fields, declared, nothing);
}

/** The current version with the declared values put in: the body of a PUT. */
export function mergeResource(fields: ObjectField, declared: JsonObject, versions: Versions): JsonObject {
  return mergeObject(orderedFor(fields, declared), declared, versions);
}

function mergeObject(field: ObjectField, declared: JsonObject, versions: Versions): JsonObject {
  const current = isObject(versions.current) ? versions.current : {};
  const before = isObject(versions.before) ? versions.before : {};
  const extra = mergeExtra(declared["extraFields"], current, before["extraFields"]);
  const known = Object.entries(field.properties).flatMap(([key, property]): [string, Json | undefined][] => {
    if (key === "extraFields" || property.role !== "declared") return [];
    const value = own(declared, key);
    if (value !== undefined) {
      return [[key, merge(property.field, value, { current: own(current, key), before: own(before, key) })]];
    }
    // An undefined value is left out of the PUT, and so the API puts its own value in.
    return own(before, key) === undefined ? [] : [[key, property.apiDefault]];
  });
  return present({ ...current, ...extra, ...Object.fromEntries(known) });
}

/** The extra fields as they are, those no longer declared taken out, what the API added to them kept. */
function mergeExtra(
  declared: Json | undefined,
  current: JsonObject,
  before: Json | undefined,
): { [key: string]: Json | undefined } {
  const fields = isObject(declared) ? declared : {};
  const were = isObject(before) ? before : {};
  return {
    ...Object.fromEntries(Object.keys(were).map((key) => [key, undefined])),
    ...Object.fromEntries(
      Object.entries(fields).map(([key, value]) => [key, mergeAny(value, own(current, key), own(were, key))]),
    ),
  };
}

function mergeAny(value: Json, current: Json | undefined, before: Json | undefined): Json {
  return isObject(value) && isObject(current)
    ? present({ ...current, ...mergeExtra(value, current, before) })
    : value;
}

function merge(field: Field, value: Json, versions: Versions): Json {
  return step<Json>(
    field,
    value,
    (shape, object) =>
      mergeObject(shape, object, field.kind === "variants" ? ofType(object, versions) : versions),
    (list, elements) => mergeList(list, elements, versions),
    () => value,
  );
}

/** The versions of one type: an object whose type changes keeps its id alone. */
function ofType({ type }: JsonObject, { current, before }: Versions): Versions {
  if (isObject(current) && current["type"] !== type) {
    const { _id: id } = current;
    return { current: id === undefined ? undefined : { _id: id }, before: undefined };
  }
  return { current, before: isObject(before) && before["type"] === type ? before : undefined };
}

function mergeList(field: ListField, value: Json[], versions: Versions): Json[] {
  const current = Array.isArray(versions.current) ? versions.current : [];
  const before = Array.isArray(versions.before) ? versions.before : [];
  if (untouched(field, value, current, before)) return current;
  const ofCurrent = matchCurrent(field, value, current);
  const ofBefore = matchElements(field, value, before, (element, candidate) =>
    isEquivalent(field.element, element, candidate),
  );
  return value.map((element, index) => {
    const place = ofCurrent.places[index] ?? sameKindAt(field, index, element, current, ofCurrent.rest);
    const was = ofBefore.places[index] ?? sameKindAt(field, index, element, before, ofBefore.rest);
    const counterparts = {
      current: place === undefined ? undefined : current[place],
      before: was === undefined ? undefined : before[was],
    };
    return merge(field.element, element, counterparts);
  });
}

/** A list without identities that neither the program nor anybody else has changed stays as the API has it. */
function untouched(field: ListField, value: Json[], current: Json[], before: Json[]): boolean {
  if (field.key !== undefined || !isEquivalent(field, value, before)) return false;
  return isEquivalent(
    field,
    value,
    current.map((element) => pickKnown(field.element, element, "with") ?? null),
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
