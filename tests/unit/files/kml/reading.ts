/** Reads KML as tests write it. */
import type { Feature } from "../../../../files/feature";
import { sentenceOf } from "../../../../files/fault";
import { readKml } from "../../../../files/kml/read";
import type { Axes } from "../../../../geojson/positions";
import { Report } from "../../../../files/report";

export interface Outcome {
  readonly features: readonly Feature[];
  /** `a.kml:3:5: …` */
  readonly faults: readonly string[];
  readonly warnings: readonly string[];
}

export function read(text: string, axes: Axes = "lng,lat"): Outcome {
  const report = new Report();
  const features = readKml(text, axes, report);
  return {
    features,
    faults: report.faultsInOrder().map((fault) => sentenceOf("a.kml", fault)),
    warnings: report.warnings().map((warning) => sentenceOf("a.kml", warning)),
  };
}

/** A document around placemarks, which begin on line 2. */
export function kml(inside: string): string {
  return `<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2"><Document>\n${inside}\n</Document></kml>`;
}

/** A document with one placemark on line 2, whose content begins at its column 12. */
export function placemark(inside: string): string {
  return kml(`<Placemark>${inside}</Placemark>`);
}

export const aPoint = "<Point><coordinates>144.9,-37.8</coordinates></Point>";
export const aPolygon =
  "<Polygon><outerBoundaryIs><LinearRing><coordinates>0,0 0,1 1,1 0,0</coordinates></LinearRing></outerBoundaryIs></Polygon>";
