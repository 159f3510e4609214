/**
 * Files as people have them: those of the folder SAMPLE_DATA where it is there, which nobody here wrote, and else small ones
 * of the same formats.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { unzipSync } from "fflate";
import { parse } from "papaparse";
import type { ReadZonesOptions } from "pulumi-bluedot/files";
import { z } from "zod";

import { writeSmallFiles } from "./small-files";

interface SampleFile {
  /** The path below the folder of all. */
  readonly file: string;
  /** What `readZones` has to be told, beside the retrigger time. */
  readonly options: ReadZonesOptions;
}

export interface SampleFiles {
  readonly folder: string;
  readonly readable: readonly SampleFile[];
  /** Files that are no zones, each with what is said of it after its name. */
  readonly refused: readonly { readonly file: string; readonly sentence: string }[];
  /** A table of shops, with a key, a street and a position each: its path below the folder. */
  readonly shops: string;
}

const shops = "store-openings.csv";

/** The files, in a folder that may be written to where there are none. */
export function sampleFiles(spare: string): SampleFiles {
  const given = process.env["SAMPLE_DATA"];
  const folder = given ?? spare;
  if (given === undefined) writeSmallFiles(folder);
  const zip = (file: string) => `/vsizip/${join(folder, file)}`;
  const converted = "convert it first: ogr2ogr -f GeoJSON -t_srs EPSG:4326 zones.geojson";
  const walked =
    ":1:1: this is a GPX track and no KML; `pulumi-bluedot walk <source> <track>` follows a track";
  return {
    folder,
    readable: [
      { file: "geo/california-vista-points.geojson", options: { radius: 60 } },
      { file: "geo/new-york-areas-of-interest.geojson", options: { radius: 250 } },
      // Two of its outlines cross themselves within metres.
      { file: "geo/lexington.geojson", options: { simplify: 5 } },
      { file: "geo/campus.kml", options: {} },
      { file: "geo/campus.kmz", options: {} },
      ...readdirSync(join(folder, "zone-importer")).map((name) => ({
        file: `zone-importer/${name}`,
        options: { customActionName: "action" },
      })),
    ],
    refused: [
      {
        file: "geo/coutwildrnp-shapefile.zip",
        sentence: `: this is a zipped shapefile; ${converted} ${zip("geo/coutwildrnp-shapefile.zip")}`,
      },
      {
        file: "geo/coutwildrnp-12.gpkg",
        sentence: `: this is a GeoPackage or another SQLite database; ${converted} ${join(folder, "geo/coutwildrnp-12.gpkg")}`,
      },
      { file: "geo/trek.gpx", sentence: `${walked} through zones` },
      { file: "geo/wpt.gpx", sentence: `${walked} through zones` },
    ],
    shops,
  };
}

/** All files of the folder but its descriptions. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".md"))
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1));
}

const collection = z.object({ features: z.array(z.unknown()) });

/** The number of features, placemarks or rows, counted without the reader under test. */
export function countIn(path: string): number {
  if (path.endsWith(".kmz")) return placemarks(Buffer.concat(Object.values(unzipSync(readFileSync(path)))));
  const bytes = readFileSync(path);
  if (path.endsWith(".kml")) return placemarks(bytes);
  const text = bytes.toString();
  if (path.endsWith(".csv")) return parse(text, { header: true, skipEmptyLines: true }).data.length;
  return collection.parse(JSON.parse(text)).features.length;
}

function placemarks(bytes: Buffer): number {
  return bytes.toString().split("<Placemark").length - 1;
}
