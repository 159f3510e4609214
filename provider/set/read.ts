/** Looks at what the API holds of a set. Gone is an answer; whatever else fails is an error, and the state stays. */
import { BluedotError } from "../errors";
import { isEqual, isObject, present, stableText, type Json, type JsonObject } from "../json";
import { accountRecord, expectGone, hasMoved } from "../lifecycle/account-record";
import { subjectOf } from "../lifecycle/definition";
import { pendingPaths } from "../lifecycle/pending-update";
import { align } from "../schema/from-api";
import {
  declaredOf,
  stateKeys,
  objectIn,
  partsOf,
  setSubject,
  ownArguments,
  type SetDefinition,
} from "./definition";
import type { SetOperation } from "./operations";
import type { RecordedObject } from "./state-format";
import { forEachConcurrent } from "../concurrency";
import { recordedIn, isSettled, namesIn, stateOfSet, maskedSecretsIn } from "./state";

export interface SetReadResult {
  readonly id: string;
  readonly props: JsonObject;
  readonly inputs: JsonObject;
}

/**
 * The set as it is now. What is gone, or has something to be done about it, is no part of the arguments any more, so
 * that the plan shows it.
 */
export async function readSet(
  { set, open }: SetOperation,
  id: string,
  state: JsonObject,
): Promise<SetReadResult> {
  if (state[stateKeys.packed] === undefined) throw notLookedUp(set, state);
  const { objects, atOnce, account } = open(setSubject(set, state), id);
  hasMoved(() => account, setSubject(set, state), state);
  const held = recordedIn(state);
  const seen: RecordedObject[] = [];
  await forEachConcurrent(held, { atOnce }, async (one) => {
    const declared = declaredOf(set, one.key, objectIn(one.text) ?? {}, state);
    const found = await objects.read(one.id, declared, state);
    if (found !== undefined) seen.push(asFound(set, one, declared, found));
    else expectGone(account, { id: one.id, subject: subjectOf(set.of, declared, one.id) }, state);
  });
  // To pack it again could spell the same in another way.
  const recorded = new Set(held);
  const veiled = maskedSecretsIn(state);
  const isAsRecorded = seen.length === held.length && seen.every((one) => recorded.has(one));
  return {
    id,
    props: {
      ...(isAsRecorded
        ? state
        : { ...stateOfSet(set, state, seen), ...present({ [stateKeys.veiled]: state[stateKeys.veiled] }) }),
      ...accountRecord(account),
    },
    inputs: { ...ownArguments(set, state), ...namesIn(state), [set.objects]: textsOf(seen, veiled) },
  };
}

/** The text stays as it was where it says the same as what was found. */
function asFound(
  set: SetDefinition,
  held: RecordedObject,
  declared: JsonObject,
  found: JsonObject,
): RecordedObject {
  const aligned = align(set.of.fields, declared, found, declared);
  const isSame = aligned === declared || !isObject(aligned);
  const text = isSame ? held.text : driftedText(set, held, declared, aligned);
  const isWhole = set.of.complete(found) && pendingPaths(held.open ?? {}).length === 0;
  const now = { ...held, text, parts: partsOf(set, found, held.id), isWhole };
  return isSame && now.isWhole === held.isWhole && isEqual(now.parts, { ...held.parts }) ? held : now;
}

/** Of what needs nothing done. */
function textsOf(seen: readonly RecordedObject[], veiled: ReadonlySet<Json>): JsonObject {
  const settled = seen.filter(isSettled(seen));
  return Object.fromEntries(settled.map(({ key, text }) => [key, veiled.has(key) ? VEIL : text]));
}

/** Where the engine would show and keep a secret in clear: the next `up` has it from the program, with its mark. */
const VEIL = "(not shown, since it may hold a secret)";

/** Without what the program left to the set, to the key and to defaults, where that is still so. */
function driftedText(
  set: SetDefinition,
  held: RecordedObject,
  declared: JsonObject,
  aligned: JsonObject,
): string {
  const said = objectIn(held.text) ?? {};
  const entries = Object.entries(aligned).filter(([name, value]) => name in said || value !== declared[name]);
  return stableText(Object.fromEntries(entries));
}

function notLookedUp(set: SetDefinition, state: JsonObject): BluedotError {
  return new BluedotError(
    "missing",
    `${setSubject(set, state)}: a set cannot be looked up; look its ${set.objects} up one by one.`,
  );
}
