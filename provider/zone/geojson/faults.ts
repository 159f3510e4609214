/** Collects the faults of a GeoJSON, so that all are shown together, and equal ones once. */
import { sentenceOf, type Finding } from "../../../geojson/finding";
import { formatPath, type Place } from "../../../geojson/place";

/** The collected faults of a GeoJSON that is being read. */
export interface Reading {
  readonly faults: Report;
  readonly warnings: Report;
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

  /** Adds what the reader of GeoJSON found. */
  addFinding(finding: Finding): void {
    this.add(finding.kind, finding.place, sentenceFor(finding));
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

function sentenceFor(finding: Finding): SentenceOf {
  switch (finding.kind) {
    case "metres":
    case "near datum":
    case "other datum":
      return () => sentenceOf(finding);
    case "swapped":
      return (_places, count) =>
        count === 1
          ? sentenceOf(finding)
          : `${count} positions, such as ${finding.position} at ${formatPath(finding.place)}, look swapped; GeoJSON has the longitude first`;
    case "no geometry":
      return (places, count) =>
        count === 1 ? sentenceOf(finding, places) : `${places} have no geometry, so they are left out`;
    default:
      return firstOf(sentenceOf(finding));
  }
}
