/** The plan of a set: the steps from the recorded objects to the declared ones. */
import { isString, type JsonObject } from "../json";
import { persistedAccount } from "../lifecycle/account-record";
import { persistedCreation } from "../lifecycle/creation-time";
import { diff } from "../lifecycle/diff";
import { declaredOf, textsIn, type SetDefinition } from "./definition";
import type { RecordedObject } from "./state-format";
import { matchByKey, type DeclaredObject } from "./match-keys";
import { maskedSecretsIn } from "./state";

/** An object that is declared and not recorded. */
interface Create {
  readonly do: "create";
  readonly key: string;
  readonly text: string;
  readonly declared: JsonObject;
}

/** An object that is declared otherwise than recorded, or not known to be complete. */
interface Update {
  readonly do: "update";
  readonly key: string;
  readonly text: string;
  readonly declared: JsonObject;
  /** The arguments as the state of a resource of its own records them. */
  readonly before: JsonObject;
  readonly recorded: RecordedObject;
}

/** An object that is recorded and no longer declared. */
interface Delete {
  readonly do: "delete";
  readonly declared: JsonObject;
  readonly recorded: RecordedObject;
}

export type Step = Create | Update | Delete;

/** The declared key of an object; of one to be deleted, the recorded key. */
export function keyOf(step: Step): string {
  return step.do === "delete" ? step.recorded.key : step.key;
}

export interface Plan {
  /** Objects without a step; their key or text may have changed. */
  readonly kept: readonly RecordedObject[];
  /** Objects that leave the set and stay in the account. */
  readonly released: readonly RecordedObject[];
  /** Deletions last. */
  readonly steps: readonly Step[];
  /** True if there is anything to do or to record. */
  readonly isNeeded: boolean;
}

/** @param olds the set's properties when the objects were recorded; `news` its arguments now */
export function planOf(
  set: SetDefinition,
  olds: JsonObject,
  recorded: readonly RecordedObject[],
  news: JsonObject,
): Plan {
  const texts = [...(textsIn(set, news) ?? [])];
  const declared = texts.flatMap(([key, text]): DeclaredObject[] => (isString(text) ? [{ key, text }] : []));
  const { pairs, added, removed } = matchByKey(set, recorded, declared);
  const kept: RecordedObject[] = [];
  const updates: Update[] = [];
  for (const [one, { key, text }] of pairs) {
    const isSame = one.isWhole && one.key === key && one.text === text;
    const update = isSame ? undefined : updateOf(set, [olds, news], one, { key, text });
    if (update === undefined) kept.push({ ...one, key, text });
    else updates.push(update);
  }
  const creates = added.map((one): Create => ({
    do: "create",
    ...one,
    declared: declaredOf(set, one, news),
  }));
  const isRetained = news["retainOnRemove"] === true;
  const deletes = (isRetained ? [] : removed).map((one): Delete => ({
    do: "delete",
    declared: { ...declaredOf(set, one, olds), ...persistedAccount(olds) },
    recorded: one,
  }));
  const steps = [...creates, ...updates, ...deletes];
  const isMoved = pairs.some(([one, { key }]) => one.key !== key);
  const released = isRetained ? removed : [];
  const isNeeded = isMoved || steps.length + released.length > 0 || maskedSecretsIn(olds).size > 0;
  return { kept, released, steps, isNeeded };
}

/** The update of an object; undefined if it is as declared. */
function updateOf(
  set: SetDefinition,
  [olds, news]: readonly [JsonObject, JsonObject],
  recorded: RecordedObject,
  one: DeclaredObject,
): Update | undefined {
  const before = { ...declaredOf(set, recorded, olds), ...persistedCreation(olds) };
  const declared = declaredOf(set, one, news);
  const isSame = recorded.isWhole && diff(set.of, before, declared).changes === false;
  const withPending = { ...before, ...recorded.pending, ...persistedAccount(olds) };
  return isSame ? undefined : { do: "update", ...one, declared, before: withPending, recorded };
}
