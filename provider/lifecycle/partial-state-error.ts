import type { JsonObject } from "../json";

/**
 * An operation failed, and the object exists. The engine records it with these properties, and the next `pulumi up`
 * finishes it.
 */
export class PartialStateError extends Error {
  readonly id: string;
  readonly properties: JsonObject;
  readonly reasons: string[];

  /** @param advice a sentence for the user; empty if the cause has one */
  constructor(cause: unknown, id: string, properties: JsonObject, advice = FINISH) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(reason, { cause });
    this.stack = "";
    this.id = id;
    this.properties = properties;
    this.reasons = [`${reason} ${advice}`.trimEnd()];
  }
}

/** The error that a partial state is the outcome of; any other error is its own cause. */
export function causeOf(error: unknown): unknown {
  return error instanceof PartialStateError ? error.cause : error;
}

const FINISH = "It is in the state; run `pulumi up` again to finish it.";
