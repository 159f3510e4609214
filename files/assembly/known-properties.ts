import { settingNames } from "../write/drawing";

/** The properties that set fields of a zone: the names of the Config API's arguments, and what maps call colours. */
const known: ReadonlySet<string> = new Set([
  "zone",
  "name",
  "geofeature",
  "type",
  "latitude",
  "longitude",
  "wkt",
  "radius",
  "color",
  "fill",
  "stroke",
  ...settingNames,
]);

/** True for a property that a file of zones that we write may have. Simplestyle's opacities and widths go with colours. */
export function isKnown(property: string): boolean {
  return known.has(property) || /^(fill|stroke|marker)-/.test(property);
}
