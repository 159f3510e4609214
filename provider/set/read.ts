/** Reads the objects of a set. A missing object is a result; any other failure is an error, and the state stays. */
import { BluedotError } from "../errors";
import { isEqual, isObject, present, stableText, type Json, type JsonObject } from "../json";
import { accountRecord, expectGone, hasMoved } from "../lifecycle/account-record";
import { subjectOf } from "../lifecycle/definition";
import { HIDDEN } from "../lifecycle/hidden-state";
import { pendingPaths } from "../lifecycle/pending-update";
import type { ReadResult } from "../lifecycle/read";
import { align } from "../schema/align";
import { declaredOf, objectIn, partsOf, setSubject, ownArguments, type SetDefinition } from "./definition";
import type { SetOperation } from "./operations";
import type { RecordedObject } from "./state-format";
import { forEachConcurrent } from "../concurrency";
import { recordedIn, isSettled, namesIn, stateOfSet, maskedSecretsIn } from "./state";

export type SetReadResult = Required<ReadResult>;

/**
 * The set as it is now. The arguments leave out objects that are gone or need a step, so that the plan shows them.
 */
export async function readSet(
  { set, open }: SetOperation,
  id: string,
  state: JsonObject,
): Promise<SetReadResult> {
  if (state[HIDDEN.objects] === undefined) throw notLookedUp(set, state);
  const { client, atOnce, account } = open(setSubject(set, state), id);
  hasMoved(() => account, setSubject(set, state), state);
  const recorded = recordedIn(state);
  const seen: RecordedObject[] = [];
  await forEachConcurrent(recorded, { atOnce }, async (one) => {
    const declared = declaredOf(set, one, state);
    const found = await client.read(one.id, declared, state);
    if (found !== undefined) seen.push(asFound(set, one, declared, found));
    else expectGone(account, { id: one.id, subject: subjectOf(set.of, declared, one.id) }, state);
  });
  // A second encoding may give other bytes, so an equal state stays as it is.
  const before = new Set(recorded);
  const masked = maskedSecretsIn(state);
  const isAsRecorded = seen.length === recorded.length && seen.every((one) => before.has(one));
  return {
    id,
    props: {
      ...(isAsRecorded
        ? state
        : { ...stateOfSet(set, state, seen), ...present({ [HIDDEN.masked]: state[HIDDEN.masked] }) }),
      ...accountRecord(account),
    },
    inputs: { ...ownArguments(set, state), ...namesIn(state), [set.argument]: textsOf(seen, masked) },
  };
}

/** The record of an object that was found. Its text stays if the object is equivalent to it. */
function asFound(
  set: SetDefinition,
  recorded: RecordedObject,
  declared: JsonObject,
  found: JsonObject,
): RecordedObject {
  const aligned = align(set.of.fields, declared, found);
  const isSame = aligned === declared || !isObject(aligned);
  const text = isSame ? recorded.text : driftedText(set, recorded, declared, aligned);
  const isWhole = set.of.complete(found) && pendingPaths(recorded.pending ?? {}).length === 0;
  const now = { ...recorded, text, parts: partsOf(set, found, recorded.id), isWhole };
  return isSame && now.isWhole === recorded.isWhole && isEqual(now.parts, { ...recorded.parts })
    ? recorded
    : now;
}

/** The texts of settled objects, by key. */
function textsOf(seen: readonly RecordedObject[], masked: ReadonlySet<Json>): JsonObject {
  const settled = seen.filter(isSettled(seen));
  return Object.fromEntries(settled.map(({ key, text }) => [key, masked.has(key) ? MASK : text]));
}

/** Replaces a text that the engine would store in clear; the next `up` gets it from the program, marked as secret. */
const MASK = "(not shown, since it may hold a secret)";

/** The found object as a text, without properties that come from the set, the key or a default and are unchanged. */
function driftedText(
  set: SetDefinition,
  recorded: RecordedObject,
  declared: JsonObject,
  aligned: JsonObject,
): string {
  const declaredBefore = objectIn(recorded.text) ?? {};
  const entries = Object.entries(aligned).filter(
    ([name, value]) => name in declaredBefore || value !== declared[name],
  );
  return stableText(Object.fromEntries(entries));
}

function notLookedUp(set: SetDefinition, state: JsonObject): BluedotError {
  return new BluedotError(
    "missing",
    `${setSubject(set, state)}: a set cannot be looked up; look its ${set.argument} up one by one.`,
  );
}
