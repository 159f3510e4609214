import type { JsonObject } from "../json";

/**
 * Tells the engine that the object exists although the operation failed: it is recorded with these properties,
 * and the next `pulumi up` finishes it.
 */
export class PartialStateError extends Error {
  readonly id: string;
  readonly properties: JsonObject;
  readonly reasons: string[];

  /** @param advice what to do about it, in a sentence; empty where the cause says it */
  constructor(cause: unknown, id: string, properties: JsonObject, advice = FINISH) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(reason);
    this.stack = "";
    this.id = id;
    this.properties = properties;
    this.reasons = [`${reason} ${advice}`.trimEnd()];
  }
}

const FINISH = "It is in the state; run `pulumi up` again to finish it.";
