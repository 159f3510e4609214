/** A circle from a point and a radius. */
import type { DrawnShape } from "../feature";
import type { CircleRow } from "../zone-row";
import { plainPoint, type Drawing } from "./drawing";
import { metresOf, twoReadings } from "./metres";
import { propertyOf, type Assembly } from "./reading";

const leastRadius = 5;

export function circleOf(
  { point: center, radius: radiusOfShape }: Extract<DrawnShape, { kind: "point" }>,
  { feature, place, color }: Drawing,
  { options, report, missing, hasCommas }: Assembly,
): Omit<CircleRow, "name"> | undefined {
  const own =
    propertyOf(feature, typeof options.radius === "string" ? options.radius : "radius") ?? radiusOfShape;
  const ambiguity = own && twoReadings(own, hasCommas);
  if (own !== undefined && ambiguity !== undefined) {
    report.fault(own.place, `radius ${JSON.stringify(own.value)} ${ambiguity}`);
    return undefined;
  }
  const radius = own === undefined ? options.radius : metresOf(own);
  if (own !== undefined && radius === undefined) {
    report.fault(own.place, `radius ${JSON.stringify(own.value)} must be a number of metres, such as 120`);
    return undefined;
  }
  if (typeof radius !== "number") {
    if (missing.has("radius")) return undefined;
    report.faultOnce(
      "radius",
      place,
      options.radius === undefined
        ? "a point becomes a circle, whose radius in metres must be given: " +
            report.advise("radius", 40, (option) => `${option}, or `) +
            "a property radius"
        : `a point becomes a circle, and its ${JSON.stringify(options.radius)}, which ${report.option("radius")} names, is not there or blank`,
    );
    return undefined;
  }
  if (!(radius >= leastRadius)) {
    report.fault(own?.place ?? place, `radius ${radius} m is below the least of ${leastRadius} m`);
    return undefined;
  }
  if (center.latitude === 0 && center.longitude === 0) {
    report.warn(place, "it is exactly (0, 0), in the sea off Africa; was a blank cell taken for 0?");
  }
  return { type: "circle", center: plainPoint(center), radius, ...(color !== undefined && { color }) };
}
