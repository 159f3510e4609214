/** The area of a fence, precise for small shapes, where the limit of 70 m² matters. */
import type { Point } from "./fields";

/** The smallest area of a box or polygon that the API accepts, in square metres. */
export const smallestArea = 70;

const equatorialRadius = 6_378_137;
const eccentricitySquared = 0.00669437999014;

/** The area in square metres of a ring of points, by the shoelace formula on the plane that touches it. */
export function areaOf(vertices: readonly Point[]): number {
  const first = vertices[0];
  if (first === undefined) return 0;
  const latitudes = vertices.map(({ latitude }) => latitude);
  const { north, east } = metresPerDegree((Math.min(...latitudes) + Math.max(...latitudes)) / 2);
  const flat = vertices.map((vertex) => ({
    x: eastward(first.longitude, vertex.longitude) * east,
    y: (vertex.latitude - first.latitude) * north,
  }));
  let doubled = 0;
  for (const [index, a] of flat.entries()) {
    const b = flat[(index + 1) % flat.length] ?? a;
    doubled += a.x * b.y - b.x * a.y;
  }
  return Math.abs(doubled) / 2;
}

/** Degrees from one longitude to another the short way round, east positive. */
export function eastward(from: number, to: number): number {
  const turned = (((to - from) % 360) + 360) % 360;
  return turned > 180 ? turned - 360 : turned;
}

function metresPerDegree(latitude: number): { north: number; east: number } {
  const radians = (latitude * Math.PI) / 180;
  const flattened = 1 - eccentricitySquared * Math.sin(radians) ** 2;
  const meridian = (equatorialRadius * (1 - eccentricitySquared)) / flattened ** 1.5;
  const parallel = (equatorialRadius * Math.cos(radians)) / Math.sqrt(flattened);
  return { north: (meridian * Math.PI) / 180, east: (parallel * Math.PI) / 180 };
}
