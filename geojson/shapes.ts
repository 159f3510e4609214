/** Reads the shapes of a GeoJSON (RFC 7946), in their order. */
import { opened, type Point } from "../geometry/point";
import { isObject, isString, type JsonObject } from "../provider/json";
import { inspectValue } from "../provider/program/usage-error";
import { datumOf } from "./crs";
import { listOf, pointOf, pointsOf, type Axes, type Found } from "./positions";
import { below, formatPath, type Place } from "./place";

/** A shape as the file draws it. Points that repeat the one before are left out. */
export type Shape = { readonly place: Place } & (
  | { readonly kind: "polygon"; readonly outline: readonly Point[]; readonly holes: readonly unknown[] }
  /** TomTom writes the radius of a circle or a corridor into the geometry. */
  | { readonly kind: "line"; readonly points: readonly Point[]; readonly radius: unknown }
  | { readonly kind: "point"; readonly point: Point; readonly radius: unknown }
);

/** A feature that is being read. */
export interface Feature {
  /** The index among all features, from 0. */
  readonly index: number;
  readonly id: unknown;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly place: Place;
}

/** Receives what is read, in the order of the file. */
export interface Visitor {
  readonly found: Found;
  /** The name of a feature for messages; undefined for that of its properties. */
  nameOf(feature: Feature): string | undefined;
  /** A feature begins, or a geometry that stands in a feature's place. */
  begin?(feature: Feature): void;
  /** A polygon with holes is about to be read. */
  holes?(count: number, place: Place): void;
  /** @param name the name that `nameOf` gave to the innermost feature that has one */
  shape(shape: Shape, name: string | undefined): void;
}

/** No file that people draw nests collections deeper. */
const mostDepth = 100;

/** Reads a whole GeoJSON. */
export class ShapeReader {
  readonly #visitor: Visitor;
  readonly #axes: Axes;
  #features = 0;

  constructor(visitor: Visitor, axes: Axes = "lng,lat") {
    this.#visitor = visitor;
    this.#axes = axes;
  }

