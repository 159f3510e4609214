/** A polygon, or the circle that it draws, from an outline. */
import { geodesicArea } from "../../geometry/geodesic";
import { outlineSentences } from "../../geometry/outline-sentences";
import type { Point } from "../../geometry/point";
import { simplified } from "../../geometry/simplify";
import { detectCircle } from "./detect-circle";
import { plainPoint, type Drawing, type Unnamed } from "./drawing";
import type { Assembly } from "./reading";
import { isSoundOutline } from "./sound";

/** The advice of Bluedot. */
const advisedVertices = 300;

/** @param outline without a last point that repeats the first */
export function polygonOf(
  outline: readonly Point[],
  holes: number,
  { place, color }: Drawing,
  { options, report }: Assembly,
): Unnamed | undefined {
  const { dropSmallerThan = 0, simplify = 0, maxVertices = Infinity } = options;
  if (dropSmallerThan > 0 && geodesicArea(outline) < dropSmallerThan) {
    report.warnOnce("small", place, `it is smaller than ${dropSmallerThan} m², and is left out`);
    return undefined;
  }
  if (holes > 0) reportHoles(holes, place, options.holes, report);
  if (outline.length < 3) {
    const points = outline.length === 1 ? "1 point" : `${outline.length} points`;
    report.fault(
      place,
      `the polygon has ${points}, but needs 3 or more${report.advise("dropSmallerThan", 1, (option) => `; ${option} leaves it out`)}`,
    );
    return undefined;
  }
  if (options.circles === "detect") {
    const circle = detectCircle(outline);
    if (circle !== undefined) {
      const { radius, center } = circle;
      report.warnOnce(
        "circle",
        place,
        `its ${outline.length} vertices draw a circle of ${radius} m, and are taken as one`,
      );
      return { type: "circle", center: plainPoint(center), radius, ...(color !== undefined && { color }) };
    }
  }
  // Simplified first: small loops and spikes may go with it.
  const vertices = simplify > 0 ? simplified(outline, simplify) : outline;
  const remedy = () => (simplify > 0 ? "" : simplifyRemedy(outline, report));
  if (!isSoundOutline(vertices, place, report, remedy)) return undefined;
  if (vertices.length > maxVertices) {
    report.fault(
      place,
      `it has ${vertices.length} vertices, more than the ${maxVertices} of ${report.option("maxVertices")}${simplifyAdvice(report)}`,
    );
    return undefined;
  }
  if (vertices.length > advisedVertices) {
    report.warnOnce(
      "vertices",
      place,
      `it has ${vertices.length} vertices, but Bluedot advises fewer than ${advisedVertices}${simplifyAdvice(report)}`,
    );
  }
  return {
    type: "polygon",
    vertices: vertices.map(plainPoint),
    ...(color !== undefined && { color }),
  };
}

/** The option that mends an outline which meets itself, if it does. */
function simplifyRemedy(outline: readonly Point[], report: Assembly["report"]): string {
  const metres = 5;
  const faults = outlineSentences(simplified(outline, metres)).filter(({ isWarning }) => !isWarning);
  if (faults.length > 0) return "";
  return report.advise(
    "simplify",
    metres,
    (option) => `, or give ${option}, which leaves out the vertices that are wrong`,
  );
}

function simplifyAdvice(report: Assembly["report"]): string {
  return report.advise(
    "simplify",
    5,
    (option) => `; ${option} leaves out those that move the outline by less than 5 m`,
  );
}

function reportHoles(
  count: number,
  place: Drawing["place"],
  option: "refuse" | "fill" | undefined,
  report: Assembly["report"],
): void {
  const holes = count === 1 ? "a hole" : `${count} holes`;
  if (option === "fill") {
    report.warnOnce(
      "holes",
      place,
      `${holes} of it ${count === 1 ? "is" : "are"} filled, so that the zone triggers there too`,
    );
    return;
  }
  report.fault(
    place,
    `it has ${holes}, which a polygon of Bluedot cannot have; cut it into polygons without` +
      report.advise("holes", "fill", (option) => `, or give ${option}, and the zone triggers there too`),
  );
}
