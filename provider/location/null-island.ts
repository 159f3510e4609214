/** Warns of places at (0, 0), where no phone is: most often a blank cell of a table was taken for 0. */
import { isObject } from "../json";
import type { Diagnostic, Rule } from "../schema/field";
import { asList, numbersOf } from "./places";

/** For a zone: no center or location at exactly (0, 0). An outline may cross it. */
export const nullIslandRule: Rule = (zone) =>
  asList(zone["geofeatures"]).flatMap((geofeature, at) =>
    isObject(geofeature)
      ? ["center", "location"].flatMap((property) =>
          validatePlace(geofeature[property], `geofeatures[${at}].${property}`),
        )
      : [],
  );

/** For an object with one place of its own: a beacon, a destination. */
export const nullLocationRule: Rule = (object) => validatePlace(object["location"], "location");

function validatePlace(value: Parameters<typeof numbersOf>[0], property: string): Diagnostic[] {
  const place = numbersOf(value);
  if (place?.latitude !== 0 || place.longitude !== 0) return [];
  const reason = "it is exactly (0, 0), in the sea off Africa; was a blank cell taken for 0?";
  return [{ property, reason, severity: "warning" }];
}
