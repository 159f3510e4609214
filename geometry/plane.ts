/** Projects a ring onto a plane, where its edges are straight lines. */
import { eastward, radians, type Point } from "./point";

/** A point on the plane, in degrees. */
export interface FlatPoint {
  readonly x: number;
  readonly y: number;
}

/** Beyond this latitude, straight lines on a map are far from straight on the ground. */
const polarLatitude = 85;

/**
 * Projects onto longitude and latitude, without a seam at the antimeridian; around or near a pole, onto the plane seen
 * from above that pole.
 */
export function flatten(vertices: readonly Point[]): FlatPoint[] {
  const pole = poleOf(vertices);
  return pole === undefined ? projectOnMap(vertices) : projectFromAbove(vertices, pole);
}

/** 1 for the north pole, -1 for the south pole, undefined for a ring away from both. */
function poleOf(vertices: readonly Point[]): 1 | -1 | undefined {
  let turned = 0;
  let extreme = 0;
  let from = vertices.at(-1);
  for (const to of vertices) {
    const further = Math.abs(to.latitude) - Math.abs(extreme);
    // At equal distances the north pole counts, independent of the first vertex.
    if (further > 0 || (further === 0 && to.latitude > extreme)) extreme = to.latitude;
    if (from !== undefined) turned += eastward(from.longitude, to.longitude);
    from = to;
  }
  if (Math.abs(extreme) < polarLatitude && Math.abs(turned) < 180) return undefined;
  return extreme < 0 ? -1 : 1;
}

function projectOnMap(vertices: readonly Point[]): FlatPoint[] {
  const origin = vertices[0] ?? { latitude: 0, longitude: 0 };
  let before = origin.longitude;
  let sheet = 0;
  return vertices.map(({ latitude, longitude }) => {
    const step = longitude - before;
    if (step > 180) sheet -= 360;
    else if (step <= -180) sheet += 360;
    before = longitude;
    return { x: longitude - origin.longitude + sheet, y: latitude - origin.latitude };
  });
}

function projectFromAbove(vertices: readonly Point[], pole: 1 | -1): FlatPoint[] {
  return vertices.map(({ latitude, longitude }) => {
    const away = 90 - pole * latitude;
    return { x: away * Math.cos(radians(longitude)), y: away * Math.sin(radians(longitude)) };
  });
}
