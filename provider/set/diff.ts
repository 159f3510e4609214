/** Compares the declared objects of a set with its recorded ones, without the network. */
import type { JsonObject } from "../json";
import type { DiffResult } from "../lifecycle/diff";
import { isEquivalent } from "../schema/equivalent";
import { holdsUnknown } from "../schema/unknown";
import { isMarked, type SetDefinition } from "./definition";
import { planOf } from "./plan";
import { describePlan } from "./plan-summary";
import { recordedIn, isSettled } from "./state";

export interface SetDiffResult extends DiffResult {
  /** The ids of the objects that stay in the set. */
  readonly lasting: readonly string[];
  /** The ids of the objects that leave the set and are deleted. */
  readonly leaving: readonly string[];
  /** The plan as a sentence; of a replaced set, its deletes; undefined if there is nothing to do. */
  readonly planned: string | undefined;
}

/** @param isSecret true if a part of the set is marked as secret, or was before */
export function diffSet(
  set: SetDefinition,
  olds: JsonObject,
  news: JsonObject,
  isSecret = isMarked(news),
): SetDiffResult {
  const replaces = set.shared.filter((name) => {
    const property = set.fields.properties[name];
    return property?.replaces === true && !isEquivalent(property.field, olds[name], news[name]);
  });
  const recorded = recordedIn(olds);
  const { kept, released, steps, isNeeded } = planOf(set, olds, recorded, news);
  const updated = steps.flatMap((step) => (step.do === "update" ? [step.recorded] : []));
  const isRetainedOtherwise = olds["retainOnRemove"] !== news["retainOnRemove"];
  const hasChanges =
    replaces.length > 0 || holdsUnknown(news[set.argument]) || isNeeded || isRetainedOtherwise;
  // A refresh leaves unsettled objects out of the arguments: if the program lacks one too, the engine sees no change.
  const settled = isSettled(recorded);
  const isUnseenDelete =
    steps.length > 0 && steps.every((step) => step.do === "delete" && !settled(step.recorded));
  // A set that is replaced is deleted with all of its objects.
  const planned =
    replaces.length > 0
      ? planOf(set, olds, recorded, { ...news, [set.argument]: {}, retainOnRemove: false })
      : { steps, released };
  return {
    // With `true` the engine would show every object whole; with undefined it finds the changed ones itself.
    changes: hasChanges ? isUnseenDelete || undefined : false,
    replaces,
    lasting: [...kept, ...updated].map(({ id }) => id),
    leaving: steps.flatMap((step) => (step.do === "delete" ? [step.recorded.id] : [])),
    planned: describePlan(set, planned, isSecret),
  };
}
