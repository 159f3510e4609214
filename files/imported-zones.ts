/** Zones from a table of Bluedot's own zone importer, as `readZones` gives them: with the rules of shapes that it has. */
import { isSoundBox, isSoundOutline } from "./assembly/sound";
import { anchorOf, warnOfSuspects, type Located } from "./assembly/suspects";
import type { ReadZonesOptions } from "./options";
import type { Place, Report } from "./report";
import { Cell } from "./table/cell";
import type { OptionName } from "./spelling";
import type { Row } from "./table/rows";
import { zonesOfImporter } from "./zone-csv/read";
import type { DrawnZone } from "./zone-row";

/** @param rows the header's row, and those after it */
export function importedZones(rows: readonly Row[], options: ReadZonesOptions, report: Report): DrawnZone[] {
  const { triggerOnExit, tags, customActionName } = options;
  // An option for such tables says that the program knows.
  if (customActionName === undefined)
    report.noteOnce(
      "dialect",
      { position: { line: 1, column: 1 } },
      "read as a table of Bluedot's zone importer",
    );
  warnOfIdle(options, report);
  const zones = zonesOfImporter(rows, customActionName, report);
  if (!report.hasFaults) checkShapes(zones, rows, report);
  return zones.map((zone) => ({
    ...(triggerOnExit !== undefined && { triggerOnExit }),
    ...(typeof tags === "object" && { tags: [...tags] }),
    ...zone,
  }));
}

/** Options of how features become zones: such a table says so itself. */
const idle = [
  ...([
    "name",
    "group",
    "customData",
    "destinationId",
    "holes",
    "circles",
    "latitude",
    "longitude",
    "wkt",
  ] as const),
  ...(["dropSmallerThan", "simplify", "maxVertices"] as const),
];

function warnOfIdle(options: ReadZonesOptions, report: Report): void {
  const given: OptionName[] = idle.filter((name) => options[name] !== undefined);
  if (typeof options.tags === "string") given.push("tags");
  if (given.length > 0)
    report.warn(
      { position: { line: 1, column: 1 } },
      `a table of the zone importer says itself what its zones are; these have no effect on it: ${given.map((name) => report.option(name)).join(", ")}`,
    );
}

/** Without faults there is a zone for each row after the header's. */
function checkShapes(zones: readonly DrawnZone[], [header, ...rows]: readonly Row[], report: Report): void {
  const column = header?.texts.findIndex((name) => name.trim().toLowerCase() === "fences") ?? -1;
  const located: Located[] = [];
  for (const [index, { name, geofeatures }] of zones.entries()) {
    const row = rows[index];
    const place: Place = row === undefined ? {} : new Cell(row, column, "fences", name);
    for (const geofeature of geofeatures) {
      if (geofeature.type === "polygon") isSoundOutline(geofeature.vertices, place, report);
      if (geofeature.type === "boundingBox") isSoundBox(geofeature, place, report);
    }
    const at = anchorOf(geofeatures[0]);
    if (at !== undefined) located.push({ name, place, at });
  }
  warnOfSuspects(located, report);
}
