/** Validates a geoline: it leads from one place to another. */
import { lineFaults } from "../../../geometry/line";
import type { Rule } from "../../schema/field";
import { formatPlace, placesOf } from "../../location/places";

/** For a geofeature of type `geoline`. */
export const geolineRule: Rule = (geoline) => {
  const vertices = placesOf(geoline["vertices"]);
  const first = vertices?.[0];
  // The schema of the list reports fewer than two vertices.
  if (vertices === undefined || first === undefined || vertices.length < 2) return [];
  const { isPoint, repeated } = lineFaults(vertices);
  if (isPoint) {
    const reason = `all its vertices are one place, ${formatPlace(first)}, but a line needs two; move one of them`;
    return [{ property: "vertices", reason }];
  }
  const [at] = repeated;
  if (at === undefined) return [];
  const others = repeated.length > 1 ? ` (and ${repeated.length - 1} more like it)` : "";
  const reason = `it is the same place as vertices[${at - 1}], ${formatPlace(vertices[at] ?? first)}; the line is the same without one of the two${others}`;
  return [{ property: `vertices[${at}]`, reason, severity: "warning" }];
};
