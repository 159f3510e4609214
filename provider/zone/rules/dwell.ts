/** Warns of dwell events without exit events. */
import { isObject, isString, type Json } from "../../json";
import type { Rule } from "../../schema/field";
import { isUnknown } from "../../schema/unknown";

/**
 * For a zone: dwell events need exit events. A warning, since the API's names of the dwell fields are not documented, and
 * are guessed in `extraFields`.
 */
export const dwellRule: Rule = (zone) => {
  const { extraFields, triggerOnExit } = zone;
  if (!isObject(extraFields) || triggerOnExit === true || isUnknown(triggerOnExit)) return [];
  const fields = Object.entries(extraFields).filter(([name]) => /dwell/i.test(name));
  const dwell = fields.find(([, value]) => isOn(value));
  if (dwell === undefined || fields.some(([, value]) => value === false)) return [];
  const reason = `it is off, but \`extraFields.${dwell[0]}\` seems to switch on dwell events, which need it; set it to true`;
  return [{ property: "triggerOnExit", reason, severity: "warning" }];
};

/** True for a value that switches something on; an unknown value may be off. */
function isOn(value: Json): boolean {
  if (isObject(value)) {
    const { enabled } = value;
    if (enabled !== undefined) return isOn(enabled);
    return Object.values(value).some(isOn);
  }
  if (Array.isArray(value)) return value.some(isOn);
  return isString(value)
    ? value !== "" && !isUnknown(value)
    : value !== null && value !== false && value !== 0;
}
