/** GET, merge, PUT: unknown fields and the ids of parts survive, and a warning names each change of others that is overwritten. */
import { BluedotError } from "../errors";
import { stableText, type JsonObject } from "../json";
import { withConflictAdvice } from "../ownership/refusal";
import { mergeResource } from "../schema/merge";
import type { ApiRequest } from "../api";
import { persistedCreation, confirmMissing } from "./creation-time";
import { expectGone, hasMoved, persistedAccount } from "./account-record";
import { subjectOf, type ResourceRef } from "./definition";
import type { Operation } from "./context";
import { PartialStateError } from "./partial-state-error";
import { secretsOf } from "./redaction";
import { conflictsOf } from "./conflicts";
import { argumentsOf, stateOf } from "./state";
import { warnOfStored } from "./stored-form-warning";
import { declaredBefore, persistedPending, withPending, pendingPaths } from "./pending-update";
import { answerTo, fetchOne, pathOf, pushFor } from "./requests";

export async function update(
  operation: Operation,
  id: string,
  olds: JsonObject,
  news: JsonObject,
): Promise<{ outs: JsonObject }> {
  const { definition, account } = operation;
  const declared = argumentsOf(definition, news);
  const subject = subjectOf(definition, declared);
  hasMoved(account, subject, olds);
  const about: ResourceRef = { id, subject, session: account().session };
  const open = (state: JsonObject) => ({
    ...withPending(definition, { olds, declared }, state),
    ...persistedCreation(olds),
  });
  const before = {
    ...argumentsOf(definition, olds),
    ...persistedPending(olds),
    ...persistedCreation(olds),
    ...persistedAccount(olds),
  };
  const changed = await updateObject(operation, about, { before, declared }).catch((error: unknown) => {
    const isLost = error instanceof BluedotError && error.maybeDone;
    const state = isLost ? open(olds) : {};
    // A later run has to compare the parts that the lost request may have written.
    throw isLost && pendingPaths(state).length > 0 ? new PartialStateError(error, id, state, "") : error;
  });
  if (changed === undefined) throw gone(about);
  const reread = () =>
    fetchOne(definition, about).catch((error: unknown) => {
      throw new PartialStateError(error, id, open(stateOf(operation, declared, changed.previous, id)));
    });
  const found = changed.found ?? (await confirmMissing(operation, about, olds, await reread()));
  if (found === undefined) throw gone(about);
  warnOfStored(operation, about, declared, found);
  return { outs: { ...stateOf(operation, declared, found, id), ...persistedCreation(olds) } };
}

/** The time after a GET in which no other change is expected, in milliseconds. */
const FRESH_TIME = 1_000;

export interface UpdateInput {
  /** The declared values before. */
  readonly before: JsonObject;
  readonly declared: JsonObject;
}

export interface UpdateOutcome {
  /** The object before the update. */
  readonly previous: JsonObject;
  /** The object after it; undefined if the answer lacks values that outputs need. */
  readonly found: JsonObject | undefined;
}

/** Updates an object to the declared values; undefined if it no longer exists. */
export async function updateObject(
  operation: Operation,
  about: ResourceRef,
  { before: recorded, declared }: UpdateInput,
): Promise<UpdateOutcome | undefined> {
  const { definition, account, warn, clock, isSecret = false } = operation;
  const { session, configuration, lists } = account();
  const { id, subject } = about;
  const current = await confirmMissing(operation, about, recorded, await fetchOne(definition, about));
  if (current === undefined) {
    expectGone(account(), about, recorded);
    return undefined;
  }
  let readAt = clock.now();

  const before = declaredBefore(definition, recorded, current);
  const warned = new Set<string>();
  const mergedWith = (current: JsonObject): JsonObject => {
    const body = mergeResource(definition.fields, declared, { current, before });
    const conflicts = conflictsOf(definition, { before, declared, current, body }, isSecret);
    for (const conflict of conflicts.filter((each) => !warned.has(each))) warn(`${subject}: ${conflict}`);
    for (const conflict of conflicts) warned.add(conflict);
    return body;
  };
  const body = mergedWith(current);
  if (stableText(body) === stableText(current)) return { previous: current, found: current };
  const push = pushFor(definition, declared, configuration);
  lists.touched(definition, id);
  const call: ApiRequest = {
    method: "PUT",
    path: pathOf(definition, id),
    body: { ...body, ...push },
    renewed: async () => {
      if (clock.now() - readAt < FRESH_TIME) return undefined;
      const now = await fetchOne(definition, about);
      readAt = clock.now();
      return now && { ...mergedWith(now), ...push };
    },
    secrets: () => [before, declared].flatMap((version) => secretsOf(operation, version)),
    subject,
  };
  const answer = await session.send(call).catch(async (error: unknown) => {
    throw await withConflictAdvice(operation, declared, error, id);
  });
  if (answer.status === 404) {
    expectGone(account(), about, recorded);
    return undefined;
  }
  const found = answerTo(definition, call, id, answer);
  return { previous: current, found: found !== undefined && definition.complete(found) ? found : undefined };
}

function gone({ subject, id }: ResourceRef): BluedotError {
  return new BluedotError(
    "missing",
    `${subject} (${id}) no longer exists; run \`pulumi up --refresh\` to make it again.`,
    { status: 404 },
  );
}
