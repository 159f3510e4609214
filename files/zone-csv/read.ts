/** Zones from a table in the columns of Bluedot's own zone importer, one a row. */
import type { ZoneRow } from "../zone-row";
import { columnsOf, type Columns } from "./columns";
import { Part } from "../table/part";
import type { Report } from "../report";
import type { Row } from "../table/rows";
import { zoneOf } from "./zone";

/** @param rows the header's row, and those after it */
export function zonesOfImporter(
  [header, ...rows]: readonly Row[],
  customActionName: string | undefined,
  report: Report,
): ZoneRow[] {
  const columns = header && columnsOf(header, report);
  if (columns === undefined) return [];
  checkNames(rows, columns, report);
  return rows
    .map((row) => zoneOf(row, columns, customActionName, report))
    .filter((zone) => zone !== undefined);
}

/** Pulumi knows a resource by its name, so that no two zones of a program can share one. */
function checkNames(rows: readonly Row[], { indexes }: Columns, report: Report): void {
  const index = indexes.get("zoneName");
  if (index === undefined) return;
  const first = new Map<string, Part>();
  for (const row of rows) {
    const name = new Part(row.field(index, "zoneName"));
    const before = first.get(name.text);
    if (before === undefined) first.set(name.text, name);
    else if (!name.blank) {
      report.fault(
        name,
        `"${name.text}" is the name of the zone on line ${before.position.line} too; each zone needs a name of its own`,
      );
    }
  }
}
