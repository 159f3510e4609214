/** Matches the elements of two lists. */
import { isObject, isString, stableText, type Json } from "../json";
import type { ListField } from "./field";
import { pickKnown } from "./known-properties";
import { isStoredAs } from "./stored-forms";

export interface Matches {
  /** For each declared element the place of its counterpart in the found list; undefined where it has none. */
  readonly places: readonly (number | undefined)[];
  /** The places of the found elements without a counterpart, in order. */
  readonly rest: readonly number[];
}

/** A found element is equivalent to a declared one. */
export type Equal = (declared: Json, found: Json) => boolean;

/**
 * Pairs elements, each at most once: equal ones of one key first, then those of one key, then those of a key
 * that the API stores in another form, then those that differ in their key alone, which somebody has renamed.
 * If a key is a name, equal ones of any name go before those of one name: the shapes of a list whose first is
 * removed are numbered again, and are the same shapes.
 */
export function matchElements(
  field: ListField,
  declared: readonly Json[],
  found: readonly Json[],
  equal: Equal,
): Matches {
  const places: (number | undefined)[] = declared.map(() => undefined);
  const open = new Set(found.keys());
  const byKey = Map.groupBy(found.keys(), (at) => keyOf(field, found[at] ?? null));
  const take = (which: Equal, among: (element: Json) => number[]) => {
    for (const [index, element] of declared.entries()) {
      if (places[index] !== undefined) continue;
      const place = among(element).find((at) => open.has(at) && which(element, found[at] ?? null));
      if (place === undefined) continue;
      places[index] = place;
      open.delete(place);
    }
  };
  const ofKey = (element: Json) => byKey.get(keyOf(field, element)) ?? [];
  const takeStranger = (which: Equal) => {
    const strangers = [...open];
    take(which, () => strangers);
  };
  const takeRenamed = (key: string) => {
    takeStranger((element, candidate) => renamed(key, element, candidate, equal));
  };
  const { key, keyIsName = false } = field;
  if (keyIsName || found.length !== byKey.size) take(equal, ofKey);
  if (keyIsName && key !== undefined) takeRenamed(key);
  take(() => true, ofKey);
  if (key !== undefined) takeStranger((element, candidate) => hasStoredKey(key, element, candidate));
  if (!keyIsName && key !== undefined) takeRenamed(key);
  return { places, rest: [...open] };
}

/** The key of an element without one is its whole known value. */
function keyOf(field: ListField, element: Json): string {
  if (field.key === undefined) return stableText(pickKnown(field.element, element, "with"));
  const key = isObject(element) ? element[field.key] : undefined;
  return isString(key) ? key : "";
}

function hasStoredKey(key: string, element: Json, candidate: Json): boolean {
  return isObject(element) && isObject(candidate) && isStoredAs(element[key], candidate[key]);
}

function renamed(key: string, element: Json, candidate: Json, equal: Equal): boolean {
  if (!isObject(element) || !isObject(candidate)) return false;
  return equal({ ...element, [key]: candidate[key] ?? null }, candidate);
}
