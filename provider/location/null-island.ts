/** What lies where no phone ever is: a blank cell of a table that was taken for 0. */
import { isObject } from "../json";
import type { Diagnostic, Rule } from "../schema/field";
import { listed, numbersOf } from "./places";

/** For a zone: no place of its own at exactly (0, 0). An outline may lead over it. */
export const nullIslandRule: Rule = (zone) =>
  listed(zone["geofeatures"]).flatMap((geofeature, at) =>
    isObject(geofeature)
      ? ["center", "location"].flatMap((property) =>
          judge(geofeature[property], `geofeatures[${at}].${property}`),
        )
      : [],
  );

/** For an object with one place of its own: a beacon, a destination. */
export const nullLocationRule: Rule = (object) => judge(object["location"], "location");

function judge(value: Parameters<typeof numbersOf>[0], property: string): Diagnostic[] {
  const place = numbersOf(value);
  if (place?.latitude !== 0 || place.longitude !== 0) return [];
  const reason = "it is exactly (0, 0), in the sea off Africa; was a blank cell taken for 0?";
  return [{ property, reason, severity: "warning" }];
}
