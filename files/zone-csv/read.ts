/** Zones from a CSV file in the columns of Bluedot's own zone importer. */
import type { WarningOptions } from "../options";
import { bytesOf, reporting } from "../source";
import type { ZoneRow } from "../zone-row";
import { columnsOf, type Columns } from "./columns";
import { decode, plain } from "../decode";
import { Part } from "../table/part";
import type { Report } from "../report";
import { rowsOf, type Row } from "../table/rows";
import { zoneOf } from "./zone";

/** The options of reading a CSV file of zones. */
export interface ReadZoneCsvOptions extends WarningOptions {
  /** The kind of the source, a path or the text itself. Default: the text if it has a line break, else a path. */
  source?: "path" | "text";
  /** The name of the file in faults and warnings. Default: the path, or `text`. */
  fileName?: string;
  /**
   * The key of `customData` under which to keep the name of a custom action, for which a zone has no place of its own.
   * Default: the name is left out, with a warning.
   */
  customActionName?: string;
}

/**
 * The zones of a CSV file in the columns of Bluedot's own zone importer, one a row. Only the first three are required:
 *
 * | column | example | becomes |
 * |---|---|---|
 * | `zoneName` | `Harbour Street` | `name`; unique in the file |
 * | `minimumRetriggerTime` | `0:40` | hours and minutes, 0:01 to 999:59, in seconds |
 * | `fences` | `circle;50;-33.8731 151.2066` | `geofeatures`; `\|` between fences, see below |
 * | `timeActive` | `09:00;17:30` | a `timeActive` condition; 24-hour clock |
 * | `activeAllDay` | `true` | no condition; not together with `timeActive` |
 * | `enableCheckOut` | `TRUE` | `triggerOnExit` |
 * | `messageActions` | `Welcome;We are open; come in` | a `message` action; only the first semicolon separates |
 * | `customActions` | `pickup;store;12;lane;2` | `customData` `{ store: "12", lane: "2" }`; its name see `customActionName` |
 *
 * A fence is `circle;<metres>;<lat lng>`, `rectangle;<north-east lat lng>;<south-west lat lng>`,
 * `polygon;<lat lng>;<lat lng>;<lat lng>;…` or `geoline;<lat lng>;<lat lng>;…`. Geofeatures are named by kind and number
 * (`Circle 1`, `Circle 2`, `Rectangle 1`): one added at the end leaves the others their names and fence ids.
 *
 * True and false are `true`, `yes`, `1` and `false`, `no`, `0`, in any case; blank is left out. Case and blanks in the
 * header, blank lines, a byte-order mark and any kind of line's end say nothing. The separator is the header's: comma,
 * semicolon or tab. Encodings: UTF-8, and UTF-16 with a byte-order mark. Corners of a rectangle that are the wrong way
 * round are put right with a warning.
 *
 * @param pathOrText a path, from the working directory (a Pulumi program's own folder), or the text itself
 * @returns the arguments of a Zone but for `projectId`, in the file's order; none where there is only a header
 * @throws ZoneFileError with every fault of the file at once, each with its line and column
 * @example
 * for (const zone of readZoneCsv("zones.csv")) {
 *   new bluedot.Zone(zone.name, { projectId: project.id, ...zone });
 * }
 */
export function readZoneCsv(pathOrText: string, options: ReadZoneCsvOptions = {}): ZoneRow[] {
  const source = options.source ?? (/[\r\n]/.test(pathOrText) ? "text" : "path");
  const file = options.fileName ?? (source === "path" ? pathOrText : "text");
  return reporting(file, options, (report) => {
    const text = source === "path" ? decode(bytesOf(pathOrText, file), report) : plain(pathOrText, report);
    return text === undefined ? [] : zonesOf(text, options.customActionName, report);
  });
}

function zonesOf(text: string, customActionName: string | undefined, report: Report): ZoneRow[] {
  const rows = rowsOf(text, report);
  if (rows.length > 0) return zonesOfImporter(rows, customActionName, report);
  // Wrong quotes in the header are reported already.
  if (!report.hasFaults)
    report.fault({ position: { line: 1, column: 1 } }, "the file is empty; it needs a header");
  return [];
}

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
