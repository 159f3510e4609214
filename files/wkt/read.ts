/** Reads the shapes of a geometry in WKT, longitude first, or EWKT with `SRID=4326;`. */
import type { Axes } from "../../geojson/positions";
import { opened, type Point } from "../../geometry/point";
import type { DrawnShape } from "../feature";
import { placeOnEarth } from "../lng-lat";
import type { Place, Report } from "../report";
import { Scanner, WktFault } from "./scanner";

/** WGS 84, with heights or without. */
const readableSrids = new Set(["4326", "4979", "0"]);

/** No file that people draw nests collections deeper. */
const mostDepth = 100;

/**
 * Z and M values are passed over. `EMPTY` draws nothing.
 *
 * @param placeAt the place of a character of the text
 * @returns undefined after a fault
 */
export function shapesOfWkt(
  text: string,
  placeAt: (index: number) => Place,
  axes: Axes,
  report: Report,
): DrawnShape[] | undefined {
  const scanner = new Scanner(text);
  const reading: Reading = { scanner, placeAt, axes, report, shapes: [], hasFaults: false };
  try {
    readWhole(reading);
  } catch (error) {
    if (!(error instanceof WktFault)) throw error;
    report.fault(placeAt(error.index), `this is no WKT: ${error.message}`);
    return undefined;
  }
  return reading.hasFaults ? undefined : reading.shapes;
}

interface Reading {
  readonly scanner: Scanner;
  readonly placeAt: (index: number) => Place;
  readonly axes: Axes;
  readonly report: Report;
  readonly shapes: DrawnShape[];
  hasFaults: boolean;
}

function readWhole(reading: Reading): void {
  const { scanner } = reading;
  const srid = scanner.srid();
  if (srid !== undefined && !readableSrids.has(srid))
    throw scanner.fault(`its SRID is ${srid}, but a zone is in degrees of WGS 84 (4326); convert it first`);
  readGeometry(reading, 0);
  scanner.accept(";");
  if (!scanner.isAtEnd) throw scanner.fault("something follows the end of the geometry");
}

const kinds = [
  "POINT",
  "LINESTRING",
  "POLYGON",
  "MULTIPOINT",
  "MULTILINESTRING",
  "MULTIPOLYGON",
  "GEOMETRYCOLLECTION",
] as const;

function readGeometry(reading: Reading, depth: number): void {
  const { scanner } = reading;
  const { index } = scanner;
  const word = scanner.word();
  const kind = kinds.find((each) => word === each || word?.replace(/(ZM?|M)$/, "") === each);
  if (kind === undefined || depth > mostDepth)
    throw new WktFault(index, `${word ?? "the beginning"} must be one of ${kinds.join(", ")}`);
  const dimensions = scanner.word();
  if (dimensions === "EMPTY") return;
  if (dimensions !== undefined && !/^(ZM?|M)$/.test(dimensions))
    throw new WktFault(index, `"${dimensions}" follows ${kind}, where a bracket must be`);
  if (dimensions !== undefined && scanner.word() === "EMPTY") return;
  readBody(kind, index, reading, depth);
}

function readBody(kind: (typeof kinds)[number], index: number, reading: Reading, depth: number): void {
  const { scanner, shapes, placeAt } = reading;
  const place = placeAt(index);
  const add = (shape: DrawnShape) => {
    shapes.push(shape);
  };
  switch (kind) {
    case "POINT":
      inBrackets(scanner, () => {
        addPoint(reading);
      });
      break;
    case "MULTIPOINT":
      list(scanner, () => {
        if (scanner.isAtNumber) addPoint(reading);
        else {
          inBrackets(scanner, () => {
            addPoint(reading);
          });
        }
      });
      break;
    case "LINESTRING":
      add({ kind: "line", points: points(reading), place });
      break;
    case "MULTILINESTRING":
      list(scanner, () => {
        add({ kind: "line", place: placeAt(scanner.index), points: points(reading) });
      });
      break;
    case "POLYGON":
      add({ ...polygon(reading), place });
      break;
    case "MULTIPOLYGON":
      list(scanner, () => {
        add({ place: placeAt(scanner.index), ...polygon(reading) });
      });
      break;
    case "GEOMETRYCOLLECTION":
      list(scanner, () => {
        readGeometry(reading, depth + 1);
      });
  }
}

function addPoint(reading: Reading): void {
  const place = reading.placeAt(reading.scanner.index);
  const point = position(reading);
  if (point !== undefined) reading.shapes.push({ kind: "point", point, place });
}

function polygon(reading: Reading): {
  kind: "polygon";
  outline: readonly Point[];
  holes: (readonly Point[])[];
} {
  const rings: (readonly Point[])[] = [];
  list(reading.scanner, () => {
    rings.push(opened(points(reading)));
  });
  const [outline = [], ...holes] = rings;
  return { kind: "polygon", outline, holes };
}

function points(reading: Reading): Point[] {
  const read: Point[] = [];
  list(reading.scanner, () => {
    const point = position(reading);
    if (point !== undefined) read.push(point);
  });
  return read;
}

/** Undefined after a fault of its numbers, after which the others are read all the same. */
function position(reading: Reading): Point | undefined {
  const { scanner, report, placeAt, axes } = reading;
  const { index } = scanner;
  const [first, second] = [scanner.number(), scanner.number()];
  for (let more = 0; more < 2 && scanner.isAtNumber; more += 1) scanner.number();
  const point = placeOnEarth(first, second, `${first} ${second}`, { format: "WKT", axes, report }, () =>
    placeAt(index),
  );
  if (point === undefined) reading.hasFaults = true;
  return point;
}

function list(scanner: Scanner, each: () => void): void {
  inBrackets(scanner, () => {
    do each();
    while (scanner.accept(","));
  });
}

function inBrackets(scanner: Scanner, inner: () => void): void {
  scanner.expect("(", "an opening bracket");
  inner();
  scanner.expect(")", "a closing bracket");
}
