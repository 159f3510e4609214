/** The questions of a test about the fences of zones. */
import { isInside } from "../geometry/inside";
import { fencesAt, groundOf, nearestFence, type Ground, type LabelledZone, type Near } from "./ground";
import { overlappingPairs, pairsNearer, type FencePair } from "./pairs";
import { pointOf, type FencePoint } from "./point-like";
import type { Fix } from "./track/fix";
import type { Walk } from "./walk/event";
import type { WalkOptions } from "./walk/options";
import { walk } from "./walk/walk";
import { plainZones, type ZoneLike } from "./zone-like";

/** A fence that a point is inside, or near to. */
export interface FenceAt {
  /** The zone's name. */
  readonly zone: string;
  /** The geofeature's name. */
  readonly geofeature: string;
  /** From the point to the fence's edge: negative inside. */
  readonly metres: number;
}

/** Two zones that overlap or are near each other, by the two of their geofeatures for which that is most so. */
export interface ZonePair {
  /** The zones' names. */
  readonly zones: readonly [string, string];
  /** The geofeatures' names, in the same order. */
  readonly geofeatures: readonly [string, string];
  /**
   * From edge to edge. Negative where they overlap: how far one of the two must move until they only touch; of outlines
   * with dents, the most that it can be.
   */
  readonly metres: number;
}

/** A point that is in no zone. */
export interface UncoveredPoint<Given = FencePoint> {
  /** As it was given. */
  readonly point: Given;
  /** Its place among the points, from 0. */
  readonly index: number;
  /** Absent where there are no fences. */
  readonly nearest?: FenceAt;
}

/**
 * The fences of zones, to ask what is where. This is geometry, not a phone: circles are measured on the WGS-84 ellipsoid,
 * edges of boxes and polygons are straight in latitude and longitude, and what is on an edge is inside. Geolines have no
 * inside. Beacons are left out.
 */
export interface Fences {
  /** The fences that a point is inside, the nearest edge first; none if it is in no zone. */
  at(point: FencePoint): FenceAt[];
  /**
   * The nearest fence. One that the point is inside is nearer than any other; of several, the one it is deepest in.
   *
   * @param options `within`: metres, beyond which there is none (default: any distance)
   */
  nearest(point: FencePoint, options?: { readonly within?: number }): FenceAt | undefined;
  /** Pairs of different zones that overlap, the most first. Fences that share a border do not. */
  overlaps(): ZonePair[];
  /** Pairs of different zones that are nearer than so many metres, edge to edge, or overlap. Geolines are among them. */
  apart(metres: number): ZonePair[];
  /** The points that are in no zone, each with the nearest. */
  uncovered<Given extends FencePoint>(points: Iterable<Given>): UncoveredPoint<Given>[];
  /**
   * The triggers of a phone that goes along a track, and why other triggers do not come. docs/walk.md lists what is assumed,
   * each of it an option.
   *
   * @example
   * fences.walk(readTrack("monday.gpx"), { timeZone: "Australia/Melbourne" }).events
   */
  walk(track: readonly Fix[], options?: WalkOptions): Walk;
}

/**
 * The fences of zones.
 *
 * @param zones of a file (`readZones`), or the arguments of Zones, with all values known
 * @throws an error with a line for each value that is missing, of another type, or not known yet
 * @example
 * const fences = fencesOf(readZones("stores.geojson"));
 * fences.at([-37.8086, 144.965]); // [{ zone: "cafe", geofeature: "door", metres: -12.3 }]
 */
export function fencesOf(zones: Iterable<ZoneLike>): Fences {
  return fencesOn(groundOf(labelled(zones)));
}

export function labelled(zones: Iterable<ZoneLike>): LabelledZone[] {
  return plainZones(zones).map((zone) => ({ label: zone.name, zone }));
}

function fencesOn(ground: Ground): Fences {
  const near = ({ fence, metres }: Near): FenceAt => ({
    zone: labelOf(ground, fence.zone),
    geofeature: fence.name,
    metres,
  });
  const pair = ({ fences: [a, b], metres }: FencePair): ZonePair => ({
    zones: [labelOf(ground, a.zone), labelOf(ground, b.zone)],
    geofeatures: [a.name, b.name],
    metres,
  });
  return {
    at(point) {
      const { latitude, longitude } = pointOf(point);
      return fencesAt(ground, longitude, latitude).map(near);
    },
    nearest(point, { within = Infinity } = {}) {
      const { latitude, longitude } = pointOf(point);
      const found = nearestFence(ground, longitude, latitude);
      return found === undefined || found.metres > within ? undefined : near(found);
    },
    walk: (track, options) => walk(ground, track, options),
    overlaps: () => overlappingPairs(ground).map(pair),
    apart: (metres) => pairsNearer(ground, metres).map(pair),
    uncovered: (points) =>
      [...points].flatMap((point, index) => {
        const { latitude, longitude } = pointOf(point);
        const nearest = uncoveredAt(ground, longitude, latitude);
        if (nearest === "covered") return [];
        return [{ point, index, ...(nearest !== undefined && { nearest: near(nearest) }) }];
      }),
  };
}

function uncoveredAt(ground: Ground, longitude: number, latitude: number): Near | undefined | "covered" {
  const { fences, tree } = ground;
  const isCovered = tree.some(longitude, latitude, (at) => {
    const fence = fences[at];
    return fence !== undefined && isInside(fence.shape, longitude, latitude);
  });
  return isCovered
    ? "covered"
    : nearestFence(ground, longitude, latitude, ({ shape }) => shape.kind !== "line");
}

export function labelOf({ zones }: Ground, zone: number): string {
  return zones[zone]?.label ?? "";
}
