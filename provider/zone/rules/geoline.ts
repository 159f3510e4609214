/** What a geoline must be: a way from one place to another. */
import { lineFaults } from "../../../geometry/line";
import type { Rule } from "../../schema/field";
import { placesOf } from "../../location/places";
import { shownPlace } from "../../location/wording";

/** For a geofeature of type `geoline`. */
export const geolineRule: Rule = (geoline) => {
  const vertices = placesOf(geoline["vertices"]);
  const first = vertices?.[0];
  // Fewer than two are told where the list is.
  if (vertices === undefined || first === undefined || vertices.length < 2) return [];
  const { isPoint, repeated } = lineFaults(vertices);
  if (isPoint) {
    const reason = `all its vertices are one place, ${shownPlace(first)}, but a line needs two; move one of them`;
    return [{ property: "vertices", reason }];
  }
  const [at] = repeated;
  if (at === undefined) return [];
  const others = repeated.length > 1 ? ` (and ${repeated.length - 1} more like it)` : "";
  const reason = `it is the same place as vertices[${at - 1}], ${shownPlace(vertices[at] ?? first)}; the line is the same without one of the two${others}`;
  return [{ property: `vertices[${at}]`, reason, severity: "warning" }];
};
