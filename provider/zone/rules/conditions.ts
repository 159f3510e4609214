/** Validates the conditions of a zone: each can be fulfilled. */
import { isObject, isString, type Json, type JsonObject } from "../../json";
import type { Diagnostic, Rule } from "../../schema/field";
import { isUnknown } from "../../schema/unknown";
import { asList } from "../../location/places";

/** For a condition of type `speed`. */
export const speedRule: Rule = ({ minimumSpeed, maximumSpeed }) => {
  if (typeof minimumSpeed !== "number" || typeof maximumSpeed !== "number") return [];
  if (minimumSpeed <= maximumSpeed) return [];
  const reason = `it is ${minimumSpeed}, more than the maximumSpeed of ${maximumSpeed}, so no phone is in between; swap the two`;
  return [{ property: "minimumSpeed", reason }];
};

/** For a condition of type `timeActive`, which may span midnight. */
export const timeActiveRule: Rule = ({ fromTime, toTime }) => {
  if (!isString(fromTime) || isUnknown(fromTime) || fromTime !== toTime) return [];
  const reason = `it is ${toTime}, the same as fromTime, which may be the whole day or no time at all; for the whole day leave the condition out, or move the two apart`;
  return [{ property: "toTime", reason, severity: "warning" }];
};

/** For a condition of type `dayRange`. */
export const dayRangeRule: Rule = ({ startDate, endDate }) => {
  if (!isDay(startDate) || !isDay(endDate) || startDate <= endDate) return [];
  const reason = `it is ${endDate}, before the startDate ${startDate}, so no day is in between; swap the two`;
  return [{ property: "endDate", reason }];
};

function isDay(value: Json | undefined): value is string {
  return isString(value) && /^\d{4}-\d{2}-\d{2}$/.test(value);
}

/** For a zone: a `travelPath` needs as many geofeatures as it requires to be crossed. */
export const travelPathRule: Rule = (zone) => {
  const geofeatures = zone["geofeatures"];
  if (!Array.isArray(geofeatures)) return [];
  return asList(zone["conditions"]).flatMap((condition, at) =>
    isObject(condition) && condition["type"] === "travelPath"
      ? validatePath(condition, at, geofeatures.length)
      : [],
  );
};

function validatePath(condition: JsonObject, at: number, count: number): Diagnostic[] {
  const asked = condition["minimumGeofeaturesCrossed"];
  if (typeof asked !== "number" || asked <= count) return [];
  const has = count === 1 ? "1 geofeature" : `${count} geofeatures`;
  const reason = `it is ${asked}, but the zone has ${has} to cross; ask for fewer, or declare more`;
  return [{ property: `conditions[${at}].minimumGeofeaturesCrossed`, reason }];
}
