/** The geofeatures of a zone that a phone has crossed, for conditions of type `travelPath`. */
import type { PlainCondition } from "../../geometry/plain-zone";

export type TravelPath = Extract<PlainCondition, { type: "travelPath" }>;

interface Crossing {
  /** The place of the geofeature in its zone. */
  readonly geofeature: number;
  /** Seconds; absent in a track without times, in which no crossing is too old. */
  readonly seconds: number | undefined;
}

export class Crossings {
  #crossings: Crossing[] = [];
  readonly #timeOut: number;

  /** @param timeOut seconds after which no condition asks for a crossing any more */
  constructor(timeOut: number) {
    this.#timeOut = timeOut;
  }

  add(geofeature: number, seconds: number | undefined): void {
    if (seconds !== undefined && this.#crossings.length >= pruneAt)
      this.#crossings = within(this.#crossings, seconds, this.#timeOut);
    this.#crossings.push({ geofeature, seconds });
  }

  /**
   * The number of crossings that a condition counts at a time: of distinct geofeatures, or of every crossing. In sequence,
   * the longest one in the zone's order that ends with the last crossing.
   */
  count(
    { timeOutSeconds, sequential }: TravelPath,
    seconds: number | undefined,
    counts: "distinct" | "every",
  ) {
    const recent = within(this.#crossings, seconds, timeOutSeconds).map(({ geofeature }) => geofeature);
    if (sequential === true) return longestRise(recent);
    return counts === "distinct" ? new Set(recent).size : recent.length;
  }
}

/** Crossings that are too old are taken out when there are so many. */
const pruneAt = 256;

function within(crossings: readonly Crossing[], seconds: number | undefined, timeOut: number): Crossing[] {
  if (seconds === undefined) return [...crossings];
  return crossings.filter((each) => each.seconds === undefined || seconds - each.seconds <= timeOut);
}

/** The length of the longest rising sequence that ends with the last number. */
function longestRise(numbers: readonly number[]): number {
  const best = new Map<number, number>();
  let last = 0;
  for (const number of numbers) {
    let before = 0;
    for (const [other, length] of best) if (other < number) before = Math.max(before, length);
    last = before + 1;
    best.set(number, Math.max(best.get(number) ?? 0, last));
  }
  return last;
}