  read(source: unknown, place: Place, name?: string, depth = 0): void {
    if (!isObject(source) || !isString(source["type"]) || depth > mostDepth) {
      this.#visitor.found({ kind: "no object", place, value: source });
      return;
    }
    this.#validateDatum(source["crs"], place);
    const { type } = source;
    if (type === "Feature") this.#readFeature(source, place, name, depth);
    else if (type === "FeatureCollection") {
      const at = below(place, "features");
      for (const [index, each] of listOf(source["features"], at, this.#visitor.found).entries()) {
        const inner = below(at, `[${index}]`);
        if (!isFeature(each)) this.#visitor.begin?.(this.#feature(undefined, {}, inner));
        this.read(each, inner, name, depth + 1);
      }
    } else if (type === "GeometryCollection") {
      const at = below(place, "geometries");
      const geometries = listOf(source["geometries"], at, this.#visitor.found);
      if (geometries.length === 0 && Array.isArray(source["geometries"]))
        this.#visitor.found({ kind: "no geometry", place });
      for (const [index, each] of geometries.entries())
        this.read(each, below(at, `[${index}]`), name, depth + 1);
    } else this.#readGeometry(type, source, place, name);
  }

  #feature(id: unknown, properties: Readonly<Record<string, unknown>>, { path }: Place): Feature {
    const feature = path === "" ? "the feature" : path;
    return { index: this.#features, id, properties, place: { feature, path: "" } };
  }

  #readFeature(
    { geometry, properties, id }: JsonObject,
    at: Place,
    name: string | undefined,
    depth: number,
  ): void {
    const given = isObject(properties) ? properties : {};
    const feature = this.#feature(id, given, at);
    this.#features++;
    const ownName = this.#visitor.nameOf(feature);
    const label = ownName ?? nameIn(given);
    const path = formatPath(feature.place);
    const place = { feature: label === undefined ? path : `${path} (${inspectValue(label)})`, path: "" };
    this.#visitor.begin?.({ ...feature, place });
    if (geometry === null || geometry === undefined) this.#visitor.found({ kind: "no geometry", place });
    else this.read(geometry, below(place, "geometry"), ownName ?? name, depth + 1);
  }

  #readGeometry(type: string, geometry: JsonObject, place: Place, name: string | undefined): void {
    const { coordinates, radius, shapeType } = geometry;
    const at = below(place, "coordinates");
    const all = (read: (each: unknown, at: Place) => void) => {
      const list = listOf(coordinates, at, this.#visitor.found);
      for (const [index, each] of list.entries()) read(each, below(at, `[${index}]`));
    };
    const point = (each: unknown, at: Place) => {
      const read = pointOf(each, at, this.#visitor.found, this.#axes);
      if (read) this.#visitor.shape({ kind: "point", point: read, radius, place: at }, name);
    };
    const line = (each: unknown, at: Place) => {
      const points = pointsOf(each, at, this.#visitor.found, this.#axes);
      if (points) this.#visitor.shape({ kind: "line", points, radius, place: at }, name);
    };
    const polygon = (each: unknown, at: Place) => {
      this.#readPolygon(each, at, name);
    };
    if (Array.isArray(coordinates) && coordinates.length === 0) {
      this.#visitor.found({ kind: "no geometry", place });
      return;
    }
    switch (type) {
      case "Point":
        point(coordinates, at);
        break;
      case "MultiPoint":
        if (shapeType === "Rectangle") this.#readRectangle(coordinates, at, name);
        else all(point);
        break;
      case "LineString":
        line(coordinates, at);
        break;
      case "MultiLineString":
        all(line);
        break;
      case "Polygon":
        polygon(coordinates, at);
        break;
      case "MultiPolygon":
        all(polygon);
        break;
      default:
        this.#visitor.found({ kind: "type", place: below(place, "type"), value: type });
    }
  }

  #readPolygon(rings: unknown, place: Place, name: string | undefined): void {
    const [outline, ...holes] = listOf(rings, place, this.#visitor.found);
    if (outline === undefined || (Array.isArray(outline) && outline.length === 0)) {
      this.#visitor.found({ kind: "no geometry", place });
      return;
    }
    if (holes.length > 0) this.#visitor.holes?.(holes.length, place);
    const ring = pointsOf(outline, below(place, "[0]"), this.#visitor.found, this.#axes);
    if (ring !== undefined)
      this.#visitor.shape({ kind: "polygon", outline: opened(ring), holes, place }, name);
  }

  /** TomTom writes a rectangle as two of its corners. */
  #readRectangle(corners: unknown, place: Place, name: string | undefined): void {
    const points = pointsOf(corners, place, this.#visitor.found, this.#axes);
    const [a, b, more] = points ?? [];
    if (points === undefined) return;
    if (a === undefined || b === undefined || more !== undefined) {
      this.#visitor.found({ kind: "no corners", place, value: corners });
      return;
    }
    const outline = [
      a,
      { latitude: a.latitude, longitude: b.longitude },
      b,
      { latitude: b.latitude, longitude: a.longitude },
    ];
    this.#visitor.shape({ kind: "polygon", outline, holes: [], place }, name);
  }

  /** An older GeoJSON may declare other coordinates, such as metres of a map. */
  #validateDatum(crs: unknown, place: Place): void {
    const datum = datumOf(crs);
    if (datum.kind === "WGS 84") return;
    this.#visitor.found({
      kind: datum.kind === "near" ? "near datum" : "other datum",
      place,
      name: datum.name,
    });
  }
}

function isFeature(value: unknown): boolean {
  return isObject(value) && (value["type"] === "Feature" || value["type"] === "FeatureCollection");
}

/** The property with the name of a feature, in most files. */
function nameIn(properties: Readonly<Record<string, unknown>>): string | undefined {
  const [, name] = Object.entries(properties).find(([key]) => key.toLowerCase() === "name") ?? [];
  return isString(name) && name !== "" ? name : undefined;
}
