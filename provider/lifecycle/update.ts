/** GET, merge, PUT: fields that we do not know and ids of parts survive; what others changed is not overwritten unseen. */
import { BluedotError } from "../errors";
import { stableText, type JsonObject } from "../json";
import { withConflictAdvice } from "../ownership/conflict";
import { mergeObject } from "../schema/merge";
import type { ApiRequest } from "../api";
import { persistedCreation, confirmMissing } from "./creation-time";
import { expectGone, hasMoved, persistedAccount } from "./account-record";
import { subjectOf, type ResourceRef } from "./definition";
import type { Operation } from "./context";
import { PartialStateError } from "./partial-state-error";
import { secretsOf } from "./redaction";
import { conflictsOf } from "./conflicts";
import { pushFor } from "./push";
import { argumentsOf, stateOf } from "./state";
import { warnOfStored } from "./stored-forms";
import { declaredBefore, persistedPending, withPending, pendingPaths } from "./pending-update";
import { answerTo, fetchOne, pathOf } from "./requests";

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
    // A program that goes back, and a refresh that its sentence asks for, have to see what it may have written.
    throw isLost && pendingPaths(state).length > 0 ? new PartialStateError(error, id, state, "") : error;
  });
  if (changed === undefined) throw gone(about);
  const look = () =>
    fetchOne(definition, about).catch((error: unknown) => {
      throw new PartialStateError(error, id, open(stateOf(operation, declared, changed.previous, id)));
    });
  const found = changed.found ?? (await confirmMissing(operation, about, olds, await look()));
  if (found === undefined) throw gone(about);
  warnOfStored(operation, about, declared, found);
  return { outs: { ...stateOf(operation, declared, found, id), ...persistedCreation(olds) } };
}

/** So long after a look, in milliseconds, others are not expected to have changed anything. */
const STILL_SO = 1_000;

export interface UpdateInput {
  /** What the program declared before. */
  readonly before: JsonObject;
  readonly declared: JsonObject;
}

export interface UpdateOutcome {
  /** What the API held before. */
  readonly previous: JsonObject;
  /** What it holds now; undefined where its answer does not tell all that outputs need. */
  readonly found: JsonObject | undefined;
}

/** Makes an object what is declared now; undefined where it no longer exists. */
export async function updateObject(
  operation: Operation,
  about: ResourceRef,
  { before: recorded, declared }: UpdateInput,
): Promise<UpdateOutcome | undefined> {
  const { definition, account, warn, clock, isSecret = false } = operation;
  const { session, configuration, lists } = account();
  const { id, subject } = about;
  const held = await confirmMissing(operation, about, recorded, await fetchOne(definition, about));
  if (held === undefined) {
    expectGone(account(), about, recorded);
    return undefined;
  }
  let seenAt = clock.now();

  const before = declaredBefore(definition, recorded, held);
  const told = new Set<string>();
  const mergedWith = (held: JsonObject): JsonObject => {
    const body = mergeObject(definition.fields, declared, { held, before }, declared);
    const said = conflictsOf(definition, { before, declared, held, body }, isSecret);
    for (const sentence of said.filter((each) => !told.has(each))) warn(`${subject}: ${sentence}`);
    for (const sentence of said) told.add(sentence);
    return body;
  };
  const body = mergedWith(held);
  if (stableText(body) === stableText(held)) return { previous: held, found: held };
  const push = pushFor(definition, declared, configuration);
  lists.touched(definition, id);
  const call: ApiRequest = {
    method: "PUT",
    path: pathOf(definition, id),
    body: { ...body, ...push },
    renewed: async () => {
      if (clock.now() - seenAt < STILL_SO) return undefined;
      const now = await fetchOne(definition, about);
      seenAt = clock.now();
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
  return { previous: held, found: found !== undefined && definition.complete(found) ? found : undefined };
}

function gone({ subject, id }: ResourceRef): BluedotError {
  return new BluedotError(
    "missing",
    `${subject} (${id}) no longer exists; run \`pulumi up --refresh\` to make it again.`,
    { status: 404 },
  );
}
