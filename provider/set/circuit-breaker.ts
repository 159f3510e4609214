/** Stops a plan when the remaining steps would fail for the same reason, each after its own wait. */
import { BluedotError, isOutage, OUTAGE_AFTER, type BluedotErrorKind } from "../errors";
import { causeOf } from "../lifecycle/partial-state-error";

export type StopReason = "outage" | "equal refusals";

/** Errors that concern all objects. */
const GLOBAL_ERRORS: readonly BluedotErrorKind[] = ["configuration", "authentication", "unreachable"];
/** Some objects may share a fault; after this many equal refusals in a row the rest would most likely fail too. */
export const REFUSALS_AFTER = 20;

export function openCircuitBreaker() {
  let outagesInARow = 0;
  let refusals = { reason: "", inARow: 0 };
  let stop: StopReason | undefined;
  return {
    succeeded(): void {
      outagesInARow = 0;
      refusals = { reason: "", inARow: 0 };
    },
    /** @param reason a text that is equal for failures of one reason */
    failed(error: unknown, reason: string): void {
      refusals = { reason, inARow: reason === refusals.reason ? refusals.inARow + 1 : 1 };
      const cause = causeOf(error);
      if (isOutage(cause)) outagesInARow += 1;
      const isGlobal = cause instanceof BluedotError && GLOBAL_ERRORS.includes(cause.kind);
      if (isGlobal || outagesInARow >= OUTAGE_AFTER) stop ??= "outage";
      else if (refusals.inARow >= REFUSALS_AFTER) stop ??= "equal refusals";
    },
    /** The reason to stop; undefined while there is none. */
    reason: (): StopReason | undefined => stop,
  };
}
