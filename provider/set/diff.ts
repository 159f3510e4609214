/** Whether the program asks for something else than a set has made. No network. */
import type { JsonObject } from "../json";
import type { Verdict } from "../lifecycle/diff";
import { same } from "../schema/canonical";
import { holdsUnknown } from "../schema/unknown";
import type { SetDefinition } from "./definition";
import type { Held } from "./packed";
import { counted } from "./partly-done";
import { keyOf, planOf, type Step } from "./plan";
import { heldIn, isSettled } from "./state";

export interface SetVerdict extends Verdict {
  /** The ids of the objects that the set has and goes on having. */
  readonly lasting: readonly string[];
  /** What is to be done, in words; undefined where it is nothing, or all anew. */
  readonly planned: string | undefined;
}

export function diffSet(set: SetDefinition, olds: JsonObject, news: JsonObject): SetVerdict {
  const replaces = set.shared.filter((name) => {
    const property = set.fields.properties[name];
    return property?.replaces === true && !same(property.field, olds[name], news[name], news);
  });
  const held = heldIn(olds);
  const { kept, released, steps, isNeeded } = planOf(set, olds, held, news);
  const changed = steps.flatMap((step) => (step.do === "change" ? [step.held] : []));
  const isRetainedOtherwise = olds["retainOnRemove"] !== news["retainOnRemove"];
  const hasChanges =
    replaces.length > 0 || holdsUnknown(news[set.objects]) || isNeeded || isRetainedOtherwise;
  // The arguments that a refresh gives lack what is not settled: one that the program lacks too would show nothing.
  const settled = isSettled(held);
  const isOnlyHeld = steps.length > 0 && steps.every((step) => step.do === "remove" && !settled(step.held));
  return {
    // Told that something changes, and not what, the engine would show every object whole; asked, it finds which.
    changes: hasChanges ? isOnlyHeld || undefined : false,
    replaces,
    lasting: [...kept, ...changed].map(({ id }) => id),
    planned: replaces.length > 0 ? undefined : inWords(steps, released),
  };
}

/** `1 to make, 3 to change, 2 to delete (store-7, store-8)`; undefined where nothing is to be done. */
function inWords(steps: readonly Step[], released: readonly Held[]): string | undefined {
  if (steps.length + released.length === 0) return undefined;
  const parts = (["make", "change", "remove"] as const).flatMap((what) => {
    const keys = steps.filter((step) => step.do === what).map(keyOf);
    if (keys.length === 0) return [];
    const count = `${counted(keys.length)} to ${what === "remove" ? "delete" : what}`;
    return what === "change" ? count : `${count} (${someOf(keys)})`;
  });
  const keys = released.map(({ key }) => key);
  return [
    ...parts,
    ...(keys.length === 0 ? [] : [`${counted(keys.length)} to let go (${someOf(keys)})`]),
  ].join(", ");
}

const NAMED = 10;

/** The first keys, and the count of the others. */
export function someOf(keys: readonly string[]): string {
  const more = keys.length - NAMED;
  return [...keys.slice(0, NAMED), ...(more > 0 ? [`and ${counted(more)} more`] : [])].join(", ");
}
