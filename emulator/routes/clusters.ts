/** Zones by where they lie, for a map that has too many to show each. */
import type { StoredZone } from "../entities/zone";
import { eastOf, placeIn, type Box } from "./box";

/** A cluster as the API returns it. */
interface ZoneCluster {
  /** The middle of its zones: `longitude,latitude`. */
  readonly point: string;
  readonly count: number;
  /** True if there are more than 500. */
  readonly additionalCount: boolean;
}

/** A box is cut into as many rows, and as many columns. */
const cuts = 8;

const many = 500;

/** The zones with a point in the box, by the part of the box that it lies in. */
export function clustersOf(zones: readonly StoredZone[], box: Box): ZoneCluster[] {
  const { northeast, southwest } = box;
  const height = northeast.latitude - southwest.latitude;
  const width = eastOf(southwest.longitude, northeast.longitude);
  const parts = new Map<number, { north: number; east: number; count: number }>();
  for (const zone of zones) {
    const place = placeIn(box, zone);
    if (place === undefined) continue;
    const part = cut(place.north, height) * cuts + cut(place.east, width);
    const { north, east, count } = parts.get(part) ?? { north: 0, east: 0, count: 0 };
    parts.set(part, { north: north + place.north, east: east + place.east, count: count + 1 });
  }
  return [...parts.values()].map(({ north, east, count }) => {
    const longitude = southwest.longitude + east / count;
    const latitude = southwest.latitude + north / count;
    return {
      point: `${rounded(longitude > 180 ? longitude - 360 : longitude)},${rounded(latitude)}`,
      count,
      additionalCount: count > many,
    };
  });
}

function cut(distance: number, whole: number): number {
  return whole === 0 ? 0 : Math.min(cuts - 1, Math.floor((distance / whole) * cuts));
}

/** To the decimetre or so. */
function rounded(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
