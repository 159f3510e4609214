/** The outline of a circle, for viewers that know no circles. */
import { meanRadius, radians, wrappedLongitude, type Point } from "../../geometry/point";

const sides = 64;

/** Counter-clockwise from the north, on a spherical earth. */
export function circleOutline({ latitude, longitude }: Point, radius: number): Point[] {
  const arc = radius / meanRadius;
  const north = radians(latitude);
  return Array.from({ length: sides }, (_, at) => {
    const bearing = (-2 * Math.PI * at) / sides;
    const sine = Math.sin(north) * Math.cos(arc) + Math.cos(north) * Math.sin(arc) * Math.cos(bearing);
    const east = Math.atan2(
      Math.sin(bearing) * Math.sin(arc) * Math.cos(north),
      Math.cos(arc) - Math.sin(north) * sine,
    );
    return { latitude: degrees(Math.asin(sine)), longitude: wrappedLongitude(longitude + degrees(east)) };
  });
}

function degrees(radians: number): number {
  return (radians * 180) / Math.PI;
}
