import { expect } from "chai";

import { outputOf, type OutputFormat } from "../../../../cli/convert/output";

describe("the output of a conversion", () => {
  const cases: [path: string | undefined, format: OutputFormat | undefined, found: OutputFormat][] = [
    ["a.geojson", undefined, "geojson"],
    ["a.json", undefined, "geojson"],
    ["A.KML", undefined, "kml"],
    ["a.b.kmz", undefined, "kmz"],
    ["a.csv", undefined, "csv"],
    ["a.txt", "csv", "csv"],
    [undefined, "kml", "kml"],
  ];
  for (const [path, format, found] of cases) {
    it(`is ${found} for ${path ?? "standard output"} and ${format ?? "no format"}`, () => {
      expect(outputOf(path, format, false)).to.deep.equal({
        format: found,
        ...(path !== undefined && { path }),
      });
    });
  }

  const wrong: [path: string | undefined, format: OutputFormat | undefined, message: string][] = [
    [undefined, undefined, "Say where to: --out zones.geojson, or --format geojson for standard output."],
    [undefined, "kmz", "KMZ is no text, and goes to a file: --out zones.kmz."],
    [
      "a.shp",
      undefined,
      "a.shp has no extension of .geojson, .kml, .kmz, .csv; name the format with --format.",
    ],
    ["zones", undefined, "zones has no extension of"],
    [__filename, "csv", "exists; --force replaces it."],
  ];
  for (const [path, format, message] of wrong) {
    it(`is refused: ${message}`, () => {
      expect(() => outputOf(path, format, false)).to.throw(message);
    });
  }

  it("may replace a file by force", () => {
    expect(outputOf(__filename, "csv", true).path).to.equal(__filename);
  });
});
