/** Collects what is wrong with a GeoJSON, so that all of it is shown at once, and what is equal once. */

/** Names a place in the GeoJSON: the feature with its name, and the path within it. */
export interface Place {
  /** `features[3] ("Carlton")`; undefined outside of features. */
  readonly feature?: string;
  /** `geometry.coordinates[0]`, from the feature or from the whole. */
  readonly path: string;
}

export function shown({ feature, path }: Place): string {
  if (feature === undefined) return path === "" ? "it" : path;
  return path === "" ? feature : `${feature}: ${path}`;
}

export function below(place: Place, step: string): Place {
  const path = place.path === "" || step.startsWith("[") ? `${place.path}${step}` : `${place.path}.${step}`;
  return { ...place, path };
}

/** Makes one sentence of all places that have the same fault. */
type Words = (places: string, count: number) => string;

interface Topic {
  readonly words: Words;
  readonly places: string[];
}

/** A list longer than this helps nobody. */
const mostPlaces = 50;

/** One kind of sentences: those that stop the program, or those that do not. */
export class Report {
  readonly #topics = new Map<string, Topic>();

  /** Adds a place to what is said of `topic`; the words of the first place are taken. */
  add(topic: string, place: Place | string, words: Words): void {
    const text = typeof place === "string" ? place : shown(place);
    const known = this.#topics.get(topic);
    if (known) known.places.push(text);
    else this.#topics.set(topic, { words, places: [text] });
  }

  get isEmpty(): boolean {
    return this.#topics.size === 0;
  }

  sentences(): string[] {
    return [...this.#topics.values()].map(({ words, places }) => {
      const more = places.length - mostPlaces;
      const list = places.slice(0, mostPlaces).join(", ");
      return words(more > 0 ? `${list} and ${more} more` : list, places.length);
    });
  }
}

/** For faults whose places say little: the first one, and how many there are. */
export function firstOf(sentence: string): Words {
  return (_places, count) => (count === 1 ? sentence : `${sentence} (and ${count - 1} more like it)`);
}
