/** The geofeatures of a zone from the shapes of its features. */
import { opened, isSamePlace, type Point } from "../../geometry/point";
import { simplified } from "../../geometry/simplify";
import type { DrawnShape } from "../feature";
import type { GeofeatureRow, GeolineRow } from "../zone-row";
import { boxOf } from "./box";
import { colorOf } from "./color";
import { plainPoint, type Drawing, type Unnamed } from "./drawing";
import type { Group } from "./groups";
import { numbersFor } from "./numbered";
import { circleOf } from "./point-circle";
import { polygonOf } from "./polygon";
import { placeWith, propertyOf, type Assembly } from "./reading";

/** In the order of the file; those with faults are left out. */
export function geofeaturesOf({ name, members }: Group, assembly: Assembly): GeofeatureRow[] {
  const made: { base: string; geofeature: Unnamed }[] = [];
  for (const member of members) {
    const color = colorOf(member.feature, assembly.report);
    for (const shape of member.feature.shapes) {
      const drawing = { feature: member.feature, place: placeWith(shape.place, name), color };
      const geofeature = geofeatureOf(shape, drawing, assembly);
      if (geofeature !== undefined) made.push({ base: member.name, geofeature });
    }
  }
  const names = numbersFor(made.map(({ base }) => base));
  return made.map(({ base, geofeature }, at) => named(geofeature, names[at] ?? base));
}

function geofeatureOf(shape: DrawnShape, drawing: Drawing, assembly: Assembly): Unnamed | undefined {
  switch (shape.kind) {
    case "point":
      return circleOf(shape, drawing, assembly);
    case "line":
      return geolineOf(withoutRepeated(shape.points), drawing, assembly);
    case "polygon": {
      const outline = opened(withoutRepeated(shape.outline));
      return propertyOf(drawing.feature, "geofeature")?.value === "boundingBox"
        ? boxOf(outline, drawing, assembly)
        : polygonOf(outline, shape.holes.length, drawing, assembly);
    }
  }
}

function geolineOf(
  points: readonly Point[],
  { place }: Drawing,
  { options: { simplify = 0 }, report }: Assembly,
): Omit<GeolineRow, "name"> | undefined {
  if (points.length >= 2) {
    const vertices = simplify > 0 ? simplified(points, simplify, "line") : points;
    return { type: "geoline", vertices: vertices.map(plainPoint) };
  }
  report.fault(
    place,
    `the geoline has ${points.length === 1 ? "1 point" : "no points"}, but needs 2 or more`,
  );
  return undefined;
}

/** Rounded files have points that repeat the one before. */
function withoutRepeated(points: readonly Point[]): Point[] {
  return points.filter((point, at) => {
    const before = points[at - 1];
    return before === undefined || !isSamePlace(before, point);
  });
}

function named(geofeature: Unnamed, name: string): GeofeatureRow {
  return { name, ...geofeature };
}
