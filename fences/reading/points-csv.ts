/** Reads the points of a table: a column of latitudes, one of longitudes, and perhaps one of names. */
import type { Report } from "../../files/report";
import { usualNames } from "../../files/table/dialects";
import { closestOf } from "../../provider/suggestions";
import { csvRows, type CsvRow } from "./csv-rows";
import { Numbers } from "./numbers";
import type { PointTable } from "./point-table";

const latitudeColumns = ["latitude", "lat"];
const longitudeColumns = ["longitude", "lon", "lng", "long"];
/** The columns or properties that name a point, the best first. */
export const nameColumns = ["name", "title", "label", "id"];

/** After so many, more help nobody. */
const mostFaults = 1_000;

/**
 * Undefined after a fault. The names stay in the file, which is read again for those that are asked for.
 *
 * @param source a path, or the bytes of what can be read only once
 * @param file the name of the file, as the rule has it
 * @param nameFrom the column whose value names a point
 */
export function pointsOfCsv(
  source: string | Buffer,
  file: string,
  nameFrom: string | undefined,
  report: Report,
): PointTable | undefined {
  const latitudes = new Numbers();
  const longitudes = new Numbers();
  let columns: Columns | undefined;
  let faults = 0;
  for (const row of csvRows(source, file, report)) {
    if (columns === undefined) {
      columns = columnsOf(row.fields(), nameFrom, report, row.line);
      if (columns === undefined) return undefined;
      continue;
    }
    const latitude = degreesOf(row.field(columns.latitude));
    const longitude = degreesOf(row.field(columns.longitude));
    if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) {
      latitudes.add(latitude);
      longitudes.add(longitude);
      continue;
    }
    reportRow(row, columns, report);
    faults += 1;
    if (faults === mostFaults) {
      report.fault(
        { position: { line: row.line, column: 1 } },
        "so many rows are wrong that those after it were not read",
      );
      break;
    }
  }
  if (columns === undefined && !report.hasFaults) report.fault({}, "it is empty");
  if (report.hasFaults || columns === undefined) return undefined;
  const { name } = columns;
  return {
    name: file,
    count: latitudes.length,
    latitudes: latitudes.values(),
    longitudes: longitudes.values(),
    describe: (indexes) => namesOf(csvRows(source, file, report), name, indexes),
  };
}

/** Points are in the order of the rows, after the header. */
function namesOf(rows: Iterable<CsvRow>, column: number, indexes: readonly number[]): string[] {
  const names = new Map<number, string>();
  const last = Math.max(...indexes);
  const wanted = new Set(indexes);
  let index = -1;
  for (const row of rows) {
    if (wanted.has(index))
      names.set(index, `line ${row.line} ${JSON.stringify(row.field(column)?.trim() ?? "")}`);
    index += 1;
    if (index > last) break;
  }
  return indexes.map((each) => names.get(each) ?? "");
}

/** True for a header that has no latitude, and a column of WKT. */
export function hasWktOnly(header: readonly string[]): boolean {
  const plain = header.map((each) => each.trim().toLowerCase());
  return (
    !latitudeColumns.some((each) => plain.includes(each)) &&
    usualNames.wkt.flat().some((each) => plain.includes(each))
  );
}

interface Columns {
  readonly latitude: number;
  readonly longitude: number;
  readonly name: number;
  readonly names: readonly string[];
}

function columnsOf(
  header: readonly string[],
  nameFrom: string | undefined,
  report: Report,
  line: number,
): Columns | undefined {
  const position = { line, column: 1 };
  const names = header.map((each) => each.trim());
  const plain = names.map((each) => each.toLowerCase());
  const find = (candidates: readonly string[]) =>
    candidates.map((each) => plain.indexOf(each)).find((at) => at >= 0);
  const latitude = find(latitudeColumns);
  const longitude = find(longitudeColumns);
  const named = nameFrom === undefined ? (find(nameColumns) ?? 0) : find([nameFrom.trim().toLowerCase()]);
  const columns = `the columns are ${names.map((each) => JSON.stringify(each)).join(", ")}`;
  if (latitude === undefined)
    report.fault({ position }, `no column is called ${latitudeColumns.join(" or ")}; ${columns}`);
  if (longitude === undefined)
    report.fault({ position }, `no column is called ${longitudeColumns.join(" or ")}; ${columns}`);
  if (nameFrom !== undefined && named === undefined) {
    const close = closestOf(nameFrom, names);
    const advice = close === undefined ? columns : `did you mean ${JSON.stringify(close)}?`;
    report.fault({ position }, `no column is called ${JSON.stringify(nameFrom)}; ${advice}`);
  }
  if (latitude === undefined || longitude === undefined || named === undefined) return undefined;
  return { latitude, longitude, name: named, names };
}

/** NaN for what is no number. A decimal comma is one where the fields are separated otherwise. */
function degreesOf(field: string | undefined): number {
  // `Number` takes hexadecimal, octal and binary numbers too.
  if (field === undefined || field.trim() === "" || /[box]/i.test(field)) return NaN;
  return Number(field.includes(",") ? field.replace(",", ".") : field);
}

function reportRow(row: CsvRow, columns: Columns, report: Report): void {
  const judge = (column: number, most: number) => {
    const field = row.field(column);
    if (Math.abs(degreesOf(field)) <= most) return;
    const place = { position: { line: row.line, column: 1 }, columnName: columns.names[column] ?? "" };
    if (field === undefined || field.trim() === "") report.fault(place, "this is blank");
    else report.fault(place, `${JSON.stringify(field)} is no number of degrees from -${most} to ${most}`);
  };
  judge(columns.latitude, 90);
  judge(columns.longitude, 180);
}
