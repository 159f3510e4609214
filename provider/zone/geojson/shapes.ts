/** Everything that a GeoJSON draws, in its order. */
import { geodesicArea } from "../../../geometry/geodesic";
import { opened, type Point } from "../../../geometry/point";
import { isObject, isString, type JsonObject } from "../../json";
import { inspectValue } from "../../program/usage-error";
import { datumOf } from "./crs";
import { listOf, pointOf, pointsOf, type Reading } from "./positions";
import { below, firstOf, shown, type Place } from "./faults";

/** One polygon, line or point, with the name that its geofeature begins with. */
export type Shape = { readonly name: string; readonly place: Place } & (
  | { readonly kind: "polygon" | "line"; readonly points: readonly Point[] }
  | { readonly kind: "point"; readonly point: Point }
);

/** What the options ask for. */
export interface Wishes {
  readonly holes: "refuse" | "fill";
  readonly dropSmallerThan: number;
  /** The name of a feature; undefined where it has none, which is reported. */
  readonly nameOf: (feature: Feature) => string | undefined;
}

/** A feature that is read. */
export interface Feature {
  /** Of all features, from 0. */
  readonly index: number;
  readonly id: unknown;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly place: Place;
}

/** Reads a whole GeoJSON. */
export class ShapeReader {
  readonly #wishes: Wishes;
  readonly #reading: Reading;
  #features = 0;

  constructor(wishes: Wishes, reading: Reading) {
    this.#wishes = wishes;
    this.#reading = reading;
  }

  /** @param name what its geofeatures are called where no feature has a name of its own */
  read(source: unknown, place: Place, name: string): Shape[] {
    if (!isObject(source) || !isString(source["type"])) {
      const sentence = `${shown(place)} is ${inspectValue(source)}, but must be an object with a type`;
      this.#reading.faults.add("no object", place, firstOf(sentence));
      return [];
    }
    this.#judgeDatum(source["crs"], place);
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
    const called = this.#wishes.nameOf(feature);
    const label = called ?? nameIn(given);
    const place = { feature: label === undefined ? path : `${path} (${inspectValue(label)})`, path: "" };
    if (geometry === null || geometry === undefined) return this.#leaveOut(place);
    return this.read(geometry, below(place, "geometry"), called ?? name);
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
            `${shown(below(place, "type"))} is ${inspectValue(type)}, which RFC 7946 (GeoJSON) does not know`,
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
    if (points.length < 2) this.#refuse(`${shown(place)} is a line of fewer than 2 places`, place);
    return [{ kind: "line", points, place, name }];
  }

  #polygon(rings: unknown, place: Place, name: string): Shape[] {
    const [outline, ...holes] = listOf(rings, place, this.#reading);
    if (outline === undefined || (Array.isArray(outline) && outline.length === 0))
      return this.#leaveOut(place);
    if (holes.length > 0 && this.#wishes.holes === "refuse") this.#refuseHoles(holes.length, place);
    const ring = pointsOf(outline, below(place, "[0]"), this.#reading);
    if (ring === undefined) return [];
    const points = opened(ring);
    const { dropSmallerThan } = this.#wishes;
    if (dropSmallerThan > 0 && geodesicArea(points) < dropSmallerThan) return [];
    if (points.length < 3)
      this.#refuse(
        `${shown(place)} is an outline of fewer than 3 places; dropSmallerThan: 1 leaves it out`,
        place,
      );
    return [{ kind: "polygon", points, place, name }];
  }

  #refuse(sentence: string, place: Place): void {
    this.#reading.faults.add("too few", place, firstOf(sentence));
  }

  #refuseHoles(count: number, place: Place): void {
    const which = `${shown(place)} (${count === 1 ? "1 hole" : `${count} holes`})`;
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

  /** An older GeoJSON could name its own coordinates, such as metres of a map. */
  #judgeDatum(crs: unknown, place: Place): void {
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

/** The property by which most files call their features. */
function nameIn(properties: Readonly<Record<string, unknown>>): string | undefined {
  const [, name] = Object.entries(properties).find(([key]) => key.toLowerCase() === "name") ?? [];
  return isString(name) && name !== "" ? name : undefined;
}
