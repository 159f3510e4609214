/** Areas on the authalic sphere, which has the surface area of the WGS-84 ellipsoid, with a bound of the error. */
import { eastward, radians, type Point } from "./point";

const equatorialRadius = 6_378_137;
const flattening = 1 / 298.257223563;
const eccentricitySquared = flattening * (2 - flattening);
const eccentricity = Math.sqrt(eccentricitySquared);

/** q(90°) of the authalic latitude: see `authalicSine`. */
const polarMeasure = measure(1);
const radiusSquared = (equatorialRadius ** 2 * polarMeasure) / 2;
const radius = Math.sqrt(radiusSquared);

/** The exact area in square metres between two parallels and two meridians. `width` is in degrees. */
export function areaBetweenParallels(south: number, north: number, width: number): number {
  const s = Math.sin(radians(south));
  const n = Math.sin(radians(north));
  // Differences in closed form: to subtract nearly equal numbers would lose the digits that a small box needs.
  const rise = 2 * Math.cos(radians((south + north) / 2)) * Math.sin(radians(north - south) / 2);
  const first =
    (rise * (1 + eccentricitySquared * s * n)) /
    ((1 - eccentricitySquared * s * s) * (1 - eccentricitySquared * n * n));
  const second = Math.atanh((eccentricity * rise) / (1 - eccentricitySquared * s * n)) / eccentricity;
  return (Math.abs(first + second) * (1 - eccentricitySquared) * equatorialRadius ** 2 * radians(width)) / 2;
}

/**
 * A lower bound of a ring's area in square metres; 0 if there is none. Edges are great circles of the sphere. The strip
 * between a great circle and the geodesic of the ellipsoid grows with the cube of the length: at most 4.6e-11 of it up
 * to 4,000 km and 85° of latitude. An edge that is longer or nearer to a pole has no bound. The bound subtracts twice
 * that strip, with a length that is never too small.
 */
export function areaAtLeast(vertices: readonly Point[]): number {
  const last = vertices.at(-1);
  if (last === undefined) return 0;
  let sum = 0;
  let doubt = 0;
  let turned = 0;
  let from = last;
  let fromTangent = halfTangent(last.latitude);
  for (const to of vertices) {
    const toTangent = halfTangent(to.latitude);
    const east = eastward(from.longitude, to.longitude);
    const length = reach(from, to, east);
    if (Math.abs(to.latitude) > 85 || length > 4e6) return 0;
    const half = radians(east) / 2;
    const excess =
      2 *
      Math.atan2(Math.sin(half) * (fromTangent + toTangent), Math.cos(half) * (1 + fromTangent * toTangent));
    sum += excess;
    doubt += 1e-10 * length ** 3 + 1e-15 * radiusSquared * Math.abs(excess);
    turned += east;
    from = to;
    fromTangent = toTangent;
  }
  // A ring around a pole has no bound here.
  if (Math.abs(turned) > 180) return 0;
  return Math.max(0, Math.abs(sum) * radiusSquared - doubt);
}

/** The length along the meridian and then the parallel: never less than the distance. */
function reach(from: Point, to: Point, east: number): number {
  const nearer = Math.min(Math.abs(from.latitude), Math.abs(to.latitude));
  const sideways = Math.abs(radians(east)) * Math.cos(radians(nearer));
  return radius * (Math.abs(radians(to.latitude - from.latitude)) + sideways);
}

/** tan(β/2) of the authalic latitude β. */
function halfTangent(latitude: number): number {
  const sine = authalicSine(latitude);
  return sine / (1 + Math.sqrt(1 - sine * sine));
}

/** The sine of the authalic latitude, below which sphere and ellipsoid have equal areas. */
function authalicSine(latitude: number): number {
  return Math.max(-1, Math.min(1, measure(Math.sin(radians(latitude))) / polarMeasure));
}

function measure(sine: number): number {
  return (
    (1 - eccentricitySquared) *
    (sine / (1 - eccentricitySquared * sine * sine) + Math.atanh(eccentricity * sine) / eccentricity)
  );
}
