/** Geofeatures from GeoJSON (RFC 7946), in which longitude comes first. */
import type { Input } from "@pulumi/pulumi";

import { isObject, isString } from "../json";
import { mistake, told } from "../mistake";
import type { PointArgs } from "../point";
import type { CircleArgs, GeolineArgs, PolygonArgs } from "./geofeatures";
import type { FenceOptions } from "./shapes";

/**
 * A GeoJSON object as it comes from a file, a library or the program; its parts are judged when it is read. The types
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
  /** Of a feature: passed over. */
  readonly properties?: unknown;
  /** Of a feature: passed over. */
  readonly id?: unknown;
  /** Passed over. */
  readonly bbox?: unknown;
  /** Of an older GeoJSON: refused unless it says WGS 84. */
  readonly crs?: unknown;
}

/** What GeoJSON does not say. */
export interface GeoJsonOptions extends FenceOptions {
  /** The radius of the circles that points become, in metres. Required where there is a point. */
  radius?: Input<number>;
}

/**
 * The geofeatures that a GeoJSON object draws: a polygon gives a polygon, a line a geoline, a point a circle of the
 * given radius. What holds several (a MultiPolygon, a FeatureCollection) gives several, called `park 1`, `park 2` in
 * their order; for names of your own call it with each feature. Altitudes and properties of features are passed over.
 *
 * @param name what the geofeature is called, or what their names begin with
 * @param source an object, or its text
 * @returns one or more geofeatures
 * @throws an error at once for what a zone cannot hold (a polygon with a hole), and for what is no GeoJSON
 * @example
 * const zone = new bluedot.Zone("park", {
 *   projectId, minimumRetriggerTime: seconds("1h"),
 *   geofeatures: fromGeoJson("park", readFileSync("park.geojson", "utf8")),
 * });
 */
export function fromGeoJson(
  name: string,
  source: GeoJson | string,
  options: GeoJsonOptions = {},
): (CircleArgs | PolygonArgs | GeolineArgs)[] {
  const fault: Fault = (what) => mistake(fromGeoJson, ` ${JSON.stringify(name)}: ${what}.`);
  const shapes = shapesOf(isString(source) ? parsed(source, fault) : source, "", fault);
  if (shapes.length === 0) throw fault("it draws nothing");
  const { radius, color, ...uncoloured } = options;
  const common: FenceOptions = color === undefined ? uncoloured : { ...uncoloured, color };
  return shapes.map((shape, index) => {
    const called = shapes.length === 1 ? name : `${name} ${index + 1}`;
    if (shape.kind === "polygon") return { type: "polygon", name: called, vertices: shape.points, ...common };
    if (shape.kind === "line")
      return { type: "geoline", name: called, vertices: shape.points, ...uncoloured };
    if (radius === undefined)
      throw fault("a point becomes a circle, whose radius in metres must be given: { radius: 40 }");
    return { type: "circle", name: called, center: shape.point, radius, ...common };
  });
}

/** What a geometry draws, each thing by itself. */
type Shape =
  | { kind: "polygon"; points: PointArgs[] }
  | { kind: "line"; points: PointArgs[] }
  | { kind: "point"; point: PointArgs };

type Fault = (what: string) => Error;

function parsed(text: string, fault: Fault): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw fault(`${told(text)} is no JSON`);
  }
}

/** @param path where the object stands: `features[3].` */
function shapesOf(source: unknown, path: string, fault: Fault): Shape[] {
  if (!isObject(source) || !isString(source["type"]))
    throw fault(
      `${path === "" ? "it" : path.slice(0, -1)} is ${told(source)}, but must be an object with a type`,
    );
  refuseOtherDatum(source["crs"], fault);
  const { type, coordinates } = source;
  const each = (list: unknown, key: string, read: (element: unknown, at: string) => Shape[]) =>
    listOf(list, `${path}${key}`, fault).flatMap((element, index) =>
      read(element, `${path}${key}[${index}]`),
    );
  const inside = (key: string) => each(source[key], key, (element, at) => shapesOf(element, `${at}.`, fault));
  const at = `${path}coordinates`;
  switch (type) {
    case "Point":
      return [pointShape(coordinates, at, fault)];
    case "LineString":
      return [lineShape(coordinates, at, fault)];
    case "Polygon":
      return [polygonShape(coordinates, at, fault)];
    case "MultiPoint":
      return each(coordinates, "coordinates", (element, at) => [pointShape(element, at, fault)]);
    case "MultiLineString":
      return each(coordinates, "coordinates", (element, at) => [lineShape(element, at, fault)]);
    case "MultiPolygon":
      return each(coordinates, "coordinates", (element, at) => [polygonShape(element, at, fault)]);
    case "GeometryCollection":
      return inside("geometries");
    case "FeatureCollection":
      return inside("features");
    case "Feature":
      if (source["geometry"] === null || source["geometry"] === undefined)
        throw fault(`${path === "" ? "the feature" : path.slice(0, -1)} has no geometry`);
      return shapesOf(source["geometry"], `${path}geometry.`, fault);
    default:
      throw fault(`${path}type is ${told(type)}, which RFC 7946 (GeoJSON) does not know`);
  }
}

/** An older GeoJSON could name its own coordinates, such as metres of a map. */
function refuseOtherDatum(crs: unknown, fault: Fault): void {
  if (crs === undefined || crs === null) return;
  const properties = isObject(crs) ? crs["properties"] : undefined;
  const name = isObject(properties) ? properties["name"] : crs;
  if (isString(name) && /(CRS:?84|EPSG:+4326)$/.test(name)) return;
  throw fault(`its crs is ${told(name)}, but a zone is in degrees of WGS 84 (EPSG:4326); convert it first`);
}

function pointShape(position: unknown, path: string, fault: Fault): Shape {
  return { kind: "point", point: pointOf(position, path, fault) };
}

function lineShape(positions: unknown, path: string, fault: Fault): Shape {
  return { kind: "line", points: pointsOf(positions, path, fault) };
}

function polygonShape(rings: unknown, path: string, fault: Fault): Shape {
  const [points, ...holes] = listOf(rings, path, fault).map((ring, index) =>
    pointsOf(ring, `${path}[${index}]`, fault),
  );
  if (points === undefined) throw fault(`${path} has no ring`);
  if (holes.length > 0)
    throw fault(
      `the polygon at ${path} has ${holes.length === 1 ? "a hole" : `${holes.length} holes`}, which a polygon of ` +
        "Bluedot cannot have; cut it into polygons without one, or leave out all rings but the first, and the zone " +
        "triggers in the hole too",
    );
  return { kind: "polygon", points: isClosed(points) ? points.slice(0, -1) : points };
}

function isClosed(points: PointArgs[]): boolean {
  const [first, last] = [points[0], points.at(-1)];
  return points.length > 1 && first?.latitude === last?.latitude && first?.longitude === last?.longitude;
}

function pointsOf(positions: unknown, path: string, fault: Fault): PointArgs[] {
  return listOf(positions, path, fault).map((position, index) =>
    pointOf(position, `${path}[${index}]`, fault),
  );
}

function pointOf(position: unknown, path: string, fault: Fault): PointArgs {
  const [longitude, latitude] = listOf(position, path, fault);
  if (!isNumber(longitude) || !isNumber(latitude))
    throw fault(`${path} is ${told(position)}, but must be [longitude, latitude]`);
  return { latitude, longitude };
}

function isNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

function listOf(value: unknown, path: string, fault: Fault): unknown[] {
  if (!Array.isArray(value)) throw fault(`${path} is ${told(value)}, but must be a list`);
  return value;
}
