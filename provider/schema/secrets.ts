/** The secret parts of a resource, by their paths without places in lists: `webhooks.url`. */
import { isObject, isString, type Json } from "../json";
import { objectsOf, propertyOf, type Field, type ObjectField, type Property } from "./field";
import { step } from "./walk";

/** The value at a path is secret, or a value that it is a part of is. */
export function isSecretAt(field: Field, path: string): boolean {
  const [key = "", ...rest] = path.split(".");
  return objectsOf(field).some((object) => {
    const property = propertyOf(object, key);
    if (property === undefined) return false;
    return property.secret === true || (rest.length > 0 && isSecretAt(property.field, rest.join(".")));
  });
}

/** The same fields, with more secrets. A path that ends within a map or in JSON of no form makes a secret of all of it. */
export function withSecrets(field: ObjectField, paths: readonly string[]): ObjectField {
  return paths.reduce((fields, path) => objectWith(fields, path.split(".")), field);
}

/**
 * The texts and numbers that are secret in a value, for an error that repeats what was sent.
 *
 * @param shown the properties that messages show all the same
 * @param isSecret true if all of the value is secret, except these properties and `type`
 */
export function secretTexts(
  field: Field,
  value: Json | undefined,
  shown: ReadonlySet<string>,
  isSecret = false,
): string[] {
  if (value === undefined) return [];
  const textsOf = (part: Json) => (isSecret ? textsIn(part) : []);
  return step(
    field,
    value,
    (shape, object) =>
      Object.entries(object).flatMap(([key, part]) => {
        const property = propertyOf(shape, key);
        if (property === undefined) return textsOf(part);
        const isOpen = key === "type" || shown.has(key);
        return secretTexts(property.field, part, shown, property.secret === true || (isSecret && !isOpen));
      }),
    ({ element }, list) => list.flatMap((part) => secretTexts(element, part, shown, isSecret)),
    // A list in the place of an object may still hold its secrets.
    () =>
      Array.isArray(value)
        ? value.flatMap((part) => secretTexts(field, part, shown, isSecret))
        : textsOf(value),
  );
}

function textsIn(value: Json | undefined): string[] {
  if (isString(value) || typeof value === "number") return [String(value)];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return isObject(value) ? Object.values(value).flatMap(textsIn) : [];
}

function fieldWith(field: Field, steps: readonly string[]): Field {
  switch (field.kind) {
    case "object":
      return objectWith(field, steps);
    case "list":
      return { ...field, element: fieldWith(field.element, steps) };
    case "variants": {
      const each = Object.entries(field.variants).map(([type, shape]): [string, ObjectField] => [
        type,
        objectWith(shape, steps),
      ]);
      return { ...field, variants: Object.fromEntries(each) };
    }
    default:
      return field;
  }
}

function objectWith(field: ObjectField, [key = "", ...rest]: readonly string[]): ObjectField {
  const property = propertyOf(field, key);
  if (property === undefined) return field;
  const isWithin = rest.length > 0 && objectsOf(property.field).length > 0;
  const changed: Property = isWithin
    ? { ...property, field: fieldWith(property.field, rest) }
    : { ...property, secret: true };
  return { ...field, properties: { ...field.properties, [key]: changed } };
}
