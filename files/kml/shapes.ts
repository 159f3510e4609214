/** Reads the geometry of a placemark. */
import type { Axes } from "../../geojson/positions";
import { isSamePlace, opened, type Point } from "../../geometry/point";
import type { DrawnShape } from "../feature";
import type { Place, Report } from "../report";
import { childrenOf, textOf, type XmlDocument, type XmlElement } from "../xml";
import { pointsOf } from "./coordinates";
import { passOver } from "./passed-over";

export interface Shapes {
  readonly shapes: readonly DrawnShape[];
  readonly hasFaults: boolean;
  /** True if it has geometry of a kind that is passed over. */
  readonly hasOthers: boolean;
}

/** The advice about an address without coordinates. */
export const geocodeFirst = "My Maps leaves them out for places imported from a table; geocode it first";

/** The shapes directly in a placemark, and those in its multi-geometries, in the order of the file. */
export function shapesOf(
  placemark: XmlElement,
  { document, axes, report }: { document: XmlDocument; axes: Axes; report: Report },
): Shapes {
  const hasAddress = (textOf(placemark, "address") ?? "") !== "";
  const reading: Reading = {
    ...{ document, axes, report, hasAddress },
    ...{ shapes: [], hasFaults: false, hasOthers: false },
  };
  readGeometries(placemark, reading);
  return reading;
}

interface Reading {
  readonly document: XmlDocument;
  readonly axes: Axes;
  readonly hasAddress: boolean;
  readonly report: Report;
  readonly shapes: DrawnShape[];
  hasFaults: boolean;
  hasOthers: boolean;
}

function readGeometries({ children }: XmlElement, reading: Reading): void {
  for (const child of children) {
    const read = readers.get(child.name);
    if (child.name === "MultiGeometry") {
      readGeometries(child, reading);
    } else if (read !== undefined) {
      const shape = read(child, reading);
      if (shape === undefined) reading.hasFaults = true;
      else reading.shapes.push(shape);
    } else if (passOver(child, placeOf(child, reading), reading.report)) {
      reading.hasOthers = true;
    }
  }
}

type Reader = (element: XmlElement, reading: Reading) => DrawnShape | undefined;

const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ["Point", readPoint],
  ["LineString", readLine],
  // A ring that is no boundary is a line that is drawn closed.
  ["LinearRing", readLine],
  ["Polygon", readPolygon],
]);

function readPoint(element: XmlElement, reading: Reading): DrawnShape | undefined {
  const points = coordinatesOf(element, reading);
  const [point] = points ?? [];
  if (points === undefined || point === undefined) return undefined;
  const place = placeOf(element, reading);
  if (points.length === 1) return { kind: "point", point, place };
  reading.report.fault(place, `a Point has ${points.length} positions, and must have one`);
  return undefined;
}

function readLine(element: XmlElement, reading: Reading): DrawnShape | undefined {
  const points = coordinatesOf(element, reading);
  return points && { kind: "line", points, place: placeOf(element, reading) };
}

function readPolygon(element: XmlElement, reading: Reading): DrawnShape | undefined {
  const place = placeOf(element, reading);
  const outlines = boundariesOf(element, "outerBoundaryIs");
  if (outlines.length !== 1) {
    reading.report.fault(place, `a Polygon has ${outlines.length} outer boundaries, and must have one`);
    return undefined;
  }
  const [outline, ...holes] = [...outlines, ...boundariesOf(element, "innerBoundaryIs")].map((ring) =>
    readRing(ring, reading),
  );
  const found = holes.filter((hole) => hole !== undefined);
  if (outline === undefined || found.length < holes.length) return undefined;
  return { kind: "polygon", outline, holes: found, place };
}

function boundariesOf(polygon: XmlElement, name: string): XmlElement[] {
  return childrenOf(polygon, name).flatMap((boundary) => childrenOf(boundary, "LinearRing"));
}

function readRing(element: XmlElement, reading: Reading): readonly Point[] | undefined {
  const points = coordinatesOf(element, reading);
  const first = points?.[0];
  const last = points?.at(-1);
  if (points === undefined || first === undefined || last === undefined) return undefined;
  if (points.length > 1 && isSamePlace(first, last)) return opened(points);
  reading.report.warnOnce(
    "open ring",
    placeOf(element, reading),
    "a boundary that does not end where it begins is closed by an edge from its end to its beginning",
  );
  return points;
}

/** One or more points; undefined after a fault. */
function coordinatesOf(element: XmlElement, reading: Reading): Point[] | undefined {
  const [coordinates] = childrenOf(element, "coordinates");
  const points = coordinates && pointsOf(coordinates, reading);
  if (coordinates !== undefined && points?.length !== 0) return points;
  const advice = reading.hasAddress ? ` and its placemark an address: ${geocodeFirst}` : "";
  reading.report.fault(placeOf(element, reading), `a ${element.name} has no coordinates${advice}`);
  return undefined;
}

function placeOf({ index }: XmlElement, { document }: Reading): Place {
  return { position: document.positionAt(index) };
}
