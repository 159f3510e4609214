/** The points at which a run is stopped, and the ways of stopping it. */
import fc from "fast-check";

export type Stop =
  /** `kill -9` of the CLI and all that it has started. */
  | "killed"
  /** `kill -9` of the CLI alone, as by a system that is out of memory: what it has started lives on. */
  | "orphaned"
  /** Ctrl-C. */
  | "interrupted"
  /** Ctrl-C, and again as soon as the engine offers it. */
  | "interrupted twice";

/** The progress of the request at which the run is stopped. */
type Moment =
  /** It arrived, and nothing comes of it. */
  | "before its work"
  /** It arrived, and is carried out when nobody is there any more to hear of it. */
  | "in its work"
  | "before its answer"
  | "after its answer";

export interface Point {
  readonly stop: Stop;
  /** The request of the run, counted from 1. */
  readonly request: number;
  readonly moment: Moment;
}

const moments: Record<Stop, readonly [Moment, ...Moment[]]> = {
  killed: ["before its work", "in its work", "before its answer", "after its answer"],
  // A process that lives on, or is interrupted once, waits for the answer.
  orphaned: ["in its work", "before its answer", "after its answer"],
  interrupted: ["in its work", "before its answer", "after its answer"],
  "interrupted twice": ["before its work", "in its work", "before its answer", "after its answer"],
};

/**
 * Returns `count` points, spread over all requests of a run: the first, the last and some between them.
 * The moments take turns.
 */
export function pointsOf(stop: Stop, requests: number, count: number): Point[] {
  return Array.from({ length: count }, (_, at) => ({
    stop,
    request: 1 + Math.round((at * (requests - 1)) / Math.max(1, count - 1)),
    moment: moments[stop][at % moments[stop].length] ?? moments[stop][0],
  }));
}

/** One of all points of a run, the same for the same seed. */
export function pointFrom(seed: number, stop: Stop, requests: number): Point {
  const every = Array.from({ length: requests }, (_, at) =>
    moments[stop].map((moment): Point => ({ stop, request: at + 1, moment })),
  ).flat();
  const [point] = fc.sample(fc.constantFrom(...every), { seed, numRuns: 1 });
  if (point === undefined) throw new Error("A run without a request cannot be stopped at one.");
  return point;
}

export function titleOf({ stop, request, moment }: Point): string {
  return `${stop} at request ${request}, ${moment}`;
}
