/** What the user is told of all requests together: what they wait for, and that the API fails too often. */
import type { Telling } from "./tell";

export interface Report {
  /** A call begins; what it gives is called with how it ended. */
  begun(): (succeeded: boolean) => void;
  /** Requests wait; what it gives is called when they do so no more. */
  waiting(why: Why): () => void;
  /** Nothing is tried again any more. */
  exhausted(words: string): void;
}

type Why =
  /** In milliseconds; `asked` where the API said how long. */
  | { readonly kind: "pause"; readonly wait: number; readonly asked: boolean; readonly words: string }
  /** Requests a second; undefined where the user's own limit is lower than any that was found. */
  | { readonly kind: "pace"; readonly rate: number | undefined }
  | { readonly kind: "again"; readonly words: string };

export interface ReportTools {
  readonly telling: Telling;
  readonly warn: (message: string) => void;
}

export function openReport({ telling, warn }: ReportTools): Report {
  const reasons = new Set<Why>();
  let calls = 0;
  let succeeded = 0;
  let failed = 0;
  let isExhausted = false;
  const watch = telling.watch(
    () => `${reasonIn(reasons)}: ${number(succeeded + failed)} of ${number(calls)} requests are done`,
  );

  return {
    begun() {
      calls += 1;
      return (well) => {
        if (well) succeeded += 1;
        else failed += 1;
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
    exhausted(words) {
      if (isExhausted) return;
      isExhausted = true;
      warn(
        `The API fails too often (${words}), so no request is tried again for now: ${number(succeeded)} requests ` +
          `succeeded and ${number(failed)} failed so far in this run. What is done is in the state; when the API ` +
          "answers again, run the same command again to go on.",
      );
    },
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
