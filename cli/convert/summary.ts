/** The summary at the end of the command. */
import { counted } from "../../fences/words";
import type { DrawnZone, GeofeatureRow } from "../../files/zone-row";

const nouns: readonly (readonly [type: GeofeatureRow["type"], one: string, many: string])[] = [
  ["circle", "circle", "circles"],
  ["boundingBox", "bounding box", "bounding boxes"],
  ["polygon", "polygon", "polygons"],
  ["geoline", "geoline", "geolines"],
];

/** `312 zones: 280 circles, 30 polygons, 2 geolines; 4 warnings` */
export function summaryText(zones: readonly DrawnZone[], warnings: number): string {
  const geofeatures = zones.flatMap((zone) => zone.geofeatures);
  const counts = nouns.flatMap(([type, one, many]) => {
    const count = geofeatures.filter((each) => each.type === type).length;
    return count === 0 ? [] : [counted(count, one, many)];
  });
  const warned = warnings === 0 ? "" : `; ${counted(warnings, "warning", "warnings")}`;
  return `${counted(zones.length, "zone", "zones")}: ${counts.join(", ")}${warned}`;
}

/** A warning on names that a spreadsheet would compute; undefined where there are none. */
export function formulaWarning(zones: readonly DrawnZone[]): string | undefined {
  const texts = zones.flatMap(({ name, geofeatures, destinationId }) => [
    name,
    ...geofeatures.map((each) => each.name),
    ...(destinationId === undefined ? [] : [destinationId]),
  ]);
  const formulas = [...new Set(texts)].filter((text) => /^[=+@-]/.test(text));
  const [first] = formulas;
  if (first === undefined) return undefined;
  const which = formulas.length === 1 ? `the name "${first}" begins` : `${formulas.length} names begin`;
  return `${which} with =, +, - or @, which a spreadsheet takes for a formula; import the file with its columns as text`;
}
