/** What the user is told of all requests together: what they wait for, and that the API fails too often. */
import { OUTAGE_AFTER } from "../errors";
import type { ProgressReporter } from "./progress";

export interface RunSummary {
  /** A call begins; what it gives is called with how it ended: undefined where it went well. */
  begun(): (failure?: Failure) => void;
  /** Requests wait; what it gives is called when they do so no more. */
  waiting(why: Why): () => void;
  /** Nothing is tried again any more. */
  exhausted(words: string): void;
}

interface Failure {
  /** Why, where it would go so for others too; undefined where it is about this call alone. */
  readonly outage: string | undefined;
  /** Whether it was made more than once. */
  readonly isRepeated: boolean;
}

type Why =
  /** In milliseconds; `asked` where the API said how long. */
  | { readonly kind: "pause"; readonly wait: number; readonly asked: boolean; readonly words: string }
  /** Requests a second; undefined where the user's own limit is lower than any that was found. */
  | { readonly kind: "pace"; readonly rate: number | undefined }
  | { readonly kind: "again"; readonly words: string };

export interface RunSummaryTools {
  readonly progress: ProgressReporter;
  readonly warn: (message: string) => void;
}

export function openRunSummary({ progress, warn }: RunSummaryTools): RunSummary {
  const reasons = new Set<Why>();
  let calls = 0;
  let succeeded = 0;
  let failed = 0;
  let failedInARow = 0;
  let isSaid = false;
  const summary = (words: string) => {
    if (isSaid) return;
    isSaid = true;
    warn(
      `The API fails too often (${words}): ${number(succeeded)} requests succeeded and ${number(failed)} failed so far ` +
        "in this run, and retries are kept few. What is done is in the state; when the API answers again, run the " +
        "same command again to go on.",
    );
  };
  const watch = progress.watch(
    () =>
      `${reasonIn(reasons)}: ${number(succeeded)} of ${number(calls)} requests are done` +
      (failed === 0 ? "" : `, ${number(failed)} failed`),
  );

  return {
    begun() {
      calls += 1;
      const before = succeeded;
      return (failure) => {
        if (failure === undefined) {
          succeeded += 1;
          failedInARow = 0;
          return;
        }
        failed += 1;
        if (failure.outage === undefined) return;
        failedInARow += 1;
        // Nothing went well while this one was tried again and again.
        const isDown = failure.isRepeated && succeeded === before;
        if (isDown || failedInARow >= OUTAGE_AFTER) summary(failure.outage);
      };
    },
    waiting(why) {
      if (reasons.size === 0) watch.begin();
      reasons.add(why);
      return () => {
        reasons.delete(why);
        if (reasons.size === 0) watch.end();
      };
    },
    exhausted: summary,
  };
}

/** The one that holds back most. */
function reasonIn(reasons: ReadonlySet<Why>): string {
  const all = [...reasons];
  const why = ORDER.map((kind) => all.find((reason) => reason.kind === kind)).find(
    (reason) => reason !== undefined,
  );
  switch (why?.kind) {
    case "pause":
      return why.asked
        ? `waiting ${Math.floor(why.wait / 1000)} s since the API asked to (${why.words})`
        : `waiting since the API was asked too often (${why.words})`;
    case "again":
      return `waiting to try again (${why.words})`;
    case "pace":
      return why.rate === undefined
        ? "keeping to bluedot:requestsPerSecond"
        : `sending ${why.rate.toFixed(1)} requests a second since the API takes no more (429)`;
    default:
      return "waiting";
  }
}

const ORDER = ["pause", "pace", "again"] as const;

function number(count: number): string {
  return count.toLocaleString("en");
}
