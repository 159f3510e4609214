/** How a set tells that it is not all done. */
import type { BluedotError } from "../errors";
import type { JsonObject } from "../json";
import type { Failure, Report } from "./carry-out";

/**
 * Tells the engine that a part is done: the set is recorded with these properties, and the next `pulumi up` does the
 * rest.
 */
export class PartlyDone extends Error {
  readonly id: string;
  readonly properties: JsonObject;
  readonly reasons: string[];

  constructor(message: string, id: string, properties: JsonObject) {
    super(message);
    this.stack = "";
    this.id = id;
    this.properties = properties;
    this.reasons = [message];
  }
}

/** How much is done, how much is left, and why; begins with the set. */
export function summaryOf(subject: string, { done, left, failures, stop }: Report): string {
  const begun = failures.length;
  const shown = failures.slice(0, SHOWN).map((failure) => `  ${reasonOf(failure)}`);
  const more = begun > SHOWN ? [`  and ${counted(begun - SHOWN)} more that failed.`] : [];
  const rest = stop === undefined ? [] : [`  ${counted(left - begun)} not begun: ${whyStopped(stop)}`];
  return [
    `${subject}: ${counted(done)} done, ${counted(left)} left:`,
    ...shown,
    ...more,
    ...rest,
    "What is done is kept; run `pulumi up` again to do the rest.",
  ].join("\n");
}

const SHOWN = 10;

/** The reason alone where it names the object by its key already. */
function reasonOf({ key, error }: Failure): string {
  const reason = error instanceof Error ? error.message : String(error);
  return reason.includes(`"${key}"`) ? reason : `"${key}": ${reason}`;
}

function whyStopped(stop: BluedotError | "cancelled"): string {
  return stop === "cancelled" ? "the run was cancelled." : "what failed would have failed for them too.";
}

export function counted(count: number): string {
  return count.toLocaleString("en-US");
}
