/** Reads positions in JSON text, as Radar writes them: `[144.96, -37.81]`, or rings of such, longitude first. */
import { isCorrection, sentenceOf, type Finding } from "../../geojson/finding";
import { pointsOf } from "../../geojson/positions";
import { ShapeReader } from "../../geojson/shapes";
import type { DrawnShape } from "../feature";
import type { Report } from "../report";
import type { Cell } from "./cell";

/** Undefined after a fault. */
export function shapesOfPositions(cell: Cell, report: Report): DrawnShape[] | undefined {
  if (cell.text === "") {
    report.fault(cell, "the coordinates are blank; an address or a place's id must be geocoded first");
    return undefined;
  }
  const coordinates = parsed(cell.text);
  const depth = depthOf(coordinates);
  const [type, given] =
    depth === 1 ? ["Point", coordinates] : ["Polygon", depth === 2 ? [coordinates] : coordinates];
  const shapes: DrawnShape[] = [];
  const faults = { count: 0 };
  const found = (finding: Finding) => {
    if (isCorrection(finding)) {
      report.warnOnce(finding.kind, cell, sentenceOf(finding));
      return;
    }
    faults.count += 1;
    report.fault(cell, sentenceOf(finding));
  };
  new ShapeReader({
    nameOf: () => undefined,
    found,
    shape: (shape) => {
      if (shape.kind === "polygon") {
        const holes = shape.holes.flatMap((hole) => [pointsOf(hole, shape.place, found) ?? []]);
        shapes.push({ kind: "polygon", outline: shape.outline, holes, place: cell });
      }
      if (shape.kind === "point") shapes.push({ kind: "point", point: shape.point, place: cell });
    },
  }).read({ type, coordinates: given }, { path: "" });
  return faults.count > 0 ? undefined : shapes;
}

function depthOf(value: unknown): number {
  return Array.isArray(value) ? 1 + depthOf(value[0]) : 0;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
