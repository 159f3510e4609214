/** The time of a create. Reads may lag behind it: an object that was created moments ago is read again before it counts as gone. */
import type { JsonObject } from "../json";
import { progress } from "../api/progress";
import type { ResourceRef } from "./definition";
import type { Operation } from "./context";
import { fetchOne } from "./requests";
import { HIDDEN } from "./hidden-state";

/** The time that a read may lag behind a create, in milliseconds. */
const LAG = 45_000;
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 8_000;

/** The record of a create that was done now. */
export function creationRecord(operation: Operation): JsonObject {
  return { [HIDDEN.created]: secondsNow(operation) };
}

export function secondsNow({ timeOfDay = Date.now }: Pick<Operation, "timeOfDay">): number {
  return Math.floor(timeOfDay() / 1000);
}

/** True if the state records an older create. States of earlier versions record none. */
export function isCreatedBefore(state: JsonObject, moment: number): boolean {
  const created = state[HIDDEN.created];
  return typeof created === "number" && created < moment;
}

/** The record, as a refresh or an update keeps it. */
export function persistedCreation(state: JsonObject): JsonObject {
  const created = state[HIDDEN.created];
  return created === undefined ? {} : { [HIDDEN.created]: created };
}

/**
 * The found object. If there is none and a read may still lag, it is read again.
 *
 * @param state has the time of the create
 */
export async function confirmMissing(
  operation: Operation,
  about: ResourceRef,
  state: JsonObject,
  found: JsonObject | undefined,
): Promise<JsonObject | undefined> {
  if (found !== undefined || lagLeft(operation, state) === 0) return found;
  return progress.reportWhile(
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

/** The rest of that time; a clock that was ahead of this one makes it no longer than for a new object. */
function lagLeft({ timeOfDay = Date.now }: Operation, state: JsonObject): number {
  const created = state[HIDDEN.created];
  if (typeof created !== "number") return 0;
  return Math.min(Math.max(created * 1000 + LAG - timeOfDay(), 0), LAG);
}
