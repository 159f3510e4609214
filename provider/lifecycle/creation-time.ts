/**
 * When an object was created. Reads may lag behind a create: an object of which that was not long ago is looked for
 * again before it counts as gone.
 */
import type { JsonObject } from "../json";
import { reportWhile } from "../api/progress";
import type { ResourceRef } from "./definition";
import type { Operation } from "./context";
import { fetchOne } from "./requests";
import { HIDDEN } from "./hidden-state";

/** So long a read may lag behind a create, in milliseconds. */
const LAG = 45_000;
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 8_000;

/** The record of a create that has just been done. */
export function creationRecord(operation: Operation): JsonObject {
  return { [HIDDEN.created]: secondsNow(operation) };
}

export function secondsNow({ timeOfDay = Date.now }: Pick<Operation, "timeOfDay">): number {
  return Math.floor(timeOfDay() / 1000);
}

/** Whether the state records an older create; one of an earlier version records none. */
export function isCreatedBefore(state: JsonObject, moment: number): boolean {
  const created = state[HIDDEN.created];
  return typeof created === "number" && created < moment;
}

/** As a refresh or an update leaves it. */
export function persistedCreation(state: JsonObject): JsonObject {
  const created = state[HIDDEN.created];
  return created === undefined ? {} : { [HIDDEN.created]: created };
}

/**
 * What was found of an object; where that is nothing, and a read may still lag, it is asked for again.
 *
 * @param state holds when the object was created
 */
export async function confirmMissing(
  operation: Operation,
  about: ResourceRef,
  state: JsonObject,
  found: JsonObject | undefined,
): Promise<JsonObject | undefined> {
  if (found !== undefined || lagLeft(operation, state) === 0) return found;
  return reportWhile(
    untilFound(operation, about, state),
    () => `${about.subject}: it was created moments ago and the API does not find it; waiting for it.`,
  );
}

async function untilFound(
  operation: Operation,
  about: ResourceRef,
  state: JsonObject,
): Promise<JsonObject | undefined> {
  let left = lagLeft(operation, state);
  for (let pause = FIRST_PAUSE; left > 0; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
    await operation.clock.sleep(Math.min(pause, left));
    left -= pause;
    const found = await fetchOne(operation.definition, about);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** How long a read may lag from now on; a clock that was ahead of this one makes it no longer than for a new object. */
function lagLeft({ timeOfDay = Date.now }: Operation, state: JsonObject): number {
  const created = state[HIDDEN.created];
  if (typeof created !== "number") return 0;
  return Math.min(Math.max(created * 1000 + LAG - timeOfDay(), 0), LAG);
}
