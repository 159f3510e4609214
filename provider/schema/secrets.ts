/** Which parts of a resource are secret, by their paths: places in lists left out, `webhooks.url`. */
import { isObject, isString, own, type Json } from "../json";
import { variantOf, type Field, type ObjectField, type Property } from "./field";

/** Whether what stands at a path is secret, itself or with what it is a part of. */
export function isSecretAt(field: Field, path: string): boolean {
  const [step = "", ...rest] = path.split(".");
  return objectsOf(field).some(({ properties }) => {
    const property = Object.hasOwn(properties, step) ? properties[step] : undefined;
    if (property === undefined) return false;
    return property.secret === true || (rest.length > 0 && isSecretAt(property.field, rest.join(".")));
  });
}

/** The same fields, with more secrets. A path that ends within a map or in JSON of no form makes a secret of all of it. */
export function withSecrets(field: ObjectField, paths: readonly string[]): ObjectField {
  return paths.reduce((fields, path) => objectWith(fields, path.split(".")), field);
}

/** The texts that are secret in a value, for an error that repeats what was sent. */
export function secretTexts(field: Field, value: Json | undefined): string[] {
  if (field.kind === "list" && Array.isArray(value))
    return value.flatMap((element) => secretTexts(field.element, element));
  if (!isObject(value)) return [];
  const shape = field.kind === "variants" ? variantOf(field, value) : field;
  if (shape?.kind !== "object") return [];
  return Object.entries(shape.properties).flatMap(([key, property]) => {
    const part = own(value, key);
    return property.secret === true ? textsIn(part) : secretTexts(property.field, part);
  });
}

/** All texts in a value, but for what says what kind of thing it is and how it is called. */
export function textsIn(value: Json | undefined): string[] {
  if (isString(value)) return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === "type" || key === "name" ? [] : textsIn(part),
  );
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

function objectWith(field: ObjectField, [step = "", ...rest]: readonly string[]): ObjectField {
  const property = Object.hasOwn(field.properties, step) ? field.properties[step] : undefined;
  if (property === undefined) return field;
  const isWithin = rest.length > 0 && objectsOf(property.field).length > 0;
  const changed: Property = isWithin
    ? { ...property, field: fieldWith(property.field, rest) }
    : { ...property, secret: true };
  return { ...field, properties: { ...field.properties, [step]: changed } };
}

/** The objects that a value of this field may be, or be a list of. */
function objectsOf(field: Field): readonly ObjectField[] {
  if (field.kind === "object") return [field];
  if (field.kind === "list") return objectsOf(field.element);
  return field.kind === "variants" ? Object.values(field.variants) : [];
}
