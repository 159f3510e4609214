/** State = the set's own arguments + what it has made, packed. The texts of the arguments are in the inputs already. */
import { isString, type Json, type JsonObject } from "../json";
import { persistedCreation } from "../lifecycle/creation-time";
import { HIDDEN } from "../lifecycle/hidden-state";
import { isMarked, ownArguments, textsIn, type SetDefinition } from "./definition";
import { encodeObjects, decodeObjects, type RecordedObject } from "./state-format";

export function recordedIn(outputs: JsonObject): RecordedObject[] {
  const packed = outputs[HIDDEN.objects];
  return isString(packed) && packed !== "" ? decodeObjects(packed) : [];
}

/** Tells what needs nothing done: not what is not whole, nor where one of two that have a key was to be deleted. */
export function isSettled(held: readonly RecordedObject[]): (one: RecordedObject) => boolean {
  const times = new Map<string, number>();
  for (const { key } of held) times.set(key, (times.get(key) ?? 0) + 1);
  return ({ key, isWhole }) => isWhole && times.get(key) === 1;
}

export function stateOfSet(
  set: SetDefinition,
  properties: JsonObject,
  held: readonly RecordedObject[],
): JsonObject {
  const inOrder = [...held].sort((a, b) => (a.key < b.key ? -1 : 1));
  return {
    ...ownArguments(set, properties),
    ...namesIn(properties),
    ...persistedCreation(properties),
    [HIDDEN.objects]: encodeObjects(inOrder),
  };
}

/**
 * The keys of objects whose texts hold a secret, as far as is known, while the engine does not know that: of a run that
 * is not all done it keeps the outputs, and the arguments of the run before with their marks.
 */
export function maskedSecretsIn(outputs: JsonObject): ReadonlySet<Json> {
  const keys = outputs[HIDDEN.masked];
  return new Set(Array.isArray(keys) ? keys : []);
}

/**
 * @param olds the outputs before an operation that is not all done; `news` its arguments
 * @param lost the keys of which it is not known whether they were changed
 */
export function maskOf(
  set: SetDefinition,
  { olds, news }: { readonly olds: JsonObject; readonly news: JsonObject },
  held: readonly RecordedObject[],
  lost: ReadonlySet<string>,
): JsonObject {
  const isSecret = isMarked(news);
  const texts = textsIn(set, news);
  const veiled = maskedSecretsIn(olds);
  const before = new Map(recordedIn(olds).map((one) => [one.key, one.text]));
  const keys = held.flatMap(({ key, text }) => {
    const isAsBefore = before.get(key) === text;
    const isHidden = isAsBefore
      ? veiled.has(key) || (isSecret && lost.has(key))
      : isSecret && texts?.get(key) === text;
    return isHidden ? [key] : [];
  });
  return keys.length === 0 ? {} : { [HIDDEN.masked]: keys.sort() };
}

/** What the class says of the set itself. */
export function namesIn(properties: JsonObject): JsonObject {
  const name = properties[HIDDEN.name];
  return isString(name) ? { [HIDDEN.name]: name } : {};
}
