/** Collects the faults of a GeoJSON, so that all are shown together, and equal ones once. */

/** A place in a GeoJSON: the feature with its name, and the path within it. */
export interface Place {
  /** `features[3] ("Carlton")`; undefined outside of features. */
  readonly feature?: string;
  /** `geometry.coordinates[0]`, from the feature or from the whole. */
  readonly path: string;
}

export function formatPath({ feature, path }: Place): string {
  if (feature === undefined) return path === "" ? "it" : path;
  return path === "" ? feature : `${feature}: ${path}`;
}

export function below(place: Place, step: string): Place {
  const path = place.path === "" || step.startsWith("[") ? `${place.path}${step}` : `${place.path}.${step}`;
  return { ...place, path };
}

/** Makes one sentence for all places of the same fault. */
type SentenceOf = (places: string, count: number) => string;

interface Topic {
  readonly sentenceOf: SentenceOf;
  readonly places: string[];
}

/** A longer list is cut. */
const MAX_PLACES = 50;

/** The faults of one severity: errors or warnings. */
export class Report {
  readonly #topics = new Map<string, Topic>();

  /** Adds a place to the faults of `topic`; the sentence is that of the first place. */
  add(topic: string, place: Place | string, sentenceOf: SentenceOf): void {
    const text = typeof place === "string" ? place : formatPath(place);
    const existing = this.#topics.get(topic);
    if (existing) existing.places.push(text);
    else this.#topics.set(topic, { sentenceOf, places: [text] });
  }

  get isEmpty(): boolean {
    return this.#topics.size === 0;
  }

  sentences(): string[] {
    return [...this.#topics.values()].map(({ sentenceOf, places }) => {
      const more = places.length - MAX_PLACES;
      const list = places.slice(0, MAX_PLACES).join(", ");
      return sentenceOf(more > 0 ? `${list} and ${more} more` : list, places.length);
    });
  }
}

/** For faults whose places are of little help: the first one, and the number of others. */
export function firstOf(sentence: string): SentenceOf {
  return (_places, count) => (count === 1 ? sentence : `${sentence} (and ${count - 1} more like it)`);
}
