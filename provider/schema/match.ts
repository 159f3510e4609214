/** Which element of a list is the same element as one of another list. */
import { isObject, isString, stableText, type Json } from "../json";
import type { ListField } from "./field";

interface Place {
  readonly element: Json;
  readonly at: number;
}

/** Takes elements out of a list, each once: an equal one of the key, else the first of the key. */
export class Matcher {
  readonly #byKey = new Map<string, Place[]>();
  readonly #field: ListField;

  constructor(field: ListField, elements: readonly Json[]) {
    this.#field = field;
    for (const [at, element] of elements.entries()) {
      const key = keyOf(field, element);
      const queue = this.#byKey.get(key);
      if (queue) queue.push({ element, at });
      else this.#byKey.set(key, [{ element, at }]);
    }
  }

  /** The counterpart of `element`, which no later call gets again. */
  take(element: Json, equal: (candidate: Json) => boolean): Json | undefined {
    const queue = this.#byKey.get(keyOf(this.#field, element)) ?? [];
    const at =
      queue.length < 2
        ? 0
        : Math.max(
            0,
            queue.findIndex((place) => equal(place.element)),
          );
    return queue.splice(at, 1)[0]?.element;
  }

  /** What was never taken, in its order. */
  rest(): Json[] {
    return [...this.#byKey.values()]
      .flat()
      .sort((a, b) => a.at - b.at)
      .map((place) => place.element);
  }
}

function keyOf(field: ListField, element: Json): string {
  const key = field.key !== undefined && isObject(element) ? element[field.key] : undefined;
  if (isString(key)) return key;
  return isObject(element) ? "" : stableText(element);
}
