/** Which element of one list is the same thing as an element of another. */
import { isObject, isString, stableText, type Json } from "../json";
import type { ListField } from "./field";
import { knownOf } from "./known";
import { isStoredAs } from "./stored";

export interface Pairs {
  /** For each declared element the place of its counterpart among the found; undefined where it has none. */
  readonly places: readonly (number | undefined)[];
  /** The places of what is nobody's counterpart, in order. */
  readonly rest: readonly number[];
}

/** Whether a found element says just what a declared one does. */
export type Equal = (declared: Json, found: Json) => boolean;

/**
 * Pairs elements, each at most once: equal ones of one key first, then those of one key, then those of a key that the API
 * stores in another form, then those that differ in their key alone, which somebody has renamed.
 */
export function pair(
  field: ListField,
  declared: readonly Json[],
  found: readonly Json[],
  equal: Equal,
): Pairs {
  const places: (number | undefined)[] = declared.map(() => undefined);
  const free = new Map<string, number[]>();
  for (const [at, element] of found.entries()) {
    const key = keyOf(field, element);
    free.set(key, [...(free.get(key) ?? []), at]);
  }
  const take = (which: (element: Json, candidate: Json) => boolean, among: (element: Json) => number[]) => {
    for (const [index, element] of declared.entries()) {
      if (places[index] !== undefined) continue;
      const candidates = among(element);
      const at = candidates.findIndex((place) => which(element, found[place] ?? null));
      const [place] = at < 0 ? [] : candidates.splice(at, 1);
      places[index] = place;
    }
  };
  const ofKey = (element: Json) => free.get(keyOf(field, element)) ?? [];
  if (found.length !== free.size) take(equal, ofKey);
  take(() => true, ofKey);
  const { key } = field;
  if (key !== undefined) {
    const strangers = [...free.values()].flat().sort((a, b) => a - b);
    take(
      (element, candidate) => hasStoredKey(key, element, candidate),
      () => strangers,
    );
    take(
      (element, candidate) => renamed(key, element, candidate, equal),
      () => strangers,
    );
  }
  const taken = new Set(places);
  return { places, rest: [...found.keys()].filter((at) => !taken.has(at)) };
}

/** An element without a key is told by all that is known of it. */
function keyOf(field: ListField, element: Json): string {
  if (field.key === undefined) return stableText(knownOf(field.element, element, "with"));
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
