/** What has to be done so that a set holds what its program declares: a pure function of both. */
import { isString, type JsonObject } from "../json";
import { persistedAccount } from "../lifecycle/account-record";
import { persistedCreation } from "../lifecycle/creation-time";
import { diff } from "../lifecycle/diff";
import { declaredOf, objectIn, textsIn, type SetDefinition } from "./definition";
import type { RecordedObject } from "./state-format";
import { matchByKey, type DeclaredObject } from "./match";
import { maskedSecretsIn } from "./state";

/** Declared, and not there. */
interface Make {
  readonly do: "make";
  readonly key: string;
  readonly text: string;
  readonly declared: JsonObject;
}

/** There, and declared otherwise or not known to be whole. */
interface Change {
  readonly do: "change";
  readonly key: string;
  readonly text: string;
  readonly declared: JsonObject;
  /** As the state of a resource of its own has it. */
  readonly before: JsonObject;
  readonly held: RecordedObject;
}

/** There, and no longer declared. */
interface Remove {
  readonly do: "remove";
  readonly declared: JsonObject;
  readonly held: RecordedObject;
}

export type Step = Make | Change | Remove;

/** What the program calls the object, or called it where it is to go. */
export function keyOf(step: Step): string {
  return step.do === "remove" ? step.held.key : step.key;
}

export interface Plan {
  /** Nothing is to be done about them, though the program may call or spell them otherwise now. */
  readonly kept: readonly RecordedObject[];
  /** The set lets go of these, and leaves them in the account. */
  readonly released: readonly RecordedObject[];
  /** Deletions last. */
  readonly steps: readonly Step[];
  /** Whether anything is to be done or to be recorded. */
  readonly isNeeded: boolean;
}

/** @param olds what the set said for all its objects when `held` was recorded; `news` what it says now, and of whom. */
export function planOf(
  set: SetDefinition,
  olds: JsonObject,
  held: readonly RecordedObject[],
  news: JsonObject,
): Plan {
  const texts = [...(textsIn(set, news) ?? [])];
  const declared = texts.flatMap(([key, text]): DeclaredObject[] => (isString(text) ? [{ key, text }] : []));
  const { pairs, added, removed } = matchByKey(set, held, declared);
  const kept: RecordedObject[] = [];
  const changes: Change[] = [];
  for (const [one, { key, text }] of pairs) {
    const isSame = one.isWhole && one.key === key && one.text === text;
    const change = isSame ? undefined : changeOf(set, [olds, news], one, { key, text });
    if (change === undefined) kept.push({ ...one, key, text });
    else changes.push(change);
  }
  const makes = added.map((one): Make => ({ do: "make", ...one, declared: declaration(set, one, news) }));
  const isRetained = news["retainOnRemove"] === true;
  const removes = (isRetained ? [] : removed).map((one): Remove => ({
    do: "remove",
    declared: { ...declaration(set, one, olds), ...persistedAccount(olds) },
    held: one,
  }));
  const steps = [...makes, ...changes, ...removes];
  const isMoved = pairs.some(([one, { key }]) => one.key !== key);
  const released = isRetained ? removed : [];
  const isNeeded = isMoved || steps.length + released.length > 0 || maskedSecretsIn(olds).size > 0;
  return { kept, released, steps, isNeeded };
}

/** What is to be changed of an object; undefined where it is as declared. */
function changeOf(
  set: SetDefinition,
  [olds, news]: readonly [JsonObject, JsonObject],
  held: RecordedObject,
  one: DeclaredObject,
): Change | undefined {
  const before = { ...declaration(set, held, olds), ...persistedCreation(olds) };
  const declared = declaration(set, one, news);
  const isSame = held.isWhole && diff(set.of, before, declared).changes === false;
  const recorded = { ...before, ...held.open, ...persistedAccount(olds) };
  return isSame ? undefined : { do: "change", ...one, declared, before: recorded, held };
}

function declaration(set: SetDefinition, { key, text }: DeclaredObject, properties: JsonObject): JsonObject {
  return declaredOf(set, key, objectIn(text) ?? {}, properties);
}
