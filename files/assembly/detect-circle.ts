/** Finds the circle that an outline of many vertices draws, as maps without circles export them. */
import { eastward, radians, wrappedLongitude, type Point } from "../../geometry/point";

/** Fewer vertices may as well be a building. */
const leastVertices = 12;

/** The part of the radius by which a vertex may be nearer to the middle, or farther. */
const tolerance = 0.01;

/** Larger outlines are not round on a plane. */
const mostRadius = 100_000;

/** Its radius is rounded to whole centimetres. */
export function detectCircle(
  outline: readonly Point[],
): { readonly center: Point; readonly radius: number } | undefined {
  const [first] = outline;
  if (first === undefined || outline.length < leastVertices) return undefined;
  const north = mean(outline.map(({ latitude }) => latitude - first.latitude));
  const east = mean(outline.map(({ longitude }) => eastward(first.longitude, longitude)));
  const center = { latitude: first.latitude + north, longitude: wrappedLongitude(first.longitude + east) };
  const distances = outline.map((point) => metresNear(center, point));
  const radius = mean(distances);
  if (radius < 5 || radius > mostRadius) return undefined;
  const isRound = distances.every((metres) => Math.abs(metres - radius) <= radius * tolerance);
  return isRound && isAround(outline, center)
    ? { center, radius: Math.round(radius * 100) / 100 }
    : undefined;
}

/** True if no gap between two vertices is wider than a twelfth of the circle, and they go around it once. */
function isAround(outline: readonly Point[], center: Point): boolean {
  const angles = outline.map(({ latitude, longitude }) =>
    Math.atan2(
      latitude - center.latitude,
      eastward(center.longitude, longitude) * Math.cos(radians(center.latitude)),
    ),
  );
  const steps = angles.map((angle, at) => {
    const step = (angles[(at + 1) % angles.length] ?? angle) - angle;
    return Math.atan2(Math.sin(step), Math.cos(step));
  });
  const whole = Math.abs(steps.reduce((sum, step) => sum + step, 0));
  return (
    Math.abs(whole - 2 * Math.PI) < 1e-6 &&
    steps.every((step) => Math.abs(step) <= (2 * Math.PI) / leastVertices + 0.02)
  );
}

/** Metres between places that are near each other, on the ellipsoid: a sphere is off by half of the tolerance. */
function metresNear(a: Point, b: Point): number {
  const middle = radians((a.latitude + b.latitude) / 2);
  const flatness = 1 - 0.00669437999014 * Math.sin(middle) ** 2;
  const perRadian = 6_378_137 / Math.sqrt(flatness);
  const north = radians(b.latitude - a.latitude) * perRadian * ((1 - 0.00669437999014) / flatness);
  const east = radians(eastward(a.longitude, b.longitude)) * perRadian * Math.cos(middle);
  return Math.hypot(north, east);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
