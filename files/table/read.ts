/** Reads the rows of a table as features: points by latitude and longitude, or shapes in WKT. */
import type { Axes } from "../../geojson/positions";
import type { Position } from "../fault";
import type { DrawnShape, Feature } from "../feature";
import { areFew } from "../limits";
import type { ColumnOptions, FeatureText } from "../options";
import type { Place, Report } from "../report";
import { shapesOfWkt } from "../wkt/read";
import { Cell } from "./cell";
import { pointOfCells } from "./degrees";
import type { Dialect } from "./dialects";
import { Header } from "./header";
import { dialectOf, placeColumnsOf, type PlaceColumns } from "./place-columns";
import { shapesOfPositions } from "./positions";
import { RowProperties } from "./row-properties";
import type { Row } from "./rows";
import { hasStray } from "./stray";

/** The options of reading a table. */
export interface TableOptions extends ColumnOptions {
  /** As text, the column that faults of a row name it by. */
  readonly name?: FeatureText;
}

/** @param rows the header's row, and those after it */
export function readTable(rows: readonly Row[], options: TableOptions, report: Report): Feature[] {
  const [first, ...others] = rows;
  if (first === undefined) return [];
  const header = new Header(first, report);
  if (!areFew(others.length, "rows", report)) return [];
  const dialect = dialectOf(header);
  const columns = placeColumnsOf(header, dialect, options, report);
  if (columns === undefined) return [];
  if (dialect?.title !== undefined)
    report.noteOnce("dialect", header.place, `read as a table of ${dialect.title}`);
  // Canvas, Bluedot's console, changes the size of polygons by this column when it imports such a table.
  const scale = header.indexOf("SCALE_POLYGON");
  if (scale !== undefined)
    report.warn(header.placeOf(scale), "SCALE_POLYGON is passed over: polygons keep the size that they have");
  const names = (dialect?.names ?? ["name"]).flatMap((column) => header.indexOf(column) ?? []);
  const label = typeof options.name === "string" ? header.indexOf(options.name) : undefined;
  const table = { header, columns, dialect, names, label, axes: options.axes ?? "lng,lat", report };
  return others.flatMap((row) => featureOf(row, table) ?? []);
}

interface Table {
  readonly header: Header;
  readonly columns: PlaceColumns;
  readonly dialect: Dialect | undefined;
  /** The columns with the name, the better ones first. */
  readonly names: readonly number[];
  /** The column by which faults name a row, where an option says so. */
  readonly label: number | undefined;
  readonly axes: Axes;
  readonly report: Report;
}

function featureOf(row: Row, table: Table): Feature | undefined {
  const { header, dialect, report } = table;
  if (hasStray(row, header.names, report, header.names.length)) return undefined;
  const name = nameOf(row, table.names);
  const label = (table.label === undefined ? undefined : nameOf(row, [table.label])) ?? name;
  if (isRefused(row, label, table)) return undefined;
  const shapes = shapesOf(row, label, table);
  if (shapes === undefined) return undefined;
  if (shapes.length === 0) {
    report.warnOnce("no geometry", new RowPlace(row), noGeometry);
    return undefined;
  }
  return {
    ...(name !== undefined && { name, nameProperty: header.names[nameIndex(row, table.names) ?? -1] ?? "" }),
    folders: [],
    properties: new RowProperties(row, header, dialect?.properties ?? {}, label),
    shapes,
    place: new RowPlace(row),
  };
}

/** Of a row with `POLYGON EMPTY`. */
const noGeometry = "it has no geometry, so it is left out";

/** True after a fault. */
function isRefused(row: Row, label: string | undefined, { header, dialect, report }: Table): boolean {
  if (dialect?.refused === undefined) return false;
  const { column, text, reason } = dialect.refused;
  const index = header.indexOf(column) ?? -1;
  if ((row.texts[index] ?? "").trim().toLowerCase() !== text) return false;
  report.fault(new Cell(row, index, column, label), reason);
  return true;
}

/** Where a row begins. */
class RowPlace implements Place {
  readonly #row: Row;

  constructor(row: Row) {
    this.#row = row;
  }

  get position(): Position {
    return new Cell(this.#row, 0, "", undefined).position;
  }
}

function nameOf(row: Row, names: readonly number[]): string | undefined {
  return row.texts[nameIndex(row, names) ?? -1]?.trim();
}

/** The column with the name: the first that is not blank. */
function nameIndex(row: Row, names: readonly number[]): number | undefined {
  return names.find((index) => (row.texts[index] ?? "").trim() !== "");
}

function shapesOf(row: Row, label: string | undefined, table: Table): readonly DrawnShape[] | undefined {
  const { columns, report } = table;
  const { wkt, latitude, longitude, coordinates } = columns;
  const cell = (index: number) => new Cell(row, index, table.header.names[index] ?? "", label);
  if (wkt !== undefined && (row.texts[wkt] ?? "").trim() !== "") {
    const shape = cell(wkt);
    return shapesOfWkt(shape.text, (index) => shape.placeAt(index), table.axes, report);
  }
  if (coordinates !== undefined) return shapesOfPositions(cell(coordinates), report);
  if (latitude !== undefined && longitude !== undefined) {
    const place = cell(latitude);
    const point = pointOfCells(place, cell(longitude), report);
    return point && [{ kind: "point", point, place }];
  }
  if (wkt !== undefined) report.fault(cell(wkt), "the shape is blank");
  return undefined;
}
