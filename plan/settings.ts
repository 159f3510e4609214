/** The settings of a zone that differ, in words that are safe to publish. */
import type { PlainCondition } from "../geometry/plain-zone";
import { isObject, isString, type Json } from "../provider/json";
import { placeholderIn } from "./placeholder";
import { listOf, readCondition } from "./plain-zone-of";
import type { ChangedSetting } from "./zone-source";

/**
 * @param properties the names of properties that differ, without shapes
 * @param secret the properties that the program marks as secret
 */
export function changedSettings(
  properties: readonly string[],
  versions: { readonly before: Json | undefined; readonly after: Json | undefined },
  secret: ReadonlySet<string>,
): ChangedSetting[] {
  return [...properties].sort(byPlace).map((property) => {
    const before = secret.has(property) ? undefined : wordsOf(property, versions.before);
    const after = secret.has(property) ? undefined : wordsOf(property, versions.after);
    // One value without the other would read as a setting that came or went.
    return before === undefined || after === undefined ? { property } : { property, before, after };
  });
}

/** The settings with values that are safe to publish, in the order of the arguments. */
const shown = ["name", "minimumRetriggerTime", "triggerOnExit", "conditions", "tags", "destinationId"];

function byPlace(a: string, b: string): number {
  const place = (property: string) => (shown.indexOf(property) + 1 || shown.length + 1) - 1;
  return place(a) - place(b) || (a < b ? -1 : a > b ? 1 : 0);
}

/** The value in words; undefined where it is not safe to publish, or cannot be read. */
function wordsOf(property: string, zone: Json | undefined): string | undefined {
  if (!isObject(zone) || !shown.includes(property)) return undefined;
  const value = zone[property];
  if (placeholderIn(value) !== undefined) return undefined;
  switch (property) {
    case "minimumRetriggerTime":
      return value === undefined || value === null ? none : `${plainText(value)} s`;
    case "triggerOnExit":
      return String(value === true);
    case "tags":
      return Array.isArray(value) && value.length > 0 ? value.map(plainText).sort().join(", ") : none;
    case "conditions":
      return conditionsText(value);
    default:
      return isString(value) && value !== "" ? value : none;
  }
}

const none = "none";

function plainText(value: Json): string {
  return isString(value) ? value : JSON.stringify(value);
}

function conditionsText(value: Json | undefined): string | undefined {
  if (value === undefined || value === null) return none;
  const conditions = listOf(value, readCondition);
  if (conditions === undefined) return undefined;
  return conditions.length === 0 ? none : conditions.map(conditionText).sort().join("; ");
}

function conditionText(condition: PlainCondition): string {
  switch (condition.type) {
    case "speed":
      return `speed ${condition.minimumSpeed}–${condition.maximumSpeed} m/s`;
    case "travelDirection":
      return `travelDirection ${condition.fromAngle}°–${condition.toAngle}°`;
    case "travelPath":
      return `travelPath ${condition.minimumGeofeaturesCrossed} in ${condition.timeOutSeconds} s${
        condition.sequential === true ? ", in sequence" : ""
      }`;
    case "timeActive":
      return `timeActive ${condition.fromTime}–${condition.toTime}`;
    case "dayRange":
      return `dayRange ${condition.startDate ?? "…"}–${condition.endDate ?? "…"}`;
  }
}
