/** Moves the secrets of adopted objects from the program into the stack's configuration. */
import { isObject, isString, type Json, type JsonObject } from "../../provider/json";
import { variantOf, type Field, type ObjectField, type Property } from "../../provider/schema/field";
import { quoted } from "./codegen-literal";
import { expression, type Expression, type Parts, type Value } from "./value";

/** Replaces each secret text of a value; `steps` is its path: `["webhooks", "geoTrigger", "headers", "x-key"]`. */
export function mapSecrets(
  field: ObjectField,
  value: JsonObject,
  change: (secret: string, steps: readonly string[]) => Value,
): Parts {
  return mapObject(field, value, [], change);
}

type Change = (secret: string, steps: readonly string[]) => Value;

function mapObject(
  { properties }: ObjectField,
  value: JsonObject,
  steps: readonly string[],
  change: Change,
): Parts {
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => {
      const property = Object.hasOwn(properties, key) ? properties[key] : undefined;
      return [key, property === undefined ? part : mapProperty(property, part, [...steps, key], change)];
    }),
  );
}

function mapProperty(
  { field, secret }: Property,
  value: Json,
  steps: readonly string[],
  change: Change,
): Value {
  return secret === true ? mapTexts(value, steps, change) : mapField(field, value, steps, change);
}

function mapField(field: Field, value: Json, steps: readonly string[], change: Change): Value {
  if (field.kind === "list" && Array.isArray(value)) {
    return value.map((element, at) => {
      const key = field.key !== undefined && isObject(element) ? element[field.key] : undefined;
      return mapField(field.element, element, [...steps, isString(key) ? key : String(at)], change);
    });
  }
  const shape =
    field.kind === "object"
      ? field
      : field.kind === "variants" && isObject(value)
        ? variantOf(field, value)
        : undefined;
  return shape !== undefined && isObject(value) ? mapObject(shape, value, steps, change) : value;
}

/** Replaces every text of a value that is secret as a whole. */
function mapTexts(value: Json, steps: readonly string[], change: Change): Value {
  if (isString(value)) return change(value, steps);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, mapTexts(part, [...steps, key], change)]),
  );
}

/** The secrets of a program: a key of the configuration for each. */
export class Secrets {
  readonly values = new Map<string, string>();

  /** The expression for a secret of the resource `name`. */
  expressionFor(name: string, secret: string, steps: readonly string[]): Expression {
    const last = steps.filter((step) => !["webhooks", "headers", "integrations"].includes(step));
    const plain = [name, ...last].join("-").replace(/[^\p{L}\p{M}\p{Nd}_-]+/gu, "-");
    let key = plain;
    for (let number = 2; this.values.has(key); number++) key = `${plain}-${number}`;
    this.values.set(key, secret);
    return expression(`config.requireSecret(${quoted(key)})`);
  }
}
