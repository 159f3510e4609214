/** Finds swapped latitudes and longitudes in a zone. */
import { isSurelySwapped, swappedAmong } from "../../geometry/swap";
import { isObject, type Json, type JsonObject } from "../json";
import type { Diagnostic, Rule } from "../schema/field";
import {
  type NamedPlace,
  asList,
  formatDistance,
  formatPlace,
  numbersOf,
  placeOfGeofeature,
  placesOf,
  swapCoordinates,
} from "./places";

/** For a zone: an error if a swap is certain, a warning if the other places of the zone suggest one. */
export const swapRule: Rule = (zone) => {
  const geofeatures = asList(zone["geofeatures"]).map((each) => (isObject(each) ? each : {}));
  const within = geofeatures.flatMap((geofeature, at) =>
    [...validateGeofeature(geofeature), ...validateVertices(geofeature)].map((diagnostic) => ({
      ...diagnostic,
      property: `geofeatures[${at}].${diagnostic.property}`,
    })),
  );
  return [...within, ...validateGeofeatures(geofeatures)];
};

/** For an object with one place of its own: a beacon, a destination. */
export const swappedLocationRule: Rule = (object) => validatePoints("location", [object["location"]]);

/** Points that are no place on the earth, but are one with their numbers swapped. */
function validateGeofeature(geofeature: JsonObject): Diagnostic[] {
  return [
    ...["center", "northEast", "southWest", "location"].flatMap((property) =>
      validatePoints(property, [geofeature[property]]),
    ),
    ...validatePoints("vertices", asList(geofeature["vertices"])),
  ];
}

function validatePoints(property: string, points: readonly (Json | undefined)[]): Diagnostic[] {
  const swapped = points.flatMap((point) => numbersOf(point) ?? []).filter(isSurelySwapped);
  const [first] = swapped;
  if (first === undefined) return [];
  const others = swapped.length > 1 ? ` (and ${swapped.length - 1} more like it)` : "";
  const reason = `${formatPlace(first)}${others} is no place, but ${formatPlace(swapCoordinates(first))} is; did you swap latitude and longitude?`;
  return [{ property, reason }];
}

/** A vertex far from the others. */
function validateVertices(geofeature: JsonObject): Diagnostic[] {
  const vertices = placesOf(geofeature["vertices"]) ?? [];
  return validateAmong(vertices.map((place, at) => ({ property: `vertices[${at}]`, place })));
}

/** A geofeature far from the others. */
function validateGeofeatures(geofeatures: readonly JsonObject[]): Diagnostic[] {
  return validateAmong(
    geofeatures.flatMap((geofeature, at): NamedPlace[] => {
      const where = placeOfGeofeature(geofeature);
      return where ? [{ property: `geofeatures[${at}].${where.property}`, place: where.place }] : [];
    }),
  );
}

function validateAmong(places: readonly NamedPlace[]): Diagnostic[] {
  const suspicion = swappedAmong(places.map(({ place }) => place));
  if (suspicion === undefined) return [];
  return suspicion.suspects.flatMap(({ at, nearest, away, swapped }): Diagnostic[] => {
    const suspect = places[at];
    const other = places[nearest];
    if (suspect === undefined || other === undefined) return [];
    const far = `${formatPlace(suspect.place)} is ${formatDistance(away)} from ${other.property}`;
    const near = `${formatDistance(swapped)} with latitude and longitude swapped`;
    const advice = suspicion.isTie ? "did you swap those of one of the two?" : "did you swap them?";
    return [{ property: suspect.property, reason: `${far}, but ${near}; ${advice}`, severity: "warning" }];
  });
}
