/** Summarizes the changes of an object: numbers and distances, never free text or a secret. */
import { metresBetween, type Point } from "../../geometry/point";
import { isObject, type Json, type JsonObject } from "../json";
import { differences, pathOf, valueAt, type Difference } from "../schema/differences";
import { orderedFor, type ObjectField } from "../schema/field";
import { formatDistance } from "../location/places";
import { clipped, counted } from "./counts";

interface Versions {
  readonly before: JsonObject;
  readonly declared: JsonObject;
}

/** `center moved 4,030 km, radius 40 → 60`; empty if the declaration is unchanged. */
export function changesIn(fields: ObjectField, versions: Versions): string {
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
  const [from, to] = [placeAt(versions.before, place), placeAt(versions.declared, place)];
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

function placeAt(object: JsonObject, steps: Difference["steps"]): Point | undefined {
  const value = valueAt(object, steps);
  const { latitude, longitude } = isObject(value) ? value : {};
  return typeof latitude === "number" && typeof longitude === "number" ? { latitude, longitude } : undefined;
}

/** Leaves out the name of a list's only element: a zone mostly has one geofeature. */
function withoutOnlyElement({ before, declared }: Versions, steps: Difference["steps"]): Difference["steps"] {
  const [list = "", element, ...rest] = steps;
  const isOnly = [before, declared].every((object) => lengthOf(valueAt(object, [list])) === 1);
  return isOnly && typeof element === "object" && rest.length > 0 ? rest : steps;
}

function lengthOf(value: Json | undefined): number {
  return Array.isArray(value) ? value.length : 0;
}

function describeDistance(metres: number): string {
  if (metres >= 1_000) return formatDistance(metres);
  return metres < 1 ? "less than 1 m" : `${Math.round(metres)} m`;
}

function isPlain(value: Json): value is number | boolean {
  return typeof value === "number" || typeof value === "boolean";
}
