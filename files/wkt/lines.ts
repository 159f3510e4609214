/** Reads a file of WKT: a geometry on each line. */
import type { Axes } from "../../geojson/positions";
import type { Feature } from "../feature";
import type { Report } from "../report";
import { shapesOfWkt } from "./read";

/** True if the first line that says anything begins as WKT does. */
export function isWkt(text: string): boolean {
  const line = /^[ \t]*[^#\s].*$/m.exec(text)?.[0] ?? "";
  return /^\s*(SRID\s*=\s*\d+\s*;\s*)?(MULTI)?(POINT|LINESTRING|POLYGON|GEOMETRYCOLLECTION)\s*(ZM?|M)?\s*(\(|EMPTY)/i.test(
    line,
  );
}

/** Blank lines, and those that begin with `#`, say nothing. */
export function readWktLines(text: string, axes: Axes, report: Report): Feature[] {
  return text.split("\n").flatMap((line, at): Feature[] => {
    if (line.trim() === "" || line.startsWith("#")) return [];
    const placeAt = (index: number) => ({ position: { line: at + 1, column: index + 1 } });
    const shapes = shapesOfWkt(line, placeAt, axes, report);
    return shapes === undefined || shapes.length === 0
      ? []
      : [{ folders: [], properties: new Map(), shapes, place: placeAt(0) }];
  });
}
