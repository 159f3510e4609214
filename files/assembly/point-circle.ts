/** A circle from a point and a radius. */
import type { DrawnShape, Property } from "../feature";
import type { CircleRow } from "../zone-row";
import { numberIn } from "../number";
import { plainPoint, type Drawing } from "./drawing";
import { propertyOf, type Assembly } from "./reading";
import { textOfValue } from "./text";

const leastRadius = 5;

export function circleOf(
  { point: center, radius: radiusOfShape }: Extract<DrawnShape, { kind: "point" }>,
  { feature, place, color }: Drawing,
  { options, report }: Assembly,
): Omit<CircleRow, "name"> | undefined {
  const own =
    propertyOf(feature, typeof options.radius === "string" ? options.radius : "radius") ?? radiusOfShape;
  const radius = own === undefined ? options.radius : metresOf(own);
  if (own !== undefined && radius === undefined) {
    report.fault(own.place, `radius ${JSON.stringify(own.value)} must be a number of metres, such as 120`);
    return undefined;
  }
  if (typeof radius !== "number") {
    report.faultOnce(
      "radius",
      place,
      options.radius === undefined
        ? "a point becomes a circle, whose radius in metres must be given: the option radius: 40, or a property radius"
        : `a point becomes a circle, and there is no ${JSON.stringify(options.radius)}, which the option radius names`,
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

/** A number, or a text of one, with a decimal point or comma. */
function metresOf({ value }: Property): number | undefined {
  const text = textOfValue(value)?.replace(/^(\d+),(\d{1,2})$/, "$1.$2");
  const metres = text === undefined ? undefined : numberIn(text);
  return metres === undefined || metres < 0 ? undefined : metres;
}
