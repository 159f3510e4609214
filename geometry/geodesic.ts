/** Areas and distances on the WGS-84 ellipsoid, exact to nanometres. */
import type * as GeographicLib from "geographiclib-geodesic";

import type { Point } from "./point";

type Earth = typeof GeographicLib.Geodesic.WGS84;

let loaded: Earth | undefined;

/**
 * The area of a polygon whose edges are geodesics, in square metres; of a ring around a pole, the smaller side. About 1 µs
 * a vertex.
 */
export function geodesicArea(vertices: readonly Point[]): number {
  const polygon = earth().Polygon();
  for (const { latitude, longitude } of vertices) polygon.AddPoint(latitude, longitude);
  return Math.abs(polygon.Compute(false, true).area ?? 0);
}

/** The length of the shortest way, in metres, from longitude and latitude to longitude and latitude. About 10 µs. */
export function geodesicMetres(fromX: number, fromY: number, toX: number, toY: number): number {
  return earth().Inverse(fromY, fromX, toY, toX).s12 ?? 0;
}

/** Loads the library at the first need: it takes longer than to validate a thousand zones, and few need it. */
function earth(): Earth {
  loaded ??= load().Geodesic.WGS84;
  return loaded;
}

function load(): typeof GeographicLib {
  // oxlint-disable-next-line typescript/no-require-imports -- An import would load it at once.
  const library: unknown = require("geographiclib-geodesic");
  if (!isGeographicLib(library))
    throw new Error("geographiclib-geodesic is not what this provider was made for");
  return library;
}

function isGeographicLib(library: unknown): library is typeof GeographicLib {
  return typeof library === "object" && library !== null && "Geodesic" in library;
}
