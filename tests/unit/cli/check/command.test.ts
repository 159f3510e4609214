import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import { start } from "../command";

describe("pulumi-bluedot check", function () {
  this.timeout(60_000);
  let folder = "";
  let zones = "";
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "check-"));
    zones = join(folder, "zones.geojson");
    writeFileSync(
      zones,
      JSON.stringify({
        type: "Feature",
        properties: { name: "cafe", radius: 50 },
        geometry: { type: "Point", coordinates: [144.965, -37.8086] },
      }),
    );
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  const cases: [what: string, args: string[], code: number, printed: string][] = [
    [
      "where all rules hold",
      ["--contains", "cafe=-37.8086,144.965"],
      0,
      "The rule holds. This is geometry, not a phone.",
    ],
    ["where one does not", ["--misses", "cafe=-37.8086,144.965"], 7, "1 of 1 rule does not hold."],
    ["where it could not look", ["--contains", "caffe=-37.8086,144.965"], 1, 'no zone is called "caffe"'],
    ["without a rule", [], 1, "There is no rule to check"],
    ["with metres that are none", ["--apart", "near"], 1, "It must be a number, 0 or more."],
  ];
  for (const [what, args, code, printed] of cases) {
    it(`exits with ${code} ${what}`, async () => {
      const command = start("check", zones, ...args);
      expect(await command.code).to.equal(code);
      expect(command.printed()).to.include(printed);
    });
  }
});
