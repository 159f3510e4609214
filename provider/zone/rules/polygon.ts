/** Validates a polygon: no self-intersection, a large enough area, and not too many vertices. */
import { smallRingArea } from "../../../geometry/area";
import { outlineSentences } from "../../../geometry/outline-sentences";
import { opened, type Point } from "../../../geometry/point";
import { ringFaults, type RingFault } from "../../../geometry/ring";
import type { Diagnostic, Rule } from "../../schema/field";
import { validateArea } from "./area";
import { placesOf } from "../../location/places";

/** For a geofeature of type `polygon`. */
export const polygonRule: Rule = (polygon) => {
  const vertices = placesOf(polygon["vertices"]);
  // The schema of the list reports fewer than three vertices.
  if (vertices === undefined || vertices.length < 3) return [];
  const faults = ringFaults(vertices);
  return [
    ...outlineSentences(vertices, faults).map(({ sentence, isWarning }): Diagnostic => ({
      property: "vertices",
      reason: sentence,
      ...(isWarning && { severity: "warning" }),
    })),
    ...validateSize(vertices, faults),
    ...validateLength(vertices),
  ];
};

/** An outline that intersects itself has no well-defined area. */
function validateSize(vertices: readonly Point[], faults: readonly RingFault[]): Diagnostic[] {
  const isSimple = faults.every(({ kind }) => kind === "repeated" || kind === "touching");
  const area = isSimple ? smallRingArea(vertices) : undefined;
  return area === undefined ? [] : validateArea("vertices", area, advice);
}

const advice =
  "make the outline larger, or leave the polygon out where it is a sliver (`dropSmallerThan` of fromGeoJson does)";

const MAX_VERTICES = 300;

function validateLength(vertices: readonly Point[]): Diagnostic[] {
  const count = opened(vertices).length;
  if (count <= MAX_VERTICES) return [];
  const reason = `it has ${count} vertices, but Bluedot advises fewer than ${MAX_VERTICES}; leave out those that hardly change the outline`;
  return [{ property: "vertices", reason, severity: "warning" }];
}
