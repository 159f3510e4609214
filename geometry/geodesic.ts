/** The area of a polygon whose edges are geodesics of the WGS-84 ellipsoid. */
import type * as GeographicLib from "geographiclib-geodesic";

import type { Point } from "./point";

let earth: typeof GeographicLib.Geodesic.WGS84 | undefined;

/** In square metres; of a ring around a pole, the smaller side. About 1 µs a vertex. */
export function geodesicArea(vertices: readonly Point[]): number {
  earth ??= load().Geodesic.WGS84;
  const polygon = earth.Polygon();
  for (const { latitude, longitude } of vertices) polygon.AddPoint(latitude, longitude);
  return Math.abs(polygon.Compute(false, true).area ?? 0);
}

/** Loads the library at the first need: it takes longer than to validate a thousand zones, and few need it. */
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
