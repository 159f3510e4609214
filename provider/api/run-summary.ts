/** The messages about all requests of a session together: the reason of a wait, and an API that fails too often. */
import { OUTAGE_AFTER } from "../errors";
import type { ProgressReporter } from "./progress";

export type RunSummary = ReturnType<typeof openRunSummary>;

interface Failure {
  /** The last outcome in a few words, if other calls would fail too; undefined for a fault of this call. */
  readonly outage: string | undefined;
  /** The call had several attempts. */
  readonly isRetried: boolean;
}

type WaitReason =
  /** In milliseconds; `isRequested`: the API asked for it by `Retry-After`. */
  | { readonly kind: "pause"; readonly wait: number; readonly isRequested: boolean; readonly words: string }
  /** Requests a second; undefined if only the user's own limit applies. */
  | { readonly kind: "rate limit"; readonly rate: number | undefined }
  | { readonly kind: "retry"; readonly words: string };

export interface RunSummaryTools {
  readonly progress: ProgressReporter;
  readonly warn: (message: string) => void;
}

export function openRunSummary({ progress, warn }: RunSummaryTools) {
  const reasons = new Set<WaitReason>();
  let calls = 0;
  let succeeded = 0;
  let failed = 0;
  let failedInARow = 0;
  let isShown = false;
  const warnOnce = (words: string) => {
    if (isShown) return;
    isShown = true;
    warn(
      `The API fails too often (${words}): ${number(succeeded)} requests succeeded and ${number(failed)} failed so far ` +
        "in this run, and retries are kept few. What is done is in the state; when the API answers again, run the " +
        "same command again to go on.",
    );
  };
  const watch = progress.watch(
    () =>
      `${strongestOf(reasons)}: ${number(succeeded)} of ${number(calls)} requests are done` +
      (failed === 0 ? "" : `, ${number(failed)} failed`),
  );

  return {
    /** Counts a call that begins; the result is called at its end, with the failure if there is one. */
    begun() {
      calls += 1;
      const before = succeeded;
      return (failure?: Failure): void => {
        if (failure === undefined) {
          succeeded += 1;
          failedInARow = 0;
          return;
        }
        failed += 1;
        if (failure.outage === undefined) return;
        failedInARow += 1;
        // No call succeeded during the attempts of this one.
        const isDown = failure.isRetried && succeeded === before;
        if (isDown || failedInARow >= OUTAGE_AFTER) warnOnce(failure.outage);
      };
    },
    /** Requests wait for this reason until the result is called. */
    waiting(reason: WaitReason) {
      if (reasons.size === 0) watch.begin();
      reasons.add(reason);
      return (): void => {
        reasons.delete(reason);
        if (reasons.size === 0) watch.end();
      };
    },
    /** The budget of retries is used up. */
    budgetExhausted: warnOnce,
  };
}

/** The reason that delays requests most. */
function strongestOf(reasons: ReadonlySet<WaitReason>): string {
  const all = [...reasons];
  const strongest = ORDER.map((kind) => all.find((reason) => reason.kind === kind)).find(
    (reason) => reason !== undefined,
  );
  switch (strongest?.kind) {
    case "pause":
      return strongest.isRequested
        ? `waiting ${Math.floor(strongest.wait / 1000)} s since the API asked to (${strongest.words})`
        : `waiting since the API was asked too often (${strongest.words})`;
    case "retry":
      return `waiting to try again (${strongest.words})`;
    case "rate limit":
      return strongest.rate === undefined
        ? "keeping to bluedot:requestsPerSecond"
        : `sending ${strongest.rate.toFixed(1)} requests a second since the API takes no more (429)`;
    default:
      return "waiting";
  }
}

const ORDER = ["pause", "rate limit", "retry"] as const;

function number(count: number): string {
  return count.toLocaleString("en");
}
