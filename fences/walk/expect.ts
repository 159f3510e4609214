/** Compares the triggers of a walk with those that were expected. */
import type { Trigger, WalkEvent } from "./event";

/** A trigger that should come: `["cafe", "enter"]`. */
export type ExpectedTrigger = readonly [zone: string, trigger: Trigger];

/** A trigger in the order of both lists. */
export interface Outcome {
  readonly zone: string;
  readonly trigger: Trigger;
  /** `missing`: it was expected and did not come. `extra`: it came and was not expected. */
  readonly outcome: "as expected" | "missing" | "extra";
  /** The event that came. */
  readonly event?: WalkEvent;
  /** Of a missing one: the event that says why it did not come, where there is one. */
  readonly instead?: WalkEvent;
}

/**
 * Reads `cafe enter`; the zone's label may have blanks.
 *
 * @returns undefined where it is no such text
 */
export function expectedTrigger(text: string): ExpectedTrigger | undefined {
  const [, zone, trigger] = /^\s*(.*\S)\s+(enter|exit|dwell)\s*$/.exec(text) ?? [];
  return zone !== undefined && isTrigger(trigger) ? [zone, trigger] : undefined;
}

function isTrigger(text: string | undefined): text is Trigger {
  return text === "enter" || text === "exit" || text === "dwell";
}

/** Every trigger of the walk is compared, of all zones, in its order. */
export function outcomesOf(events: readonly WalkEvent[], expected: readonly ExpectedTrigger[]): Outcome[] {
  const came = events.flatMap((event, index) =>
    isTrigger(event.type) ? [{ event, index, zone: event.zone, trigger: event.type }] : [],
  );
  const isSame = (at: number, other: number) => {
    const [zone, trigger] = expected[at] ?? [];
    return came[other]?.zone === zone && came[other]?.trigger === trigger;
  };
  let from = -1;
  return commonOrder(expected.length, came.length, isSame).flatMap(([at, other]): Outcome[] => {
    const one = other === undefined ? undefined : came[other];
    if (one !== undefined) {
      const { event, index, zone, trigger } = one;
      from = index;
      return [{ zone, trigger, outcome: at === undefined ? "extra" : "as expected", event }];
    }
    const wanted = at === undefined ? undefined : expected[at];
    if (wanted === undefined) return [];
    const [zone, trigger] = wanted;
    const instead = insteadOf(events, from, zone, trigger);
    return [{ zone, trigger, outcome: "missing", ...(instead !== undefined && { instead }) }];
  });
}

/** The event after another that says why a trigger did not come; else one before it. */
function insteadOf(
  events: readonly WalkEvent[],
  from: number,
  zone: string,
  trigger: Trigger,
): WalkEvent | undefined {
  const says = (event: WalkEvent) =>
    event.zone === zone &&
    (event.type === "none" ? event.missing === trigger : event.type === "passed" && trigger === "enter");
  return events.slice(from + 1).find(says) ?? events.find(says);
}

/**
 * The longest common order of two lists: pairs of indexes, and single ones of what only one list has.
 *
 * @param isSame of an index of the first list and one of the second
 */
function commonOrder(first: number, second: number, isSame: (at: number, other: number) => boolean): Pair[] {
  // Long lists differ in little: a table of all pairs is made only for what is between their like ends.
  let start = 0;
  while (start < first && start < second && isSame(start, start)) start += 1;
  let end = 0;
  while (end < first - start && end < second - start && isSame(first - 1 - end, second - 1 - end)) end += 1;
  const [toFirst, toSecond] = [first - end, second - end];
  const between = commonOrderOf(toFirst - start, toSecond - start, (at, other) =>
    isSame(at + start, other + start),
  );
  return [
    ...Array.from({ length: start }, (_, at): Pair => [at, at]),
    ...between.map(([at, other]): Pair => [
      at === undefined ? at : at + start,
      other === undefined ? other : other + start,
    ]),
    ...Array.from({ length: end }, (_, at): Pair => [toFirst + at, toSecond + at]),
  ];
}

type Pair = [at: number | undefined, other: number | undefined];

function commonOrderOf(
  first: number,
  second: number,
  isSame: (at: number, other: number) => boolean,
): Pair[] {
  const width = second + 1;
  // The length of the longest common order of what is left from each pair of indexes on.
  const lengths = new Uint32Array((first + 1) * width);
  const length = (at: number, other: number) => lengths[at * width + other] ?? 0;
  for (let at = first - 1; at >= 0; at -= 1) {
    for (let other = second - 1; other >= 0; other -= 1) {
      lengths[at * width + other] = isSame(at, other)
        ? length(at + 1, other + 1) + 1
        : Math.max(length(at + 1, other), length(at, other + 1));
    }
  }
  const pairs: Pair[] = [];
  let [at, other] = [0, 0];
  while (at < first || other < second) {
    if (at < first && other < second && isSame(at, other)) pairs.push([at++, other++]);
    else if (at < first && (other >= second || length(at + 1, other) >= length(at, other + 1)))
      pairs.push([at++, undefined]);
    else pairs.push([undefined, other++]);
  }
  return pairs;
}
