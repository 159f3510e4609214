/** Places from the two numbers of a position, in formats that have the longitude first. */
import type { Axes } from "../geojson/positions";
import { beyondDegrees } from "../geometry/degrees";
import { wrappedLongitude, type Point } from "../geometry/point";
import type { Place, Report } from "./report";

/** The reader of the positions of a file. */
export interface PositionReading {
  readonly format: "KML" | "WKT";
  readonly axes: Axes;
  readonly report: Report;
}

/**
 * @param shown the numbers as the format writes them
 * @param place computed when a fault asks for it
 * @returns undefined after a fault
 */
export function placeOnEarth(
  first: number,
  second: number,
  shown: string,
  { format, axes, report }: PositionReading,
  place: () => Place,
): Point | undefined {
  // Minus nought is nought.
  const [longitude, latitude] = axes === "lng,lat" ? [first + 0, second + 0] : [second + 0, first + 0];
  switch (beyondDegrees({ latitude, longitude })) {
    case "metres":
      report.faultOnce(
        "metres",
        place(),
        `the position ${shown} is in metres of a map projection and not in degrees; convert it to WGS 84 (EPSG:4326) first`,
      );
      return undefined;
    case "swapped":
      report.faultOnce(
        "swapped",
        place(),
        `the position ${shown} looks swapped; ${format} has the longitude first` +
          report.advise("axes", "lat,lng", (option) => `, and ${option} reads a file that has not`),
      );
      return undefined;
    case "latitude":
      report.fault(place(), `latitude ${latitude}° is not between -90 and 90`);
      return undefined;
    case undefined:
      return { latitude, longitude: inside(longitude, report, place) };
  }
}

function inside(longitude: number, report: Report, place: () => Place): number {
  const taken = wrappedLongitude(longitude);
  if (taken !== longitude) {
    report.warnOnce(
      "wrapped",
      place(),
      `longitude ${longitude}° is not between -180 and 180, and is taken as ${taken}`,
    );
  }
  return taken;
}
