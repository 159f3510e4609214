/** The fixes of a table, one a row: columns for latitude and longitude, and others where there are. */
import type { Report } from "../../files/report";
import { rowsOf, type Row } from "../../files/table/rows";
import type { FixField, RawFix } from "./raw-fix";

/** The names of columns, without blanks and underscores. */
const names: Readonly<Record<FixField, readonly string[]>> = {
  latitude: ["latitude", "lat"],
  longitude: ["longitude", "lon", "lng", "long"],
  time: ["time", "timestamp", "datetime", "timeutc", "utc"],
  speed: ["speed", "speedm/s", "speedmps", "speed(m/s)"],
  course: ["heading", "course", "bearing"],
  accuracy: ["accuracy", "horizontalaccuracy"],
  hdop: ["hdop"],
};

const fields = ["latitude", "longitude", "time", "speed", "course", "accuracy", "hdop"] as const;

/** `text` has lines ended by `\n`. */
export function fixesOfTable(text: string, report: Report): RawFix[] {
  const [header, ...rows] = rowsOf(text, report);
  if (header === undefined) return [];
  const columns = columnsOf(header, report);
  if (columns === undefined) return [];
  return rows.map((row) => ({
    values: Object.fromEntries([...columns].map(([field, index]) => [field, row.texts[index]?.trim() ?? ""])),
    placeOf: (field) => cellOf(row, columns.get(field) ?? 0, header),
    segment: 0,
  }));
}

function columnsOf(header: Row, report: Report): ReadonlyMap<FixField, number> | undefined {
  const columns = new Map<FixField, number>();
  const unread: string[] = [];
  for (const [index, text] of header.texts.entries()) {
    const plain = text.toLowerCase().replaceAll(/[\s_]/g, "");
    const field = fields.find((each) => names[each].includes(plain));
    if (field === undefined) {
      if (plain !== "") unread.push(text.trim());
    } else if (columns.has(field)) {
      report.fault(cellOf(header, index, header), `${field} is a column twice; leave one of them out`);
    } else columns.set(field, index);
  }
  const missing = (["latitude", "longitude"] as const).filter((field) => !columns.has(field));
  if (missing.length > 0) {
    report.fault(
      { position: header.field(0, "").positionOf(0) },
      `the header lacks ${missing.join(" and ")}; a table of fixes has the columns ` +
        "latitude and longitude, and may have time, speed, heading and accuracy",
    );
    return undefined;
  }
  if (unread.length > 0) {
    const list = unread.slice(0, 10).join(", ") + (unread.length > 10 ? " and others" : "");
    report.warn({ position: header.field(0, "").positionOf(0) }, `columns that are not read: ${list}`);
  }
  return columns;
}

function cellOf(row: Row, index: number, header: Row) {
  const columnName = (header.texts[index] ?? "").trim();
  return { position: row.field(index, columnName).positionOf(0), columnName };
}
