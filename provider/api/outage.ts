/** What counts as an outage: an error that other requests would meet too, and not a fault of the one request. */
import { BluedotError, type BluedotErrorKind } from "../errors";

const OUTAGES: readonly BluedotErrorKind[] = ["unavailable", "throttled", "unreachable", "unanswered"];

export function isOutage(error: unknown): boolean {
  return error instanceof BluedotError && OUTAGES.includes(error.kind);
}

/** One object may be answered so for ever, while all others go on. */
export const OUTAGE_AFTER = 3;
