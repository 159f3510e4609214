/** Whether a zone looks swapped beside what belongs to it: its destination, and the other zones of its project. */
import { metresBetween, type Point } from "../../../geometry/point";
import { belongsSwapped } from "../../../geometry/swap";
import type { Swapped } from "../../../geometry/swap-detector";
import { isObject, type JsonObject } from "../../json";
import type { Diagnostic } from "../../schema/field";
import { listed, whereIs, type NamedPlace } from "../../location/places";
import { shownDistance, shownPlace, turned } from "../../location/wording";

/** Where a zone is, for others to be compared with: its first geofeature whose place is known. */
export function placeOfZone(zone: JsonObject): NamedPlace | undefined {
  for (const [at, geofeature] of listed(zone["geofeatures"]).entries()) {
    const where = isObject(geofeature) ? whereIs(geofeature) : undefined;
    if (where) return { property: `geofeatures[${at}].${where.property}`, place: where.place };
  }
  return undefined;
}

/** A zone far from its destination that would be near it. Which of the two is wrong cannot be told. */
export function judgeBesideDestination(
  zone: JsonObject,
  destinationId: string,
  destination: Point,
): Diagnostic[] {
  const where = placeOfZone(zone);
  if (where === undefined || !belongsSwapped(where.place, destination)) return [];
  const far = shownDistance(metresBetween(where.place, destination));
  const near = shownDistance(metresBetween(turned(where.place), destination));
  const reason = `${shownPlace(where.place)} is ${far} from the zone's destination "${destinationId}", but ${near} with latitude and longitude swapped; did you swap those of the zone or of the destination?`;
  return [{ property: where.property, reason, severity: "warning" }];
}

/** What to say of a zone that looks swapped among those of its project. */
export function reasonFor({ place, neighbours: [first, second] }: Swapped): string {
  return `${shownPlace(place)} is far from every other zone of its project, but with latitude and longitude swapped it is beside "${first}" and "${second}"; did you swap them?`;
}
