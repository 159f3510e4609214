/** The changes and the drift that a set of `a`, `b` and `c` meets, and the expected results. */
import type { Objects, SetTable } from "./sets";

export const first: Objects = { a: {}, b: {}, c: {} };

/** A change in the program. */
export interface Change {
  readonly title: string;
  readonly then: Objects;
  /** The keys that a preview names. */
  readonly keys: readonly string[];
  /** The writes that `up` sends to the API, each with its object. */
  readonly writes: readonly string[];
}

export const changesOf = ({ calledOtherwise }: SetTable): readonly Change[] => [
  { title: "nothing", then: first, keys: [], writes: [] },
  { title: "one of them", then: { ...first, b: { changed: true } }, keys: ["b"], writes: ["PUT b"] },
  { title: "a key that is new", then: { ...first, d: {} }, keys: ["d"], writes: ["POST d"] },
  { title: "a key that goes away", then: { a: {}, b: {} }, keys: ["c"], writes: ["DELETE c"] },
  {
    title: "a key whose object is called as before",
    then: { a: {}, b: {}, z: { called: "c" } },
    keys: ["c", "z"],
    writes: [],
  },
  {
    title: "a key and what its object is called",
    then: { a: {}, b: {}, z: {} },
    keys: ["c", "z"],
    writes: ["POST z", "DELETE c"],
  },
  {
    title: "what the object of a key is called",
    then: { a: {}, b: {}, c: { called: "y" } },
    keys: ["c"],
    writes: calledOtherwise,
  },
];

/** A change by somebody else. */
export interface Drift {
  readonly title: string;
  readonly changed: readonly string[];
  readonly deleted: readonly string[];
  /** The writes that `up` sends to the API, each with its object. */
  readonly writes: readonly string[];
}

export const drifts: readonly Drift[] = [
  { title: "one changed", changed: ["b"], deleted: [], writes: ["PUT b"] },
  { title: "one deleted", changed: [], deleted: ["a"], writes: ["POST a"] },
  { title: "one deleted and one changed", changed: ["b"], deleted: ["a"], writes: ["POST a", "PUT b"] },
  { title: "all deleted", changed: [], deleted: ["a", "b", "c"], writes: ["POST a", "POST b", "POST c"] },
];
