/** The types of JSON, and functions on its values. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isString(value: unknown): value is string {
  return typeof value === "string";
}

/** The JSON text with sorted keys: equal values have equal texts. */
export function stableText(value: Json | undefined): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    isObject(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
  );
}

/** Deep equality; the order of keys does not matter. */
export function isEqual(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((element, at) => isEqual(element, b[at]));
  }
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isEqual(a[key], b[key]))
  );
}

/** The value of an own key: an empty object has no key `constructor`. */
export function own(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** Pulumi loses the value of such a key, or fails at it without naming it: the last key marks Pulumi's own secrets. */
export function isLostKey(key: string): boolean {
  return key === "__proto__" || key === "toString" || key === "4dabf18193072939515e22adb298388d";
}

/** An object without the keys whose value is undefined, which the engine does not accept; itself if it has none. */
export function present(object: { [key: string]: Json | undefined }): JsonObject {
  return isPresent(object)
    ? object
    : Object.fromEntries(
        Object.entries(object).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
      );
}

function isPresent(object: { [key: string]: Json | undefined }): object is JsonObject {
  return Object.values(object).every((value) => value !== undefined);
}
