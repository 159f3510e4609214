/** A street that runs east along the equator of a small world: places by metres, times by seconds. */
import type {
  PlainCircle,
  PlainCondition,
  PlainGeofeature,
  PlainGeoline,
  PlainZone,
} from "../../../../geometry/plain-zone";
import type { Point } from "../../../../geometry/point";
import { groundOf } from "../../../../fences/ground";
import type { Fix } from "../../../../fences/track/fix";
import { walk } from "../../../../fences/walk/walk";
import type { Walk, WalkEvent } from "../../../../fences/walk/event";
import type { WalkOptions } from "../../../../fences/walk/options";

const degree = 111_319.5;

/** 2026-11-27T09:00:00Z, a Friday. */
export const start = Date.UTC(2026, 10, 27, 9);

/** So many metres east and north of the beginning of the street, at 0° and 10° east: there UTC+1 is the time. */
export function place(east: number, north = 0): Point {
  return { latitude: north / degree, longitude: 10 + east / degree };
}

/** `[seconds, metres]` of each fix. */
export function track(...steps: [seconds: number, east: number, more?: Partial<Fix>][]): Fix[] {
  return steps.map(([seconds, east, more]) => ({
    time: start + seconds * 1000,
    point: place(east),
    segment: 0,
    ...more,
  }));
}

export function circle(name: string, east: number, radius: number): PlainCircle {
  return { type: "circle", name, center: place(east), radius };
}

/** A line across the street. */
export function line(name: string, east: number): PlainGeoline {
  return { type: "geoline", name, vertices: [place(east, -20), place(east, 20)] };
}

export function zone(name: string, geofeatures: PlainGeofeature[], more: Partial<PlainZone> = {}): PlainZone {
  return { name, geofeatures, minimumRetriggerTime: 60, triggerOnExit: true, ...more };
}

/** A circle of 50 m around 200 m, with a condition. */
export function conditioned(...conditions: PlainCondition[]): PlainZone {
  return zone("cafe", [circle("door", 200, 50)], { conditions });
}

export function eventsOf(zones: PlainZone[], fixes: Fix[], options?: WalkOptions): WalkEvent[] {
  return walkOf(zones, fixes, options).events.slice();
}

function walkOf(zones: PlainZone[], fixes: Fix[], options?: WalkOptions): Walk {
  return walk(groundOf(zones.map((each) => ({ label: each.name, zone: each }))), fixes, options);
}

/** `30 enter cafe`, `90 no exit cafe: triggerOnExit is off` */
export function short({ type, time, zone: label, missing, reason, seconds }: WalkEvent): string {
  const after = time === undefined ? "-" : (time - start) / 1000;
  if (type === "none") return `${after} no ${missing} ${label}: ${reason}`;
  if (type === "passed") return `${after} passed ${label}`;
  return `${after} ${type} ${label}${seconds === undefined ? "" : ` after ${seconds}`}`;
}
