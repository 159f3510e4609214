/** A ring laid out flat, so that its edges are straight lines between points. */
import { eastward, radians, type Point } from "./point";

/** In degrees. */
export interface FlatPoint {
  readonly x: number;
  readonly y: number;
}

/** Nearer to a pole than this, lines that are straight on a map are nothing like straight on the ground. */
const polarLatitude = 85;

/**
 * As on a map of longitude and latitude, without a seam at the antimeridian; around a pole or near one, as seen from
 * above that pole.
 */
export function flatten(vertices: readonly Point[]): FlatPoint[] {
  const pole = poleOf(vertices);
  return pole === undefined ? asOnMap(vertices) : asFromAbove(vertices, pole);
}

/** 1 for the north pole, -1 for the south pole. */
function poleOf(vertices: readonly Point[]): 1 | -1 | undefined {
  let turned = 0;
  let extreme = 0;
  let from = vertices.at(-1);
  for (const to of vertices) {
    const further = Math.abs(to.latitude) - Math.abs(extreme);
    // Of two as near to either pole the northern one, wherever the outline begins.
    if (further > 0 || (further === 0 && to.latitude > extreme)) extreme = to.latitude;
    if (from !== undefined) turned += eastward(from.longitude, to.longitude);
    from = to;
  }
  if (Math.abs(extreme) < polarLatitude && Math.abs(turned) < 180) return undefined;
  return extreme < 0 ? -1 : 1;
}

function asOnMap(vertices: readonly Point[]): FlatPoint[] {
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

function asFromAbove(vertices: readonly Point[], pole: 1 | -1): FlatPoint[] {
  return vertices.map(({ latitude, longitude }) => {
    const away = 90 - pole * latitude;
    return { x: away * Math.cos(radians(longitude)), y: away * Math.sin(radians(longitude)) };
  });
}
