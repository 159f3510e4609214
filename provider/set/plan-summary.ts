/** The plan of a set in one line, for a preview: the engine shows keys in a diff alone. */
import { changesIn } from "./changes";
import type { SetDefinition } from "./definition";
import { clipped, counted, firstOf, SHOWN } from "./counts";
import { keyOf, type Plan, type Step } from "./plan";

/**
 * `1 to create (new), 2 to change (17: center moved 4,030 km; 9: radius 40 → 60), 1 to delete (store-7)`
 *
 * Undefined if there is nothing to do.
 *
 * @param isSecret true if a part of the set is marked as secret: then keys alone are shown
 */
export function describePlan(
  { of }: SetDefinition,
  { steps, released }: Pick<Plan, "steps" | "released">,
  isSecret: boolean,
): string | undefined {
  if (steps.length + released.length === 0) return undefined;
  const describeStep = (step: Step) => {
    const key = clipped(keyOf(step));
    if (step.do !== "update" || isSecret) return key;
    const changes = changesIn(of.fields, step);
    return `${key}: ${changes === "" ? "to be completed" : changes}`;
  };
  const namesOf = (action: Step["do"]) =>
    // Only the changes that are shown are worked out.
    steps
      .filter((step) => step.do === action)
      .map((step, index) => (index < SHOWN ? describeStep(step) : ""));
  const parts: [verb: string, names: string[], separator?: string][] = [
    ["create", namesOf("create")],
    ["change", namesOf("update"), isSecret ? ", " : "; "],
    ["delete", namesOf("delete")],
    ["release", released.map(({ key }) => clipped(key))],
  ];
  return parts
    .filter(([, names]) => names.length > 0)
    .map(([verb, names, separator]) => `${counted(names.length)} to ${verb} (${firstOf(names, separator)})`)
    .join(", ");
}
