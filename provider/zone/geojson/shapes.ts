/** The shapes of a GeoJSON that a zone can hold, by the options of `fromGeoJson`. */
import { isCorrection } from "../../../geojson/finding";
import { formatPath, type Place } from "../../../geojson/place";
import { ShapeReader, type Feature, type Shape as Drawn } from "../../../geojson/shapes";
import { geodesicArea } from "../../../geometry/geodesic";
import type { Point } from "../../../geometry/point";
import { firstOf, type Reading, type Report } from "./faults";

/** A polygon, line or point, with the first part of its geofeature's name. */
export type Shape = { readonly name: string; readonly place: Place } & (
  | { readonly kind: "polygon" | "line"; readonly points: readonly Point[] }
  | { readonly kind: "point"; readonly point: Point }
);

/** The options of reading. */
export interface ReadOptions {
  readonly holes: "refuse" | "fill";
  readonly dropSmallerThan: number;
  /** The name of a feature; undefined if it has none, or after a fault. */
  readonly nameOf: (feature: Feature) => string | undefined;
}

/** @param name the name of geofeatures whose feature has none */
export function shapesOf(source: unknown, name: string, options: ReadOptions, reading: Reading): Shape[] {
  const shapes: Shape[] = [];
  const reader = new ShapeReader({
    nameOf: options.nameOf,
    found: (finding) => {
      (isCorrection(finding) ? reading.warnings : reading.faults).addFinding(finding);
    },
    holes: (count, place) => {
      if (options.holes === "refuse") refuseHoles(count, place, reading.faults);
    },
    shape: (drawn, given) => {
      const shape = shapeOf(drawn, given ?? name, options, reading.faults);
      if (shape !== undefined) shapes.push(shape);
    },
  });
  reader.read(source, { path: "" });
  return shapes;
}

function shapeOf(drawn: Drawn, name: string, options: ReadOptions, faults: Report): Shape | undefined {
  const { kind, place } = drawn;
  const refuse = (sentence: string) => {
    faults.add("too few", place, firstOf(`${formatPath(place)} is ${sentence}`));
  };
  switch (kind) {
    case "point":
      return { kind, point: drawn.point, place, name };
    case "line":
      if (drawn.points.length < 2) refuse("a line of fewer than 2 places");
      return { kind, points: drawn.points, place, name };
    case "polygon": {
      const { outline: points } = drawn;
      const { dropSmallerThan } = options;
      if (dropSmallerThan > 0 && geodesicArea(points) < dropSmallerThan) return undefined;
      if (points.length < 3) refuse("an outline of fewer than 3 places; dropSmallerThan: 1 leaves it out");
      return { kind, points, place, name };
    }
  }
}

function refuseHoles(count: number, place: Place, faults: Report): void {
  const which = `${formatPath(place)} (${count === 1 ? "1 hole" : `${count} holes`})`;
  faults.add(
    "holes",
    which,
    (places, polygons) =>
      `${polygons === 1 ? "a polygon has" : `${polygons} polygons have`} holes, which a polygon of Bluedot cannot have: ` +
      `${places}; cut ${polygons === 1 ? "it" : "them"} into polygons without, or give the option holes: "fill", and the zone triggers in the holes too`,
  );
}
