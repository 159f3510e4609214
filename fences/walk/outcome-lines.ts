/** The expected and the actual triggers of a walk, as lines of a report. */
import type { Outcome } from "./expect";
import type { EventLines } from "./sentence";

/**
 * A line for each trigger, as in a diff: `-` was expected and did not come, `+` came and was not expected.
 *
 * @example
 *   cafe enter
 * - cafe exit: triggerOnExit is off (09:20:35)
 * + bank enter (09:22:10)
 */
export function outcomeLines(outcomes: readonly Outcome[], lines: EventLines): string[] {
  return outcomes.map((each) => outcomeLine(each, lines));
}

function outcomeLine({ zone, trigger, outcome, event, instead }: Outcome, lines: EventLines): string {
  const when = event === undefined ? "" : ` (${lines.when(event)})`;
  if (outcome === "as expected") return `  ${zone} ${trigger}${when}`;
  if (outcome === "extra") return `+ ${zone} ${trigger}${when}`;
  const reason = instead === undefined ? "" : `: ${instead.reason ?? ""} (${lines.when(instead)})`;
  return `- ${zone} ${trigger}${reason}`;
}
