import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import { checkFences, type ZoneLike } from "../../../fences";

const cafe: ZoneLike = {
  name: "cafe",
  geofeatures: [{ type: "circle", name: "door", center: { latitude: 0, longitude: 0 }, radius: 50 }],
};

describe("checkFences", () => {
  it("gives the rules that do not hold", () => {
    const failures = checkFences([cafe], {
      contains: [
        { zone: "cafe", point: [0, 0] },
        { zone: "cafe", point: "0, 1" },
      ],
      overlaps: {},
    });
    expect(failures.map(({ rule, message }) => `${rule}: ${message}`)).to.deep.equal([
      'contains[1]: zone "cafe" does not contain 0, 1: it is 111 km outside "door" of "cafe"',
    ]);
  });

  it("reads a file of rules, and what they name from its folder", () => {
    const folder = mkdtempSync(join(tmpdir(), "rules-"));
    try {
      writeFileSync(join(folder, "p.csv"), "lat,lon\n0,0\n0,1\n");
      writeFileSync(
        join(folder, "walk.csv"),
        "lat,lon,time\n0,0.001,2026-11-27T09:00:00Z\n0,0,2026-11-27T09:01:00Z\n",
      );
      writeFileSync(
        join(folder, "fences.json"),
        '{ "covers": [{ "points": "p.csv" }], "walks": [{ "track": "walk.csv", "expect": ["cafe exit"] }] }',
      );
      const rules = checkFences([cafe], join(folder, "fences.json")).map(({ rule }) => rule);
      expect(rules).to.deep.equal(["covers[0]", "walks[0]"]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("refuses a file of rules that is not there", () => {
    expect(() => checkFences([cafe], "no/fences.json")).to.throw(
      /^no\/fences\.json: there is no such file; looked for /,
    );
  });

  it("refuses rules that are none", () => {
    expect(() => checkFences([cafe], { contains: [{ zone: "cafe", point: [0, 181] }] })).to.throw(
      "rules: contains[0].point: must be a point",
    );
    expect(() => checkFences([cafe], {})).to.throw("there is no rule; a check of nothing must not pass");
  });
});
