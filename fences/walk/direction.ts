/** The direction of a step, from true or magnetic north. */
import { createRequire } from "node:module";

import type * as Geomagnetism from "geomagnetism";

import { eastward, radians, type Point } from "../../geometry/point";

/** Degrees clockwise from true north, 0 to 360, at which a great circle leaves for a place. */
export function bearingOf(from: Point, to: Point): number {
  const east = radians(eastward(from.longitude, to.longitude));
  const [fromY, toY] = [radians(from.latitude), radians(to.latitude)];
  const x = Math.cos(fromY) * Math.sin(toY) - Math.sin(fromY) * Math.cos(toY) * Math.cos(east);
  const bearing = (Math.atan2(Math.sin(east) * Math.cos(toY), x) * 180) / Math.PI;
  return (bearing + 360) % 360;
}

/** True if an angle is on the clockwise way from one to another, both included. */
export function isBetween(angle: number, from: number, to: number): boolean {
  return turn(from, angle) <= turn(from, to);
}

/** Degrees clockwise, 0 to 360. */
function turn(from: number, to: number): number {
  return (((to - from) % 360) + 360) % 360;
}

/** The date of the declination where a track has no times: the epoch of the present magnetic model. */
const epoch = Date.UTC(2025, 0, 1);

/** Its model changes by 0.2° a year at most places; a step of a month is far below what a compass shows. */
const month = 30 * 86_400_000;

/** Degrees that magnetic north is east of true north. */
export class Declination {
  readonly #models = new Map<number, Geomagnetism.GeomagnetismModel>();

  at(time: number | undefined, { latitude, longitude }: Point): number {
    const at = Math.floor((time ?? epoch) / month);
    let model = this.#models.get(at);
    if (model === undefined) {
      // A date that no model is for gets the nearest: far off only by decades.
      model = load().model(new Date(at * month), { allowOutOfBoundsModel: true });
      this.#models.set(at, model);
    }
    return model.point([latitude, longitude]).decl;
  }
}

let geomagnetism: typeof Geomagnetism | undefined;

/** Loads the magnetic model at the first need. */
function load(): typeof Geomagnetism {
  if (geomagnetism === undefined) {
    const library: unknown = createRequire(__filename)("geomagnetism");
    if (!isGeomagnetism(library)) throw new Error("geomagnetism is not what this package was made for");
    geomagnetism = library;
  }
  return geomagnetism;
}

function isGeomagnetism(library: unknown): library is typeof Geomagnetism {
  return typeof library === "object" && library !== null && "model" in library;
}
