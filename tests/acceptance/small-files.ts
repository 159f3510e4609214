/** A small file of each format under the names of the sample data, for where that is not there. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { strToU8, zipSync } from "fflate";
import { unparse } from "papaparse";

import { inventedOpenings } from "./openings";

export function writeSmallFiles(folder: string): void {
  for (const [file, content] of Object.entries(contents())) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
}

function contents(): Record<string, string | Uint8Array> {
  const points = ["Pine Lookout", "Otter Bay"].map((name, at) =>
    feature(name, { type: "Point", coordinates: [-120 - at, 38.5] }),
  );
  const quarter = feature("Mill Quarter", { type: "MultiPolygon", coordinates: [[overshooting]] });
  const buildings = kml(["North hall", "South hall"]);
  const gpx = '<gpx xmlns="http://www.topografix.com/GPX/1/1"></gpx>';
  return {
    "geo/california-vista-points.geojson": collection(points),
    "geo/new-york-areas-of-interest.geojson": collection(points),
    "geo/lexington.geojson": collection([quarter]),
    "geo/campus.kml": buildings,
    "geo/campus.kmz": zip("doc.kml", buildings),
    "geo/coutwildrnp-shapefile.zip": zip("parks.shp", "\0"),
    "geo/coutwildrnp-12.gpkg": "SQLite format 3\0",
    "geo/trek.gpx": gpx,
    "geo/wpt.gpx": gpx,
    "zone-importer/shapes.csv": "zoneName,minimumRetriggerTime,fences\nHarbour,0:30,circle;40;59.3 18.07\n",
    "store-openings.csv": unparse(
      inventedOpenings(40).map((shop) => ({ ...shop, STREETADDR: `${shop.storenum} Main Street` })),
    ),
  };
}

/** Crosses itself where one vertex lies two metres beside its line. */
const overshooting = [
  [-84.5, 38],
  [-84.49, 38],
  [-84.49, 38.01],
  [-84.49502, 38.01001],
  [-84.495, 38.00999],
  [-84.495, 38.01002],
  [-84.5, 38.01],
  [-84.5, 38],
];

function feature(name: string, geometry: object): object {
  return { type: "Feature", properties: { name }, geometry };
}

function collection(features: object[]): string {
  return JSON.stringify({ type: "FeatureCollection", features });
}

function kml(names: string[]): string {
  const placemarks = names.map((name, at) => {
    const corners = ["0,37,17", "0.001,37,17", "0.001,37.001,17", "0,37,17"].map(
      (corner) => `${at}${corner.slice(1)}`,
    );
    const ring = `<LinearRing><coordinates>${corners.join(" ")}</coordinates></LinearRing>`;
    return `<Placemark><name>${name}</name><Polygon><outerBoundaryIs>${ring}</outerBoundaryIs></Polygon></Placemark>`;
  });
  return `<kml xmlns="http://www.opengis.net/kml/2.2"><Folder><name>Yard</name>${placemarks.join("")}</Folder></kml>`;
}

function zip(name: string, content: string): Uint8Array {
  return zipSync({ [name]: strToU8(content) });
}
