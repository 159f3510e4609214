/** Reads what the API holds: documented fields with their types, and all the rest, without its secrets, as `extraFields`. */
import { z } from "zod";

import { isObject, isString, type Json, type JsonObject } from "../../json";
import { isSecretName } from "../../secret-names";

/** Some servers write numbers and truth as text. */
export const number = z.preprocess(
  (value) => (isString(value) && value.trim() !== "" ? Number(value) : value),
  z.number(),
);
export const boolean = z.preprocess(
  (value) => (value === "true" ? true : value === "false" ? false : value),
  z.boolean(),
);
export const text = z.string();

/** The values of a map as text, which is what they are declared as. */
export const textMap = z.record(
  z.string(),
  z.preprocess(
    (value) => (typeof value === "number" || typeof value === "boolean" ? String(value) : value),
    text,
  ),
);

/** One of a few words; the API's own examples differ in the case of some. */
export function word<const Words extends readonly [string, ...string[]]>(...words: Words) {
  return z.preprocess(
    (value) => words.find((each) => isString(value) && each.toLowerCase() === value.toLowerCase()) ?? value,
    z.enum(words),
  );
}

export const point = z.object({ latitude: number, longitude: number });

const extraFields = z.record(z.string(), z.unknown()).optional();

/**
 * An object of the API by its documented fields. What is in none of them, or in a shape that cannot be read, goes to
 * `extraFields`; a list keeps the elements that can be read.
 */
export function known<Shape extends z.ZodRawShape>(shape: Shape, without: readonly string[] = []) {
  return z.preprocess(
    (found) => (isObject(found) ? sorted(shape, found, without) : found),
    z.object({ ...shape, extraFields }),
  );
}

function sorted(shape: z.ZodRawShape, found: JsonObject, without: readonly string[]): object {
  const typed: Record<string, unknown> = {};
  const extra: JsonObject = {};
  for (const [key, schema] of Object.entries(shape)) if (schema instanceof z.ZodArray) typed[key] = [];
  for (const [key, value] of Object.entries(found)) {
    if (value === null || key === "_id" || without.includes(key)) continue;
    const schema = Object.hasOwn(shape, key) ? shape[key] : undefined;
    if (schema instanceof z.ZodArray && Array.isArray(value)) {
      const readable = value.map((element) => z.safeParse(schema.element, element).success);
      typed[key] = value.filter((_element, index) => readable[index]);
      if (readable.includes(false)) extra[key] = value.filter((_element, index) => !readable[index]);
    } else if (schema !== undefined && z.safeParse(schema, value).success) {
      typed[key] = value;
    } else {
      extra[key] = value;
    }
  }
  const shown = withoutSecrets(extra);
  return isObject(shown) && Object.keys(shown).length > 0 ? { ...typed, extraFields: shown } : typed;
}

/** What is called like a secret, wherever it stands, is left out. */
function withoutSecrets(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !isSecretName(key))
      .map(([key, part]) => [key, withoutSecrets(part)]),
  );
}
