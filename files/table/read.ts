/** Reads the rows of a table as features: points by latitude and longitude, or shapes in WKT. */
import type { DrawnShape, Feature } from "../feature";
import { mostFeatures } from "../limits";
import type { ReadZonesOptions } from "../options";
import type { Report } from "../report";
import { shapesOfWkt } from "../wkt/read";
import { pointOfCells, type Cell } from "./degrees";
import type { Dialect } from "./dialects";
import { Header } from "./header";
import { Part } from "./part";
import { dialectOf, placeColumnsOf, type PlaceColumns } from "./place-columns";
import { shapesOfPositions } from "./positions";
import { placeOfPart, RowProperties } from "./row-properties";
import type { Row } from "./rows";
import { hasStray } from "./stray";

/** @param rows the header's row, and those after it */
export function readTable(rows: readonly Row[], options: ReadZonesOptions, report: Report): Feature[] {
  const [first, ...others] = rows;
  if (first === undefined) return [];
  const header = new Header(first, report);
  if (others.length > mostFeatures) {
    report.fault(header.place, `it has ${others.length} rows, more than ${mostFeatures}; split it`);
    return [];
  }
  const dialect = dialectOf(header);
  const columns = placeColumnsOf(header, dialect, options, report);
  if (columns === undefined) return [];
  if (dialect?.title !== undefined) report.warn(header.place, `read as a table of ${dialect.title}`);
  const table = { header, columns, dialect, options, report };
  return others.flatMap((row) => featureOf(row, table) ?? []);
}

interface Table {
  readonly header: Header;
  readonly columns: PlaceColumns;
  readonly dialect: Dialect | undefined;
  readonly options: ReadZonesOptions;
  readonly report: Report;
}

function featureOf(row: Row, table: Table): Feature | undefined {
  const { header, dialect, report } = table;
  if (hasStray(row, header.names, report, header.names.length)) return undefined;
  const name = nameOf(row, table);
  const label = labelOf(row, table) ?? name;
  const shapes = shapesOf(row, label, table);
  if (shapes === undefined) return undefined;
  const start = new Part(row.field(0, ""));
  return {
    ...(name !== undefined && { name }),
    folders: [],
    properties: new RowProperties(row, header, dialect?.properties ?? {}, label),
    shapes,
    place: {
      get position() {
        return start.position;
      },
    },
  };
}

/** The name by the dialect. */
function nameOf(row: Row, { header, dialect }: Table): string | undefined {
  return (dialect?.names ?? ["name"])
    .flatMap((column) => header.indexOf(column) ?? [])
    .map((index) => (row.texts[index] ?? "").trim())
    .find((text) => text !== "");
}

/** What faults of a row call it, where an option says which column has the name. */
function labelOf(row: Row, { header, options }: Table): string | undefined {
  const index = typeof options.name === "string" ? header.indexOf(options.name) : undefined;
  const text = index === undefined ? "" : (row.texts[index] ?? "").trim();
  return text === "" ? undefined : text;
}

function shapesOf(row: Row, label: string | undefined, table: Table): readonly DrawnShape[] | undefined {
  const { columns, report } = table;
  const { wkt, latitude, longitude, coordinates } = columns;
  const cell = (index: number): Cell => {
    const part = new Part(row.field(index, table.header.names[index] ?? ""));
    return { part, place: placeOfPart(part, label) };
  };
  if (wkt !== undefined && (row.texts[wkt] ?? "").trim() !== "") {
    const { part } = cell(wkt);
    return shapesOfWkt(part.text, (index) => placeOfPart(part.slice(index), label), report);
  }
  if (coordinates !== undefined) return shapesOfPositions(cell(coordinates), report);
  if (latitude !== undefined && longitude !== undefined) {
    const north = cell(latitude);
    const point = pointOfCells(north, cell(longitude), report);
    return point && [{ kind: "point", point, place: north.place }];
  }
  if (wkt !== undefined) report.fault(cell(wkt).place, "the shape is blank");
  return undefined;
}
