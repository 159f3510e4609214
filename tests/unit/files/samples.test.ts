/** Real files of others, where they are present: each is read, or refused with a sentence that says what to do. */
import { readdirSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";

import { byDestinationId, byName, readDestinations, readZones, type ReadZonesOptions } from "../../../files";
import type { ZoneArgs } from "../../../provider";
import { isObject } from "../../../provider/json";
import { validate } from "../../../provider/schema/validate";
import { zoneFields } from "../../../provider/zone/schema";

const data = process.env["SAMPLE_DATA"];

const quiet: ReadZonesOptions = { minimumRetriggerTime: 3600, onWarning: () => undefined };

const read: [file: string, options: ReadZonesOptions, zones: number][] = [
  ["geo/california-vista-points.geojson", { radius: 60 }, 111],
  ["geo/campus.kml", {}, 4],
  ["geo/campus.kmz", {}, 4],
  ["geo/new-york-areas-of-interest.geojson", { radius: 100 }, 96],
  ["geo/lexington.geojson", { simplify: 5 }, 38],
  ["store-openings.csv", { radius: 75, name: (store) => `store-${String(store["storenum"])}` }, 2992],
  ["zone-importer/all-types.csv", {}, 1],
  ["zone-importer/circle.csv", {}, 1],
  ["zone-importer/geoline.csv", {}, 1],
  ["zone-importer/polygon.csv", {}, 1],
  ["zone-importer/rectangle.csv", {}, 1],
];

const refused: [file: string, sentences: RegExp[]][] = [
  [
    "geo/lexington.geojson",
    [
      /features\[1\] \("Southeastern Hills"\): geometry\.coordinates\[0\]: edge 312–313 .* crosses edge 314–315 .*; a vertex between the two overshoots/,
      /features\[8\] \("Meadowthorpe"\): geometry\.coordinates\[0\]: .* go over each other at vertex 0 .*; leave the vertex out/,
      /features\[8\] \("Meadowthorpe"\): geometry\.coordinates\[0\]: edge 11–12 .* crosses edge 13–14/,
    ],
  ],
  ["geo/coutwildrnp-shapefile.zip", [/zipped shapefile; convert it first: ogr2ogr -f GeoJSON .* \/vsizip\//]],
  ["geo/coutwildrnp-12.gpkg", [/GeoPackage .*; convert it first: ogr2ogr -f GeoJSON/]],
  ["geo/trek.gpx", [/GPX track and no KML; `pulumi-bluedot walk/]],
  ["geo/wpt.gpx", [/GPX track and no KML; `pulumi-bluedot walk/]],
  ["geo/README.md", [/none of GeoJSON, KML, KMZ, CSV and WKT/]],
  ["README.md", [/none of GeoJSON, KML, KMZ, CSV and WKT/]],
];

if (data !== undefined) {
  describe("real files", () => {
    it("are all in these tables", () => {
      const known = new Set([...read, ...refused].map(([file]) => file));
      const there = readdirSync(data, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => join(parentPath, name).slice(data.length + 1));
      expect(there.filter((file) => !known.has(file))).to.deep.equal([]);
    });

    for (const [file, options, count] of read) {
      it(`are read, and good for the provider: ${file}`, () => {
        const zones = readZones(join(data, file), { ...quiet, ...options });
        expect(zones).to.have.length(count);
        for (const zone of zones) {
          const args: ZoneArgs = { projectId: "0b54b0d5-91f4-4f1c-a3de-64d6b3e2f001", ...zone };
          const declared: unknown = JSON.parse(JSON.stringify(args));
          if (!isObject(declared)) throw new Error("a zone is an object");
          expect(
            validate(zoneFields, declared).filter(({ severity }) => severity !== "warning"),
          ).to.deep.equal([]);
        }
      });
    }

    for (const [file, sentences] of refused) {
      it(`are refused: ${file}`, () => {
        let message = "";
        try {
          readZones(join(data, file), quiet);
        } catch (error) {
          message = error instanceof Error ? error.message : "";
        }
        const lines = message.split("\n");
        expect(lines).to.have.length(sentences.length);
        for (const [at, sentence] of sentences.entries()) expect(lines[at]).to.match(sentence);
      });
    }

    it("become destinations and zones of a network in a few lines", () => {
      const file = join(data, "store-openings.csv");
      const destinations = byDestinationId(
        readDestinations(file, { key: "storenum", address: "STREETADDR" }),
      );
      const zones = byName(
        readZones(file, { ...quiet, name: "storenum", radius: 75, destinationId: "storenum" }),
      );
      expect(Object.keys(destinations)).to.have.length(2992);
      expect(Object.values(zones).every((zone) => (zone.destinationId ?? "") in destinations)).to.equal(true);
    });
  });
}
