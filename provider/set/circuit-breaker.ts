/** The moment to begin nothing more: what fails would fail for all that are left too, each after its own time. */
import { BluedotError, isOutage, OUTAGE_AFTER, type BluedotErrorKind } from "../errors";

export type StopReason = "outage" | "equal refusals";

export interface CircuitBreaker {
  succeeded(): void;
  /** @param reason the same text for failures of one reason */
  failed(error: unknown, reason: string): void;
  /** Undefined while there is no reason to think that all fail. */
  reason(): StopReason | undefined;
}

/** These are not about one object. */
const ofAll: readonly BluedotErrorKind[] = ["configuration", "authentication", "unreachable"];
/** Many objects may have the same fault, and others none: by then it is hardly a fault of single ones. */
export const REFUSALS_AFTER = 20;

export function openCircuitBreaker(): CircuitBreaker {
  let outagesInARow = 0;
  let refusals = { reason: "", inARow: 0 };
  let stop: StopReason | undefined;
  return {
    succeeded() {
      outagesInARow = 0;
      refusals = { reason: "", inARow: 0 };
    },
    failed(error, reason) {
      refusals = { reason, inARow: reason === refusals.reason ? refusals.inARow + 1 : 1 };
      if (isOutage(error)) outagesInARow += 1;
      const isOfAll = error instanceof BluedotError && ofAll.includes(error.kind);
      if (isOfAll || outagesInARow >= OUTAGE_AFTER) stop ??= "outage";
      else if (refusals.inARow >= REFUSALS_AFTER) stop ??= "equal refusals";
    },
    reason: () => stop,
  };
}
