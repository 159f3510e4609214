/** Reads a file of WKT: a geometry on each line, or on several where its brackets go on. */
import type { Axes } from "../../geojson/positions";
import type { Feature } from "../feature";
import { areFew } from "../limits";
import { positionsIn } from "../position";
import type { Report } from "../report";
import { shapesOfWkt } from "./read";

const beginning =
  /^\s*(SRID\s*=\s*\d+\s*;\s*)?(MULTI)?(POINT|LINESTRING|POLYGON|GEOMETRYCOLLECTION)\s*(ZM?|M)?\s*(\(|EMPTY)/i;

/** True if the first line that says anything begins as WKT does. */
export function isWkt(text: string): boolean {
  return beginning.test(/^[ \t]*[^#\s].*$/m.exec(text)?.[0] ?? "");
}

/** Blank lines, and those that begin with `#`, say nothing. */
export function readWktLines(text: string, axes: Axes, report: Report): Feature[] {
  const positionAt = positionsIn(text);
  const geometries = geometriesIn(text);
  if (!areFew(geometries.length, "lines", report)) return [];
  return geometries.flatMap(({ start, end }): Feature[] => {
    const placeAt = (index: number) => ({ position: positionAt(start + index) });
    const shapes = shapesOfWkt(text.slice(start, end), placeAt, axes, report);
    if (shapes?.length === 0)
      report.warnOnce("no geometry", placeAt(0), "it has no geometry, so it is left out");
    return shapes === undefined || shapes.length === 0
      ? []
      : [{ folders: [], properties: new Map(), shapes, place: placeAt(0) }];
  });
}

/** Where geometries are in a text. A line that begins as one does ends the one before, whatever its brackets. */
function geometriesIn(text: string): { readonly start: number; end: number }[] {
  const found: { readonly start: number; end: number }[] = [];
  let start = 0;
  let open = 0;
  for (const line of text.split("\n")) {
    const end = start + line.length;
    const last = found.at(-1);
    if (line.trim() !== "" && !line.startsWith("#")) {
      if (open > 0 && last !== undefined && !beginning.test(line)) last.end = end;
      else {
        found.push({ start, end });
        open = 0;
      }
      open += line.split("(").length - line.split(")").length;
    }
    start = end + 1;
  }
  return found;
}
