/** State = the set's own arguments + its encoded objects. The texts of the arguments are in the inputs already. */
import { isString, type Json, type JsonObject } from "../json";
import { persistedCreation } from "../lifecycle/creation-time";
import { HIDDEN } from "../lifecycle/hidden-state";
import { isMarked, ownArguments, textsIn, type SetDefinition } from "./definition";
import { encodeObjects, decodeObjects, type RecordedObject } from "./state-format";

export function recordedIn(outputs: JsonObject): RecordedObject[] {
  const packed = outputs[HIDDEN.objects];
  return isString(packed) && packed !== "" ? decodeObjects(packed) : [];
}

/** True for objects that need no step: complete, and the only one of their key (of two, one was to be deleted). */
export function isSettled(recorded: readonly RecordedObject[]): (one: RecordedObject) => boolean {
  const times = new Map<string, number>();
  for (const { key } of recorded) times.set(key, (times.get(key) ?? 0) + 1);
  return ({ key, isWhole }) => isWhole && times.get(key) === 1;
}

export function stateOfSet(
  set: SetDefinition,
  properties: JsonObject,
  recorded: readonly RecordedObject[],
): JsonObject {
  const inOrder = [...recorded].sort((a, b) => (a.key < b.key ? -1 : 1));
  return {
    ...ownArguments(set, properties),
    ...namesIn(properties),
    ...persistedCreation(properties),
    [HIDDEN.objects]: encodeObjects(inOrder),
  };
}

/**
 * The keys of objects whose texts may hold a secret unknown to the engine: after a partial failure it keeps the outputs,
 * but the arguments and secret marks of the run before.
 */
export function maskedSecretsIn(outputs: JsonObject): ReadonlySet<Json> {
  const keys = outputs[HIDDEN.masked];
  return new Set(Array.isArray(keys) ? keys : []);
}

/**
 * @param olds the outputs before an operation that failed in part; `news` its arguments
 * @param lost the keys of objects whose last step may have taken effect
 */
export function maskOf(
  set: SetDefinition,
  { olds, news }: { readonly olds: JsonObject; readonly news: JsonObject },
  recorded: readonly RecordedObject[],
  lost: ReadonlySet<string>,
): JsonObject {
  const isSecret = isMarked(news);
  const texts = textsIn(set, news);
  const masked = maskedSecretsIn(olds);
  const before = new Map(recordedIn(olds).map((one) => [one.key, one.text]));
  const keys = recorded.flatMap(({ key, text }) => {
    const isUnchanged = before.get(key) === text;
    const isMasked = isUnchanged
      ? masked.has(key) || (isSecret && lost.has(key))
      : isSecret && texts?.get(key) === text;
    return isMasked ? [key] : [];
  });
  return keys.length === 0 ? {} : { [HIDDEN.masked]: keys.sort() };
}

/** The name of the set in the program, as a property of its state. */
export function namesIn(properties: JsonObject): JsonObject {
  const name = properties[HIDDEN.name];
  return isString(name) ? { [HIDDEN.name]: name } : {};
}
