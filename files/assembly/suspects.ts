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
  warnOfSwapped(zones, report);
  for (const index of outliersAmong(zones.map(({ at }) => at))) {
    const zone = zones[index];
    if (zone === undefined) continue;
    report.warnOnce("far", zone.place, `${formatPlace(zone.at)} is more than 3,000 km from all others`);
  }
}

function warnOfSwapped(zones: readonly Located[], report: Report): void {
  if (!haveMirrors(zones)) return;
  const detector = new SwapDetector();
  const places = new Map<string, Place>(zones.map(({ name, place }) => [name, place]));
  for (const { name, at } of zones) {
    for (const { label, place, neighbours } of detector.add(name, at)) {
      report.warnOnce(
        "swapped",
        places.get(label) ?? {},
        `${formatPlace(place)} is far from all others, and with latitude and longitude swapped it is near "${neighbours[0]}" and "${neighbours[1]}"`,
      );
    }
  }
}

/** False if no place has a neighbour with its coordinates swapped, as in most files: much faster than to look at each. */
function haveMirrors(zones: readonly Located[]): boolean {
  const cells = new Map<string, readonly [north: number, east: number]>();
  for (const { at } of zones) {
    const cell = [Math.floor(at.latitude / cellSize), Math.floor(at.longitude / cellSize)] as const;
    cells.set(cell.join(), cell);
  }
  const steps = [-1, 0, 1];
  return [...cells.values()].some(([north, east]) =>
    steps.some((up) => steps.some((right) => cells.has(`${east + up},${north + right}`))),
  );
}

/** Degrees: more than a neighbour is away, but near the poles. */
const cellSize = 5;

/** The middle of a circle, a corner of anything else. */
export function anchorOf(geofeature: GeofeatureRow | undefined): Point | undefined {
  if (geofeature === undefined) return undefined;
  if (geofeature.type === "circle") return geofeature.center;
  return geofeature.type === "boundingBox" ? geofeature.southWest : geofeature.vertices[0];
}
