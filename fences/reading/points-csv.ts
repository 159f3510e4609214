/** Reads the points of a table: a column of latitudes, one of longitudes, and perhaps one of names. */
import Papa from "papaparse";

import { positionsIn } from "../../files/position";
import type { Report } from "../../files/report";
import { delimiterOf } from "../../files/table/rows";
import { closestOf } from "../../provider/suggestions";
import type { PointTable } from "./point-table";

const latitudeColumns = ["latitude", "lat"];
const longitudeColumns = ["longitude", "lon", "lng", "long"];
/** The columns or properties that name a point, the best first. */
export const nameColumns = ["name", "title", "label", "id"];

/**
 * Undefined after a fault.
 *
 * @param name of the file, as the rule has it
 * @param nameFrom the column whose value names a point
 */
export function pointsOfCsv(
  text: string,
  name: string,
  nameFrom: string | undefined,
  report: Report,
): PointTable | undefined {
  const delimiter = delimiterOf(text);
  const most = lineEnds(text);
  const latitudes = new Float64Array(most);
  const longitudes = new Float64Array(most);
  const starts = new Uint32Array(most);
  const positionAt = positionsIn(text);
  let columns: Columns | undefined;
  let count = 0;
  let next = 0;
  // A text without a last line end would lose the position of its last row.
  Papa.parse<string[]>(text.endsWith("\n") ? text : `${text}\n`, {
    delimiter,
    newline: "\n",
    step: ({ data, errors, meta }, parser) => {
      const start = next;
      next = meta.cursor;
      if (errors[0] !== undefined) {
        report.faultOnce(
          "quotes",
          { position: positionAt(start) },
          "a double quote is not closed, or not at the end of its field",
        );
        return;
      }
      if (isBlank(data)) return;
      if (columns === undefined) {
        columns = columnsOf(data, nameFrom, report, positionAt(start));
        if (columns === undefined) parser.abort();
        return;
      }
      const latitude = degreesOf(data[columns.latitude]);
      const longitude = degreesOf(data[columns.longitude]);
      if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
        reportRow(data, columns, positionAt(start).line, report);
        return;
      }
      latitudes[count] = latitude;
      longitudes[count] = longitude;
      starts[count] = start;
      count += 1;
    },
  });
  if (columns === undefined && !report.hasFaults) report.fault({}, "it is empty");
  if (report.hasFaults || columns === undefined) return undefined;
  const nameColumn = columns.name;
  return {
    name,
    count,
    latitudes: latitudes.subarray(0, count),
    longitudes: longitudes.subarray(0, count),
    describe: (index) => {
      const start = starts[index] ?? 0;
      const row = text.slice(start, index + 1 < count ? starts[index + 1] : undefined);
      const [fields] = Papa.parse<string[]>(row, { delimiter, newline: "\n", preview: 1 }).data;
      return `line ${positionAt(start).line} ${JSON.stringify(fields?.[nameColumn]?.trim() ?? "")}`;
    },
  };
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
  position: { line: number; column: number },
): Columns | undefined {
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
  if (field === undefined || field.trim() === "") return NaN;
  return Number(field.includes(",") ? field.replace(",", ".") : field);
}

function reportRow(row: readonly string[], columns: Columns, line: number, report: Report): void {
  const judge = (column: number, most: number) => {
    const field = row[column];
    if (Math.abs(degreesOf(field)) <= most) return;
    const place = { position: { line, column: 1 }, columnName: columns.names[column] ?? "" };
    if (field === undefined || field.trim() === "") report.fault(place, "this is blank");
    else report.fault(place, `${JSON.stringify(field)} is no number of degrees from -${most} to ${most}`);
  };
  judge(columns.latitude, 90);
  judge(columns.longitude, 180);
}

function isBlank(row: readonly string[]): boolean {
  return row.every((field) => field.trim() === "");
}

function lineEnds(text: string): number {
  let count = 1;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}
