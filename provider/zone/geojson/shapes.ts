/** Reads the shapes of a GeoJSON, in their order. */
import { geodesicArea } from "../../../geometry/geodesic";
import { opened, type Point } from "../../../geometry/point";
import { isObject, isString, type JsonObject } from "../../json";
import { inspectValue } from "../../program/usage-error";
import { datumOf } from "./crs";
import { listOf, pointOf, pointsOf, type Reading } from "./positions";
import { below, firstOf, formatPath, type Place } from "./faults";

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

/** A feature that is being read. */
export interface Feature {
  /** The index among all features, from 0. */
  readonly index: number;
  readonly id: unknown;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly place: Place;
}

/** Reads a whole GeoJSON. */
export class ShapeReader {
  readonly #options: ReadOptions;
  readonly #reading: Reading;
  #features = 0;

  constructor(options: ReadOptions, reading: Reading) {
    this.#options = options;
    this.#reading = reading;
  }

  /** @param name the name of geofeatures whose feature has none */
  read(source: unknown, place: Place, name: string): Shape[] {
    if (!isObject(source) || !isString(source["type"])) {
      const sentence = `${formatPath(place)} is ${inspectValue(source)}, but must be an object with a type`;
      this.#reading.faults.add("no object", place, firstOf(sentence));
      return [];
    }
    this.#validateDatum(source["crs"], place);
    const { type } = source;
    if (type === "Feature") return this.#readFeature(source, place, name);
    if (type === "FeatureCollection") return this.#readEach(source["features"], "features", place, name);
    if (type === "GeometryCollection") return this.#readEach(source["geometries"], "geometries", place, name);
    return this.#readGeometry(type, source["coordinates"], place, name);
  }

  #readEach(list: unknown, key: string, place: Place, name: string): Shape[] {
    const at = below(place, key);
    return listOf(list, at, this.#reading).flatMap((each, index) =>
      this.read(each, below(at, `[${index}]`), name),
    );
  }

  #readFeature({ geometry, properties, id }: JsonObject, at: Place, name: string): Shape[] {
    const given = isObject(properties) ? properties : {};
    const path = at.path === "" ? "the feature" : at.path;
    const feature = { index: this.#features++, id, properties: given, place: { feature: path, path: "" } };
    const ownName = this.#options.nameOf(feature);
    const label = ownName ?? nameIn(given);
    const place = { feature: label === undefined ? path : `${path} (${inspectValue(label)})`, path: "" };
    if (geometry === null || geometry === undefined) return this.#leaveOut(place);
    return this.read(geometry, below(place, "geometry"), ownName ?? name);
  }

  #readGeometry(type: string, coordinates: unknown, place: Place, name: string): Shape[] {
    const at = below(place, "coordinates");
    const all = (read: (each: unknown, at: Place) => Shape[]) =>
      listOf(coordinates, at, this.#reading).flatMap((each, index) => read(each, below(at, `[${index}]`)));
    if (Array.isArray(coordinates) && coordinates.length === 0) return this.#leaveOut(place);
    switch (type) {
      case "Point":
        return this.#point(coordinates, at, name);
      case "MultiPoint":
        return all((each, at) => this.#point(each, at, name));
      case "LineString":
        return this.#line(coordinates, at, name);
      case "MultiLineString":
        return all((each, at) => this.#line(each, at, name));
      case "Polygon":
        return this.#polygon(coordinates, at, name);
      case "MultiPolygon":
        return all((each, at) => this.#polygon(each, at, name));
      default:
        this.#reading.faults.add(
          "type",
          place,
          firstOf(
            `${formatPath(below(place, "type"))} is ${inspectValue(type)}, which RFC 7946 (GeoJSON) does not know`,
          ),
        );
        return [];
    }
  }

  #point(position: unknown, place: Place, name: string): Shape[] {
    const point = pointOf(position, place, this.#reading);
    return point ? [{ kind: "point", point, place, name }] : [];
  }

  #line(positions: unknown, place: Place, name: string): Shape[] {
    const points = pointsOf(positions, place, this.#reading);
    if (points === undefined) return [];
    if (points.length < 2) this.#refuse(`${formatPath(place)} is a line of fewer than 2 places`, place);
    return [{ kind: "line", points, place, name }];
  }

  #polygon(rings: unknown, place: Place, name: string): Shape[] {
    const [outline, ...holes] = listOf(rings, place, this.#reading);
    if (outline === undefined || (Array.isArray(outline) && outline.length === 0))
      return this.#leaveOut(place);
    if (holes.length > 0 && this.#options.holes === "refuse") this.#refuseHoles(holes.length, place);
    const ring = pointsOf(outline, below(place, "[0]"), this.#reading);
    if (ring === undefined) return [];
    const points = opened(ring);
    const { dropSmallerThan } = this.#options;
    if (dropSmallerThan > 0 && geodesicArea(points) < dropSmallerThan) return [];
    if (points.length < 3)
      this.#refuse(
        `${formatPath(place)} is an outline of fewer than 3 places; dropSmallerThan: 1 leaves it out`,
        place,
      );
    return [{ kind: "polygon", points, place, name }];
  }

  #refuse(sentence: string, place: Place): void {
    this.#reading.faults.add("too few", place, firstOf(sentence));
  }

  #refuseHoles(count: number, place: Place): void {
    const which = `${formatPath(place)} (${count === 1 ? "1 hole" : `${count} holes`})`;
    this.#reading.faults.add(
      "holes",
      which,
      (places, polygons) =>
        `${polygons === 1 ? "a polygon has" : `${polygons} polygons have`} holes, which a polygon of Bluedot cannot have: ` +
        `${places}; cut ${polygons === 1 ? "it" : "them"} into polygons without, or give the option holes: "fill", and the zone triggers in the holes too`,
    );
  }

  #leaveOut(place: Place): [] {
    this.#reading.warnings.add("no geometry", place, (places, count) =>
      count === 1
        ? `${places} has no geometry, so it is left out`
        : `${places} have no geometry, so they are left out`,
    );
    return [];
  }

  /** An older GeoJSON may declare other coordinates, such as metres of a map. */
  #validateDatum(crs: unknown, place: Place): void {
    const datum = datumOf(crs);
    if (datum.kind === "WGS 84") return;
    if (datum.kind === "near") {
      const sentence = `its coordinates are of ${datum.name}, within 2 m of WGS 84, and are taken as they are`;
      this.#reading.warnings.add("datum", place, () => sentence);
    } else {
      const sentence = `its crs is ${datum.name}, but a zone is in degrees of WGS 84 (EPSG:4326); convert it first`;
      this.#reading.faults.add("datum", place, () => sentence);
    }
  }
}

/** The property with the name of a feature, in most files. */
function nameIn(properties: Readonly<Record<string, unknown>>): string | undefined {
  const [, name] = Object.entries(properties).find(([key]) => key.toLowerCase() === "name") ?? [];
  return isString(name) && name !== "" ? name : undefined;
}
