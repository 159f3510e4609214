/** Whether the program asks for something else than a set has made. No network. */
import type { JsonObject } from "../json";
import type { DiffResult } from "../lifecycle/diff";
import { isEquivalent } from "../schema/equivalent";
import { holdsUnknown } from "../schema/unknown";
import { isMarked, type SetDefinition } from "./definition";
import { planOf } from "./plan";
import { describePlan } from "./plan-summary";
import { recordedIn, isSettled } from "./state";

export interface SetVerdict extends DiffResult {
  /** The ids of the objects that the set has and goes on having. */
  readonly lasting: readonly string[];
  /** The ids of the objects that leave the set and are deleted. */
  readonly leaving: readonly string[];
  /** The plan in words; of a set that is replaced what is deleted; undefined where nothing is to be done. */
  readonly planned: string | undefined;
}

/** @param isSecret whether the program marks something of the set as secret, or did */
export function diffSet(
  set: SetDefinition,
  olds: JsonObject,
  news: JsonObject,
  isSecret = isMarked(news),
): SetVerdict {
  const replaces = set.shared.filter((name) => {
    const property = set.fields.properties[name];
    return property?.replaces === true && !isEquivalent(property.field, olds[name], news[name], news);
  });
  const held = recordedIn(olds);
  const { kept, released, steps, isNeeded } = planOf(set, olds, held, news);
  const changed = steps.flatMap((step) => (step.do === "change" ? [step.held] : []));
  const isRetainedOtherwise = olds["retainOnRemove"] !== news["retainOnRemove"];
  const hasChanges =
    replaces.length > 0 || holdsUnknown(news[set.objects]) || isNeeded || isRetainedOtherwise;
  // The arguments that a refresh gives lack what is not settled: one that the program lacks too would show nothing.
  const settled = isSettled(held);
  const isOnlyHeld = steps.length > 0 && steps.every((step) => step.do === "remove" && !settled(step.held));
  // A set that is replaced is deleted with all of its objects.
  const planned =
    replaces.length > 0
      ? planOf(set, olds, held, { ...news, [set.objects]: {}, retainOnRemove: false })
      : { steps, released };
  return {
    // Told that something changes, and not what, the engine would show every object whole; asked, it finds which.
    changes: hasChanges ? isOnlyHeld || undefined : false,
    replaces,
    lasting: [...kept, ...changed].map(({ id }) => id),
    leaving: steps.flatMap((step) => (step.do === "remove" ? [step.held.id] : [])),
    planned: describePlan(set, planned, isSecret),
  };
}
