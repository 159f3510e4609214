/** The error of a set that is not completely applied. */
import { withoutFullStop } from "../errors";
import type { JsonObject } from "../json";
import { PartialStateError } from "../lifecycle/partial-state-error";
import type { Failure, ApplyResult } from "./apply";
import { counted, firstOf, SHOWN } from "./counts";
import { REFUSALS_AFTER } from "./circuit-breaker";
import { messageOf } from "./failure-reasons";

/**
 * A partial success for the engine: it records the set with these properties, and the next `pulumi up` does the rest.
 */
export class PartialFailure extends PartialStateError {
  constructor(message: string, id: string, properties: JsonObject) {
    super(message, id, properties, "");
  }
}

/** The counts of completed and remaining steps, and the reasons; begins with the set. */
export function summaryOf(
  subject: string,
  { completed, remaining, failures, stop }: ApplyResult,
  advice = "What is done is kept; run `pulumi up` again to do the rest.",
): string {
  const byReason = [...Map.groupBy(failures, ({ reason }) => reason).values()];
  const shown = byReason.slice(0, SHOWN).map((group) => `  ${lineOf(group)}`);
  const hidden = byReason.slice(SHOWN).flat().length;
  const more = hidden > 0 ? [`  and ${counted(hidden)} more that failed.`] : [];
  const rest =
    stop === undefined ? [] : [`  ${counted(remaining - failures.length)} not begun: ${whyStopped(stop)}`];
  return [
    `${subject}: ${counted(completed)} done, ${counted(remaining)} left:`,
    ...shown,
    ...more,
    ...rest,
    advice,
  ].join("\n");
}

/** `"a": it was refused (and 2 more for the same reason: b, c).` */
function lineOf([first, ...others]: readonly Failure[]): string {
  if (first === undefined) return "";
  const { key, error } = first;
  const reason = messageOf(error);
  // Some reasons name the object by its key already.
  const line = reason.includes(`"${key}"`) ? reason : `"${key}": ${reason}`;
  if (others.length === 0) return line;
  const keys = firstOf(others.map((other) => other.key));
  return `${withoutFullStop(line)} (and ${counted(others.length)} more for the same reason: ${keys}).`;
}

function whyStopped(stop: NonNullable<ApplyResult["stop"]>): string {
  switch (stop) {
    case "cancelled":
      return "the run was cancelled.";
    case "outage":
      return "what failed would have failed for them too.";
    case "equal refusals":
      return `${REFUSALS_AFTER} in a row failed for the same reason, and none succeeded in between; correct it first.`;
  }
}
