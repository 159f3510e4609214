/** Warns of zones whose places look wrong among those of the others. */
import { outliersAmong } from "../../geometry/outliers";
import { formatPlace, type Point } from "../../geometry/point";
import { SwapDetector } from "../../geometry/swap-detector";
import type { Place, Report } from "../report";
import type { GeofeatureRow } from "../zone-row";

export interface Located {
  readonly name: string;
  readonly place: Place;
  readonly at: Point;
}

export function warnOfSuspects(zones: readonly Located[], report: Report): void {
  const detector = new SwapDetector();
  const places = new Map<string, Place>(zones.map(({ name, place }) => [name, place]));
  const swapped = new Set<string>();
  for (const { name, at } of zones) {
    for (const { label, place, neighbours } of detector.add(name, at)) {
      swapped.add(label);
      report.warnOnce(
        "swapped",
        places.get(label) ?? {},
        `${formatPlace(place)} is far from all others, and with latitude and longitude swapped it is near "${neighbours[0]}" and "${neighbours[1]}"`,
      );
    }
  }
  for (const index of outliersAmong(zones.map(({ at }) => at))) {
    const zone = zones[index];
    if (zone === undefined || swapped.has(zone.name)) continue;
    report.warnOnce("far", zone.place, `${formatPlace(zone.at)} is more than 3,000 km from all others`);
  }
}

/** The middle of a circle, a corner of anything else. */
export function anchorOf(geofeature: GeofeatureRow | undefined): Point | undefined {
  if (geofeature === undefined) return undefined;
  if (geofeature.type === "circle") return geofeature.center;
  return geofeature.type === "boundingBox" ? geofeature.southWest : geofeature.vertices[0];
}
