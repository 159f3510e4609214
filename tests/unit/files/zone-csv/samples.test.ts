import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";

import { expect } from "chai";

import { readZones, type ZoneRow } from "../../../../files";
import type { ZoneArgs } from "../../../../provider";
import { isObject } from "../../../../provider/json";
import { validate } from "../../../../provider/schema/validate";
import { zoneFields } from "../../../../provider/zone/schema";

const projectId = "0b54b0d5-91f4-4f1c-a3de-64d6b3e2f001";
const own = resolve("tests/fixtures/zone-csv");
const given = process.env["SAMPLE_DATA"];
const folders = given === undefined ? [own] : [own, join(given, "zone-importer")];

const read = (path: string): { zones: ZoneRow[]; warnings: string[] } => {
  const warnings: string[] = [];
  return { zones: readZones(path, { onWarning: (sentence) => void warnings.push(sentence) }), warnings };
};

for (const folder of folders) {
  describe(`every zone of ${folder}`, () => {
    for (const file of readdirSync(folder)) {
      it(`is good for the provider: ${file}`, () => {
        const { zones } = read(join(folder, file));
        expect(zones).to.have.length(1);
        for (const zone of zones) {
          const args: ZoneArgs = { projectId, ...zone };
          const declared: unknown = JSON.parse(JSON.stringify(args));
          if (!isObject(declared)) throw new Error("a zone is an object");
          expect(validate(zoneFields, declared)).to.deep.equal([]);
        }
      });
    }

    it("has its corners put right, with a warning, in one file", () => {
      const warned = readdirSync(folder).filter((file) =>
        read(join(folder, file)).warnings.some((sentence) => sentence.includes("the wrong way round")),
      );
      expect(warned).to.have.length(1);
    });
  });
}

describe("a file with every kind of fence and every column", () => {
  it("becomes the arguments of a zone", () => {
    const { zones, warnings } = read(join(own, "every-kind.csv"));
    expect(zones).to.deep.equal([
      {
        name: "Lantern Books (every kind)",
        minimumRetriggerTime: 4500,
        geofeatures: [
          {
            type: "circle",
            name: "Circle 1",
            center: { latitude: 51.75204, longitude: -1.25778 },
            radius: 45,
          },
          {
            type: "boundingBox",
            name: "Rectangle 1",
            northEast: { latitude: 51.75261, longitude: -1.25699 },
            southWest: { latitude: 51.75222, longitude: -1.25741 },
          },
          {
            type: "polygon",
            name: "Polygon 1",
            vertices: [
              { latitude: 51.75188, longitude: -1.25721 },
              { latitude: 51.75179, longitude: -1.25668 },
              { latitude: 51.75151, longitude: -1.25692 },
            ],
          },
          {
            type: "geoline",
            name: "Geoline 1",
            vertices: [
              { latitude: 51.75239, longitude: -1.25808 },
              { latitude: 51.75218, longitude: -1.25851 },
              { latitude: 51.75201, longitude: -1.25826 },
            ],
          },
        ],
        triggerOnExit: true,
        customData: { branch: "17", bay: "C" },
        conditions: [{ type: "timeActive", fromTime: "08:30:00", toTime: "18:00:00" }],
        actions: [{ type: "message", title: "Nearly there", message: "We are wrapping your books." }],
      },
    ]);
    expect(warnings).to.have.length(2);
  });
});
