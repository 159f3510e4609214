/** The differences of two versions of a resource, leaf by leaf, for a message. */
import { isObject, isString, own, type Json } from "../json";
import { isEquivalent } from "./equivalent";
import { below } from "./validate";
import { holdsSecret, shapeOf, type Field, type ListField } from "./field";
import { step } from "./walk";

export interface Difference {
  readonly path: string;
  /** Of the values. */
  readonly field: Field;
  /** The same path, to look up in another version. */
  readonly steps: readonly Step[];
  readonly expected: Json | undefined;
  readonly found: Json | undefined;
  readonly secret: boolean;
}

/** A property, a place in a list, or the element of a list by its key. */
type Step = string | number | { readonly key: string; readonly is: string };

type Pair = readonly [expected: Json | undefined, found: Json | undefined];

/** The smallest parts in which `found`, already in the program's form, is not what was expected. */
export function differences(field: Field, pair: Pair): Difference[] {
  return partsOf(field, pair, [], false);
}

function partsOf(field: Field, pair: Pair, steps: readonly Step[], secret: boolean): Difference[] {
  const [expected, found] = pair;
  if (isEquivalent(field, expected, found)) return [];
  const whole: Difference = {
    path: pathOf(steps),
    field,
    steps,
    expected,
    found,
    secret: secret || holdsSecret(field),
  };
  return step(
    field,
    expected ?? null,
    (shape, object) =>
      isObject(found) && shapeOf(field, found) === shape
        ? Object.entries(shape.properties).flatMap(([key, property]) =>
            partsOf(
              property.field,
              [own(object, key), own(found, key)],
              [...steps, key],
              secret || property.secret === true,
            ),
          )
        : [whole],
    (list, elements) =>
      (Array.isArray(found) ? elementsOf(list, elements, found, steps, secret) : undefined) ?? [whole],
    () => [whole],
  );
}

/** Element by element, by key where there is one; undefined where only the whole lists can be compared. */
function elementsOf(
  field: ListField,
  expected: readonly Json[],
  found: readonly Json[],
  steps: readonly Step[],
  secret: boolean,
): Difference[] | undefined {
  const parts = (place: Step, element: Json | undefined, counterpart: Json | undefined) =>
    partsOf(field.element, [element, counterpart], [...steps, place], secret);
  const { key } = field;
  const ours = key === undefined ? undefined : byKey(field, expected);
  const theirs = key === undefined ? undefined : byKey(field, found);
  if (key === undefined || ours === undefined || theirs === undefined) {
    if (expected.length !== found.length) return undefined;
    return expected.flatMap((element, at) => parts(at, element, found[at]));
  }
  const common = (one: Map<string, Json>, other: Map<string, Json>) =>
    [...one.keys()].filter((is) => other.has(is)).join("\n");
  if (field.ordered && common(ours, theirs) !== common(theirs, ours)) return undefined;
  return [...new Set([...ours.keys(), ...theirs.keys()])].flatMap((is) =>
    parts({ key, is }, ours.get(is), theirs.get(is)),
  );
}

/** Undefined where a key is missing or used twice. */
function byKey(field: ListField, list: readonly Json[]): Map<string, Json> | undefined {
  const entries = list.flatMap((element): [string, Json][] => {
    const is = keyOf(field, element);
    return is === undefined ? [] : [[is, element]];
  });
  const map = new Map(entries);
  return map.size === list.length ? map : undefined;
}

function keyOf(field: ListField, element: Json | undefined): string | undefined {
  const key = field.key !== undefined && isObject(element) ? element[field.key] : undefined;
  return isString(key) ? key : undefined;
}

export function pathOf(steps: readonly Step[]): string {
  return steps.reduce<string>((path, place) => {
    if (typeof place === "string") return below(path, place);
    return `${path}[${typeof place === "number" ? place : JSON.stringify(place.is)}]`;
  }, "");
}

/** The value at a path of another version. */
export function valueAt(value: Json | undefined, steps: readonly Step[]): Json | undefined {
  return steps.reduce<Json | undefined>((part, place) => {
    if (typeof place === "string") return isObject(part) ? own(part, place) : undefined;
    if (!Array.isArray(part)) return undefined;
    if (typeof place === "number") return part[place];
    return part.find((element) => isObject(element) && element[place.key] === place.is);
  }, value);
}
