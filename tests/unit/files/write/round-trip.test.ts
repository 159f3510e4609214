import { expect } from "chai";
import fc from "fast-check";

import { drawnZonesIn } from "../../../../files/read";
import { kmzOf } from "../../../../files/write/kmz";
import { writeZones } from "../../../../files/write/write-zones";
import type { DrawnZone } from "../../../../files/zone-row";
import { seed } from "../../../seed";
import { randomZones } from "./random-zones";
import { cafe, mall } from "./zones";

const formats: Readonly<Record<string, (zones: DrawnZone[]) => Buffer>> = {
  GeoJSON: (zones) => Buffer.from(writeZones(zones, "geojson")),
  KML: (zones) => Buffer.from(writeZones(zones, "kml")),
  KMZ: (zones) => Buffer.from(kmzOf(writeZones(zones, "kml"))),
  CSV: (zones) => Buffer.from(writeZones(zones, "csv")),
};

function readBack(bytes: Buffer): DrawnZone[] {
  return drawnZonesIn(bytes, "a", { onWarning: () => undefined });
}

describe("zones that are written and read", () => {
  for (const [format, write] of Object.entries(formats)) {
    it(`are the same by ${format}`, () => {
      expect(readBack(write([cafe, mall]))).to.deep.equal([cafe, mall]);
      fc.assert(
        fc.property(randomZones, (zones) => {
          expect(readBack(write(zones))).to.deep.equal(zones);
        }),
        { seed, numRuns: 80 },
      );
    });

    it(`are the same bytes once more by ${format}`, () => {
      const bytes = write([cafe, mall]);
      expect(write(readBack(bytes)).equals(bytes)).to.equal(true);
    });

    it(`are read without a warning by ${format}`, () => {
      const warnings: string[] = [];
      drawnZonesIn(write([cafe]), "a", { onWarning: (sentence) => warnings.push(sentence) });
      expect(warnings).to.deep.equal([]);
    });
  }

  it("are polygons where circles are written as outlines", () => {
    const text = writeZones([cafe], "kml", { circles: "polygon" });
    expect(readBack(Buffer.from(text))[0]?.geofeatures[0]).to.deep.include({
      type: "polygon",
      color: "#429BD5",
    });
  });
});
