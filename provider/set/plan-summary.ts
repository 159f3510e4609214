/** A set's plan in one line, for a preview: the engine shows that a set changes, and its keys only in a diff. */
import { changesIn } from "./changes";
import type { SetDefinition } from "./definition";
import { clipped, counted, firstOf, SHOWN } from "./counts";
import { keyOf, type Plan, type Step } from "./plan";

/**
 * `1 to create (new), 2 to change (17: center moved 4,030 km; 9: radius 40 → 60), 1 to delete (store-7)`
 *
 * Undefined where nothing is to be done.
 *
 * @param isSecret whether the program marks something of the set as secret: then keys alone are shown
 */
export function describePlan(
  { of }: SetDefinition,
  { steps, released }: Pick<Plan, "steps" | "released">,
  isSecret: boolean,
): string | undefined {
  if (steps.length + released.length === 0) return undefined;
  const changeOf = (step: Step) => {
    const key = clipped(keyOf(step));
    if (step.do !== "change" || isSecret) return key;
    const changes = changesIn(of.fields, step);
    return `${key}: ${changes === "" ? "to be completed" : changes}`;
  };
  const namesOf = (what: Step["do"]) =>
    // No more is worked out than is shown.
    steps.filter((step) => step.do === what).map((step, at) => (at < SHOWN ? changeOf(step) : ""));
  const parts: [verb: string, names: string[], separator?: string][] = [
    ["create", namesOf("make")],
    ["change", namesOf("change"), isSecret ? ", " : "; "],
    ["delete", namesOf("remove")],
    ["release", released.map(({ key }) => clipped(key))],
  ];
  return parts
    .filter(([, names]) => names.length > 0)
    .map(([verb, names, separator]) => `${counted(names.length)} to ${verb} (${firstOf(names, separator)})`)
    .join(", ");
}
