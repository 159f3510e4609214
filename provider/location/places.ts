/** The places in a zone's arguments that are known and valid, and their format in messages. */
import { widthOf } from "../../geometry/box";
import type { Point } from "../../geometry/point";
import { isObject, type Json, type JsonObject } from "../json";

/** A point whose numbers are known; it need not be on the earth. */
export function numbersOf(value: Json | undefined): Point | undefined {
  if (!isObject(value)) return undefined;
  const { latitude, longitude } = value;
  return typeof latitude === "number" && typeof longitude === "number" ? { latitude, longitude } : undefined;
}

/** A place on the earth; undefined if its numbers are unknown or out of range, which their own rules report. */
export function placeOf(value: Json | undefined): Point | undefined {
  const numbers = numbersOf(value);
  return numbers && Math.abs(numbers.latitude) <= 90 && Math.abs(numbers.longitude) <= 180
    ? numbers
    : undefined;
}

/** All places of a list; undefined if an element is none. */
export function placesOf(value: Json | undefined): Point[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const places: Point[] = [];
  for (const element of value) {
    const place = placeOf(element);
    if (place === undefined) return undefined;
    places.push(place);
  }
  return places;
}

export interface NamedPlace {
  /** The path: `center`, `vertices[0]`. */
  readonly property: string;
  readonly place: Point;
}

/** The place of a geofeature: its middle or its first vertex. */
export function placeOfGeofeature(geofeature: JsonObject): NamedPlace | undefined {
  switch (geofeature["type"]) {
    case "circle":
      return named("center", placeOf(geofeature["center"]));
    case "beacon":
      return named("location", placeOf(geofeature["location"]));
    case "polygon":
    case "geoline":
      return named("vertices[0]", placeOf(asList(geofeature["vertices"])[0]));
    case "boundingBox":
      return named("northEast", middleOf(geofeature));
    default:
      return undefined;
  }
}

function middleOf({ northEast, southWest }: JsonObject): Point | undefined {
  const [north, south] = [placeOf(northEast), placeOf(southWest)];
  if (north === undefined || south === undefined) return undefined;
  const longitude = south.longitude + widthOf({ northEast: north, southWest: south }) / 2;
  return {
    latitude: (north.latitude + south.latitude) / 2,
    longitude: longitude > 180 ? longitude - 360 : longitude,
  };
}

function named(property: string, place: Point | undefined): NamedPlace | undefined {
  return place && { property, place };
}

/** The elements of a list; none of any other value. */
export function asList(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}

export { formatPlace } from "../../geometry/point";

/** In kilometres, with one decimal below 10: `4.2 km`. */
export function formatDistance(metres: number): string {
  const kilometres = metres / 1_000;
  return `${kilometres < 10 ? kilometres.toFixed(1) : Math.round(kilometres).toLocaleString("en-US")} km`;
}

/** The place with latitude and longitude swapped. */
export function swapCoordinates({ latitude, longitude }: Point): Point {
  return { latitude: longitude, longitude: latitude };
}
