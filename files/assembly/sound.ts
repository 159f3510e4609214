/** Rules of shapes that the API has, so that a file's faults are reported before any request. */
import { boxArea, sizeOf, smallestArea, smallRingArea } from "../../geometry/area";
import type { Corners } from "../../geometry/box";
import { outlineSentences } from "../../geometry/outline-sentences";
import type { Point } from "../../geometry/point";
import { ringFaults } from "../../geometry/ring";
import type { Place, Report } from "../report";

/**
 * False after a fault: an outline that meets itself, or an area that the API refuses.
 *
 * @param remedy ends the sentence on an outline that meets itself
 */
export function isSoundOutline(
  outline: readonly Point[],
  place: Place,
  report: Report,
  remedy: () => string = () => "",
): boolean {
  const faults = ringFaults(outline);
  const sentences = outlineSentences(outline, faults);
  for (const { sentence, isWarning } of sentences) {
    if (isWarning) report.warn(place, sentence);
    else report.fault(place, `${sentence}${remedy()}`);
  }
  // An outline that intersects itself has no well-defined area.
  if (sentences.some(({ isWarning }) => !isWarning)) return false;
  const area = smallRingArea(outline);
  if (area === undefined || sizeOf(area) === "large enough") return true;
  const figure = `its area is ${area.toFixed(1)} m²`;
  if (sizeOf(area) === "at the limit") {
    report.warn(
      place,
      `${figure}, so near to the least of ${smallestArea} m² that the API may find it too small`,
    );
    return true;
  }
  report.fault(
    place,
    `${figure}, but must be at least ${smallestArea} m²; make the outline larger` +
      report.advise(
        "dropSmallerThan",
        70,
        (option) => `, or leave it out where it is a sliver, with ${option}`,
      ),
  );
  return false;
}

/** False after a fault: an area that the API refuses. */
export function isSoundBox(corners: Corners, place: Place, report: Report): boolean {
  const area = boxArea(corners);
  if (sizeOf(area) !== "too small") return true;
  report.fault(place, `its area is ${area.toFixed(1)} m², but must be at least ${smallestArea} m²`);
  return false;
}
