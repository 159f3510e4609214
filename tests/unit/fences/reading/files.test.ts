import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import { readingIn } from "../../../../fences/reading/files";

describe("the points of a file", () => {
  let folder = "";
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "files-"));
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });
  const points = (file: string) => {
    const table = readingIn(folder, () => {}).points(file, undefined);
    return {
      places: Array.from(table.latitudes, (latitude, at) => [latitude, table.longitudes[at]]),
      names: table.describe([...Array(table.count).keys()]),
    };
  };

  const files: [what: string, text: string, name: string][] = [
    ["lines of WKT", "# shops\nPOINT (144.9 -37.8)\n", "feature 1"],
    ["WKT after a byte-order mark", "\uFEFFSRID=4326;POINT(144.9 -37.8)", "feature 1"],
    ["a table with a column of WKT", 'name,WKT\nRogers,"POINT (144.9 -37.8)"\n', '"Rogers"'],
    ["a table with WKT and degrees", "name,wkt,lat,lon\nRogers,,-37.8,144.9\n", 'line 2 "Rogers"'],
    ["Excel's line of the separator", "sep=;\r\nname;lat;lon\r\nRogers;-37,8;144,9\r\n", 'line 3 "Rogers"'],
  ];
  for (const [what, text, name] of files) {
    it(`are read from ${what}`, () => {
      writeFileSync(join(folder, "p"), text);
      expect(points("p")).to.deep.equal({ places: [[-37.8, 144.9]], names: [name] });
    });
  }

  it("are one at least, for a check and for a map", () => {
    const reading = readingIn(folder, () => {});
    writeFileSync(join(folder, "p"), '{ "type": "FeatureCollection", "features": [] }');
    const points = () => reading.points("p", undefined);
    expect(points).to.throw(/^p: it has no points, and must have one at least$/);
    expect(() => reading.lines("p")).to.throw(/^p: it has no lines; a check of nothing must not pass$/);
  });

  it("are read from a pipe, and named, by reading it once", () => {
    // No name of a file can be in it: the text is there, and gone once it is read.
    const code =
      'const { readingIn } = require("./fences/reading/files"); const table = readingIn("/", () => {}).points("/dev/stdin", undefined);' +
      "console.log(table.latitudes[0], table.describe([0])[0]);";
    const input = "name,lat,lon\nRogers,-37.8,144.9\n";
    const args = ["--import", "tsx", "--eval", code];
    const printed = execFileSync("/bin/sh", ["-c", 'cat | "$0" "$@"', process.execPath, ...args], { input });
    expect(printed.toString().trim()).to.equal('-37.8 line 2 "Rogers"');
  });
});
