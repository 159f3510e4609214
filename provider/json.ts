/** JSON as types, and the few questions everybody asks of it. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isString(value: unknown): value is string {
  return typeof value === "string";
}

/** The same text for the same value, whatever the order of its keys. */
export function stableText(value: Json | undefined): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    isObject(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
  );
}

/** Whether two values are one, whatever the order of their keys. */
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

/** What an object holds under a key itself: `constructor` is no key of an empty one. */
export function own(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** Whether Pulumi loses what stands under a key, or fails at it without a name: the last marks its own secrets. */
export function isLostKey(key: string): boolean {
  return key === "__proto__" || key === "toString" || key === "4dabf18193072939515e22adb298388d";
}

/** An object without the keys whose value is undefined, which the engine cannot carry; itself where it has none. */
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
