/** When to begin nothing more: what fails would fail for all that are left too, each after its own time. */
import { BluedotError, type BluedotErrorKind } from "../errors";

export interface OutageWatch {
  succeeded(): void;
  failed(error: unknown): void;
  /** What fails for all of them; undefined where there is no reason to think so. */
  outage(): BluedotError | undefined;
}

/** These are not about one object. */
const ofAll: readonly BluedotErrorKind[] = ["configuration", "authentication", "unreachable"];
/** One object may be answered so for ever, while all others go on. */
const ofManyInARow: readonly BluedotErrorKind[] = ["unavailable", "throttled", "unanswered"];
const ENOUGH_IN_A_ROW = 3;

export function watchForOutage(): OutageWatch {
  let inARow = 0;
  let outage: BluedotError | undefined;
  return {
    succeeded() {
      inARow = 0;
    },
    failed(error) {
      if (!(error instanceof BluedotError)) return;
      if (ofManyInARow.includes(error.kind)) inARow += 1;
      if (ofAll.includes(error.kind) || inARow >= ENOUGH_IN_A_ROW) outage ??= error;
    },
    outage: () => outage,
  };
}
