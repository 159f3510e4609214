/** Geofeatures from GeoJSON (RFC 7946), in which longitude comes first. */
import type { Input } from "@pulumi/pulumi";

import type { Feature } from "../../../geojson/shapes";
import { isString } from "../../json";
import { usageError } from "../../program/usage-error";
import type { CircleArgs, GeolineArgs, PolygonArgs } from "../geofeatures";
import type { FenceOptions } from "../geofeature-helpers";
import { nameBy, numbered, type FeatureName } from "./names";
import { Report, type Reading } from "./faults";
import { shapesOf, type Shape } from "./shapes";
import { parseGeoJson } from "./text";

/**
 * A GeoJSON object as it comes from a file, a library or the program; its parts are validated when it is read. The types
 * of `@types/geojson` fit.
 */
export interface GeoJson {
  /** A geometry (`Polygon` …), `Feature`, `GeometryCollection` or `FeatureCollection`. */
  readonly type: string;
  /** Of a geometry: positions are `[longitude, latitude]`. */
  readonly coordinates?: unknown;
  /** Of a feature: its geometry. */
  readonly geometry?: unknown;
  /** Of a collection of geometries: each of them. */
  readonly geometries?: unknown;
  /** Of a collection of features: each of them. */
  readonly features?: unknown;
  /** Of a feature: read for the option `name` alone. */
  readonly properties?: unknown;
  /** Of a feature: read for the option `name` alone. */
  readonly id?: unknown;
  /** Passed over. */
  readonly bbox?: unknown;
  /** Of an older GeoJSON: refused unless it is WGS 84, or within 2 m of it, as NAD83 and ETRS89 are. */
  readonly crs?: unknown;
}

/** The options of `fromGeoJson`. */
export interface GeoJsonOptions extends FenceOptions {
  /** The radius of the circles that points become, in metres. Required where there is a point. */
  radius?: Input<number>;
  /**
   * The names of geofeatures: a property of each feature, or a function of its properties. Those of one name, as the
   * parts of a MultiPolygon, are numbered in their order.
   *
   * @default the name that `fromGeoJson` is given
   * @example
   * name: "SUBURB"
   * name: (properties, { id }) => `${String(properties["SUBURB"])} ${String(id)}`
   */
  name?: FeatureName;
  /**
   * Holes of polygons, which Bluedot does not have: `"refuse"` is an error that names all of them, `"fill"` leaves them
   * out, so that the zone triggers in them too.
   *
   * @default "refuse"
   */
  holes?: "refuse" | "fill";
  /**
   * The area in m² below which a polygon, or a part of a MultiPolygon, is left out. 70 leaves out what the API would
   * refuse, such as slivers along a coast.
   *
   * @default 0
   * @example
   * dropSmallerThan: 70
   */
  dropSmallerThan?: number;
  /**
   * Receives a sentence for what was left out or put right, once all is good.
   *
   * @default console.warn
   * @example
   * onWarning: (sentence) => void pulumi.log.warn(sentence)
   */
  onWarning?: (sentence: string) => void;
}

/**
 * The geofeatures that a GeoJSON draws: a polygon gives a polygon, a line a geoline, a point a circle of the given
 * radius. Several of one name are called `park 1`, `park 2` in their order; the option `name` gives each feature a name
 * of its own, by which its fence id stays where features are added and removed. Altitudes are passed over.
 *
 * Features without a geometry are left out, longitudes beyond ±180 are wrapped and vertices that repeat the one before
 * are dropped; the first two with a warning.
 *
 * @param name what the geofeatures are called
 * @param source an object, a list of features, or the text of a file: JSON, or an object on each line
 * @returns one or more geofeatures
 * @throws an error at once that names all of what a zone cannot hold, by the feature's index and name, and what is no
 * GeoJSON
 * @example
 * const zone = new bluedot.Zone("suburbs", {
 *   projectId, minimumRetriggerTime: seconds("1h"),
 *   geofeatures: fromGeoJson("suburb", readFileSync("suburbs.geojson", "utf8"), { name: "NAME", holes: "fill" }),
 * });
 */
export function fromGeoJson(
  name: string,
  source: GeoJson | readonly GeoJson[] | string,
  options: GeoJsonOptions = {},
): (CircleArgs | PolygonArgs | GeolineArgs)[] {
  const { radius, name: option, holes = "refuse", dropSmallerThan = 0, onWarning = warn, ...fence } = options;
  const subject = `fromGeoJson ${JSON.stringify(name)}:`;
  const fault = (...sentences: string[]) =>
    usageError(fromGeoJson, ` ${JSON.stringify(name)}: ${sentences.join(`.\n${subject} `)}.`);
  const reading: Reading = { faults: new Report(), warnings: new Report() };
  const readOptions = {
    holes,
    dropSmallerThan,
    nameOf: (feature: Feature) => nameBy(option, feature, reading.faults),
  };

  const given: unknown = isString(source) ? parseGeoJson(source, fault) : source;
  const whole = Array.isArray(given) ? { type: "FeatureCollection", features: given } : given;
  const shapes = shapesOf(whole, name, readOptions, reading);

  for (const { kind, place } of shapes) {
    if (kind === "point" && radius === undefined) reading.faults.add("radius", place, radiusSentence);
  }
  if (!reading.faults.isEmpty) throw fault(...reading.faults.sentences());
  const warnings = reading.warnings.sentences();
  if (shapes.length === 0) throw fault(["it draws nothing", ...warnings].join("; "));
  for (const sentence of warnings) onWarning(`${subject} ${sentence}.`);
  const names = numbered(shapes);
  return shapes.map((shape, at) => geofeatureOf(shape, names[at] ?? name, fence, radius ?? 0));
}

const radiusSentence = (places: string, count: number): string =>
  `${count === 1 ? "a point becomes a circle" : `${count} points become circles`}, whose radius in metres must be given: { radius: 40 } (${places})`;

function warn(sentence: string): void {
  console.warn(sentence);
}

function geofeatureOf(
  shape: Shape,
  name: string,
  fence: FenceOptions,
  radius: Input<number>,
): CircleArgs | PolygonArgs | GeolineArgs {
  const { color, ...uncoloured } = fence;
  const common: FenceOptions = color === undefined ? uncoloured : fence;
  switch (shape.kind) {
    case "polygon":
      return { type: "polygon", name, vertices: [...shape.points], ...common };
    case "line":
      return { type: "geoline", name, vertices: [...shape.points], ...uncoloured };
    case "point":
      return { type: "circle", name, center: shape.point, radius, ...common };
  }
}
