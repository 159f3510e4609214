/** The plan of a set in one line, for a preview: the engine shows keys in a diff alone. */
import { metresBetween } from "../../geometry/point";
import type { Json, JsonObject } from "../json";
import { differences, pathOf, valueAt, type Difference } from "../schema/differences";
import { orderedFor, type ObjectField } from "../schema/field";
import { asList, formatDistance, numbersOf } from "../location/places";
import { clipped, counted, firstOf, SHOWN } from "./counts";
import type { SetDefinition } from "./definition";
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

interface Versions {
  readonly before: JsonObject;
  readonly declared: JsonObject;
}

/**
 * Numbers and distances, never free text or a secret: `center moved 4,030 km, radius 40 → 60`. Empty if the declaration is
 * unchanged.
 */
function changesIn(fields: ObjectField, versions: Versions): string {
  const { before, declared } = versions;
  const all = differences(orderedFor(fields, before, declared), [before, declared])
    .filter(
      ({ steps: [name] }) => typeof name !== "string" || fields.properties[name]?.role !== "instruction",
    )
    .map((one) => clipped(describe(versions, one)));
  // Both coordinates of a place give the same sentence.
  const sentences = [...new Set(all)];
  const more = sentences.length - MOST;
  return [...sentences.slice(0, MOST), ...(more > 0 ? [`${counted(more)} more`] : [])].join(", ");
}

const MOST = 3;

function describe(versions: Versions, { steps, expected, found, secret }: Difference): string {
  const place = steps.slice(0, -1);
  const [from, to] = [versions.before, versions.declared].map((version) =>
    numbersOf(valueAt(version, place)),
  );
  // An element of a list without keys is a vertex or an action, and its index has no meaning to a reader.
  const inList = steps.findIndex((step) => typeof step === "number");
  const called = (path: Difference["steps"]) => pathOf(withoutOnlyElement(versions, path));
  if (inList >= 0) return `${called(steps.slice(0, inList))} changed`;
  if (expected === undefined || found === undefined)
    return `${called(steps)} ${found === undefined ? "removed" : "added"}`;
  if (secret) return `${called(steps)} changed`;
  if (from !== undefined && to !== undefined)
    return `${called(place)} moved ${describeDistance(metresBetween(from, to))}`;
  return isPlain(expected) && isPlain(found)
    ? `${called(steps)} ${expected} → ${found}`
    : `${called(steps)} changed`;
}

/** Leaves out the name of a list's only element: a zone mostly has one geofeature. */
function withoutOnlyElement({ before, declared }: Versions, steps: Difference["steps"]): Difference["steps"] {
  const [list = "", element, ...rest] = steps;
  const isOnly = [before, declared].every((object) => asList(valueAt(object, [list])).length === 1);
  return isOnly && typeof element === "object" && rest.length > 0 ? rest : steps;
}

function describeDistance(metres: number): string {
  if (metres >= 1_000) return formatDistance(metres);
  return metres < 1 ? "less than 1 m" : `${Math.round(metres)} m`;
}

function isPlain(value: Json): value is number | boolean {
  return typeof value === "number" || typeof value === "boolean";
}
