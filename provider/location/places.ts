/** The places that a zone's arguments name, as far as they are known and right. */
import { widthOf } from "../../geometry/box";
import type { Point } from "../../geometry/point";
import { isObject, type Json, type JsonObject } from "../json";

/** A point whose numbers are known; it need not be on the earth. */
export function numbersOf(value: Json | undefined): Point | undefined {
  if (!isObject(value)) return undefined;
  const { latitude, longitude } = value;
  return typeof latitude === "number" && typeof longitude === "number" ? { latitude, longitude } : undefined;
}

/** A place on the earth; undefined where its numbers are unknown or out of range, which is told at the number. */
export function placeOf(value: Json | undefined): Point | undefined {
  const numbers = numbersOf(value);
  return numbers && Math.abs(numbers.latitude) <= 90 && Math.abs(numbers.longitude) <= 180
    ? numbers
    : undefined;
}

/** All places of a list; undefined where one of them is none. */
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
  /** Where it is told: `center`, `vertices[0]`. */
  readonly property: string;
  readonly place: Point;
}

/** Where a geofeature is: its middle, or where it begins. */
export function whereIs(geofeature: JsonObject): NamedPlace | undefined {
  switch (geofeature["type"]) {
    case "circle":
      return named("center", placeOf(geofeature["center"]));
    case "beacon":
      return named("location", placeOf(geofeature["location"]));
    case "polygon":
    case "geoline":
      return named("vertices[0]", placeOf(listed(geofeature["vertices"])[0]));
    case "boundingBox":
      return named("northEast", middleOf(geofeature));
    default:
      return undefined;
  }
}

function middleOf({ northEast, southWest }: JsonObject): Point | undefined {
  const corners = { northEast: placeOf(northEast), southWest: placeOf(southWest) };
  if (corners.northEast === undefined || corners.southWest === undefined) return undefined;
  const { northEast: north, southWest: south } = corners;
  const longitude = south.longitude + widthOf({ northEast: north, southWest: south }) / 2;
  return {
    latitude: (north.latitude + south.latitude) / 2,
    longitude: longitude > 180 ? longitude - 360 : longitude,
  };
}

function named(property: string, place: Point | undefined): NamedPlace | undefined {
  return place && { property, place };
}

/** The elements of a list, or none. */
export function listed(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}
