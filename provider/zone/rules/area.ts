/** Validates the area of a fence. */
import { sizeOf, smallestArea } from "../../../geometry/area";
import type { Diagnostic } from "../../schema/field";

/** @param advice a way to make the fence larger */
export function validateArea(property: string, area: number, advice: string): Diagnostic[] {
  const size = sizeOf(area);
  if (size === "large enough") return [];
  const figure = `its area is ${area.toFixed(1)} m²`;
  if (size === "too small") {
    const reason = `${figure}, but must be at least ${smallestArea} m²; ${advice}`;
    return [{ property, reason }];
  }
  const reason = `${figure}, so near to the least of ${smallestArea} m² that the API may find it too small; ${advice}`;
  return [{ property, reason, severity: "warning" }];
}
