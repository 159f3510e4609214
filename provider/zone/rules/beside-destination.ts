/** Compares a zone with its destination and the other zones of its project, to find swapped coordinates. */
import { metresBetween, type Point } from "../../../geometry/point";
import { belongsSwapped } from "../../../geometry/swap";
import type { Swapped } from "../../../geometry/swap-detector";
import { isObject, type JsonObject } from "../../json";
import type { Diagnostic } from "../../schema/field";
import {
  type NamedPlace,
  asList,
  formatDistance,
  formatPlace,
  placeOfGeofeature,
  swapCoordinates,
} from "../../location/places";

/** The place of a zone: that of its first geofeature with a known place. */
export function placeOfZone(zone: JsonObject): NamedPlace | undefined {
  for (const [at, geofeature] of asList(zone["geofeatures"]).entries()) {
    const where = isObject(geofeature) ? placeOfGeofeature(geofeature) : undefined;
    if (where) return { property: `geofeatures[${at}].${where.property}`, place: where.place };
  }
  return undefined;
}

/** A warning for a zone far from its destination that is near it with swapped coordinates; either may be wrong. */
export function validateBesideDestination(
  zone: JsonObject,
  destinationId: string,
  destination: Point,
): Diagnostic[] {
  const where = placeOfZone(zone);
  if (where === undefined || !belongsSwapped(where.place, destination)) return [];
  const far = formatDistance(metresBetween(where.place, destination));
  const near = formatDistance(metresBetween(swapCoordinates(where.place), destination));
  const reason = `${formatPlace(where.place)} is ${far} from the zone's destination "${destinationId}", but ${near} with latitude and longitude swapped; did you swap those of the zone or of the destination?`;
  return [{ property: where.property, reason, severity: "warning" }];
}

/** The warning for a zone that looks swapped among those of its project. */
export function swappedReason({ place, neighbours: [first, second] }: Swapped): string {
  return `${formatPlace(place)} is far from every other zone of its project, but with latitude and longitude swapped it is beside "${first}" and "${second}"; did you swap them?`;
}
