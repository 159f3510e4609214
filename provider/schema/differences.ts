/** Where two versions of a resource differ, leaf by leaf, for a message. */
import { isObject, type Json, type JsonObject } from "../json";
import { below } from "./check";
import { same } from "./canonical";
import { variantOf, type Field } from "./field";

export interface Difference {
  readonly path: string;
  /** The same path, to look up in another version. */
  readonly steps: readonly (string | number)[];
  readonly expected: Json | undefined;
  readonly found: Json | undefined;
  readonly secret: boolean;
}

type Pair = readonly [expected: Json | undefined, found: Json | undefined];

/** The smallest parts in which `found`, already in the program's form, is not what was expected. */
export function differences(field: Field, pair: Pair, root: JsonObject): Difference[] {
  return partsOf(field, pair, root, [], false);
}

function partsOf(
  field: Field,
  pair: Pair,
  root: JsonObject,
  steps: Difference["steps"],
  secret: boolean,
): Difference[] {
  const [expected, found] = pair;
  if (same(field, expected, found, root)) return [];
  const whole: Difference[] = [
    { path: pathOf(steps), steps, expected, found, secret: secret || holdsSecret(field) },
  ];
  if (field.kind === "list" && Array.isArray(expected) && Array.isArray(found)) {
    if (expected.length !== found.length) return whole;
    return expected.flatMap((element, at) =>
      partsOf(field.element, [element, found[at]], root, [...steps, at], secret),
    );
  }
  if (!isObject(expected) || !isObject(found)) return whole;
  const shape =
    field.kind === "variants" && expected["type"] === found["type"] ? variantOf(field, expected) : field;
  if (shape?.kind !== "object") return whole;
  return Object.entries(shape.properties).flatMap(([key, property]) =>
    partsOf(
      property.field,
      [expected[key], found[key]],
      root,
      [...steps, key],
      secret || property.secret === true,
    ),
  );
}

/** Whether a value of this field, shown whole, would show a secret. */
function holdsSecret(field: Field): boolean {
  if (field.kind === "list") return holdsSecret(field.element);
  if (field.kind === "variants") return Object.values(field.variants).some(holdsSecret);
  if (field.kind !== "object") return false;
  return Object.values(field.properties).some(
    (property) => property.secret === true || holdsSecret(property.field),
  );
}

function pathOf(steps: Difference["steps"]): string {
  return steps.reduce<string>(
    (path, step) => (typeof step === "number" ? `${path}[${step}]` : below(path, step)),
    "",
  );
}

/** What stands at a path in another version. */
export function valueAt(value: Json | undefined, steps: Difference["steps"]): Json | undefined {
  return steps.reduce<Json | undefined>((part, step) => {
    if (typeof step === "number") return Array.isArray(part) ? part[step] : undefined;
    return isObject(part) ? part[step] : undefined;
  }, value);
}
