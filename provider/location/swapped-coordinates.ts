/** Whether latitude and longitude were swapped somewhere in a zone. */
import { isSurelySwapped, swappedAmong } from "../../geometry/swap";
import { isObject, type Json, type JsonObject } from "../json";
import type { Diagnostic, Rule } from "../schema/field";
import { listed, numbersOf, placesOf, whereIs, type NamedPlace } from "./places";
import { shownDistance, shownPlace, turned } from "./wording";

/** For a zone: a fault where it is certain, a warning where the other places of the zone tell it. */
export const swapRule: Rule = (zone) => {
  const geofeatures = listed(zone["geofeatures"]).map((each) => (isObject(each) ? each : {}));
  const within = geofeatures.flatMap((geofeature, at) =>
    [...judgeSure(geofeature), ...judgeVertices(geofeature)].map((judgement) => ({
      ...judgement,
      property: `geofeatures[${at}].${judgement.property}`,
    })),
  );
  return [...within, ...judgeGeofeatures(geofeatures)];
};

/** For an object with one place of its own: a beacon, a destination. */
export const swappedLocationRule: Rule = (object) => judgeSurePoints("location", [object["location"]]);

/** What is no place as it stands, and one with its numbers swapped. */
function judgeSure(geofeature: JsonObject): Diagnostic[] {
  return [
    ...["center", "northEast", "southWest", "location"].flatMap((property) =>
      judgeSurePoints(property, [geofeature[property]]),
    ),
    ...judgeSurePoints("vertices", listed(geofeature["vertices"])),
  ];
}

function judgeSurePoints(property: string, points: readonly (Json | undefined)[]): Diagnostic[] {
  const swapped = points.flatMap((point) => numbersOf(point) ?? []).filter(isSurelySwapped);
  const [first] = swapped;
  if (first === undefined) return [];
  const others = swapped.length > 1 ? ` (and ${swapped.length - 1} more like it)` : "";
  const reason = `${shownPlace(first)}${others} is no place, but ${shownPlace(turned(first))} is; did you swap latitude and longitude?`;
  return [{ property, reason }];
}

/** A vertex far from the others. */
function judgeVertices(geofeature: JsonObject): Diagnostic[] {
  const vertices = placesOf(geofeature["vertices"]) ?? [];
  return judgeAmong(vertices.map((place, at) => ({ property: `vertices[${at}]`, place })));
}

/** A geofeature far from the others. */
function judgeGeofeatures(geofeatures: readonly JsonObject[]): Diagnostic[] {
  return judgeAmong(
    geofeatures.flatMap((geofeature, at): NamedPlace[] => {
      const where = whereIs(geofeature);
      return where ? [{ property: `geofeatures[${at}].${where.property}`, place: where.place }] : [];
    }),
  );
}

function judgeAmong(places: readonly NamedPlace[]): Diagnostic[] {
  const suspicion = swappedAmong(places.map(({ place }) => place));
  if (suspicion === undefined) return [];
  return suspicion.suspects.flatMap(({ at, nearest, away, swapped }): Diagnostic[] => {
    const suspect = places[at];
    const other = places[nearest];
    if (suspect === undefined || other === undefined) return [];
    const far = `${shownPlace(suspect.place)} is ${shownDistance(away)} from ${other.property}`;
    const near = `${shownDistance(swapped)} with latitude and longitude swapped`;
    const advice = suspicion.isTie ? "did you swap those of one of the two?" : "did you swap them?";
    return [{ property: suspect.property, reason: `${far}, but ${near}; ${advice}`, severity: "warning" }];
  });
}
