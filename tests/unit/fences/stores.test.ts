/** The store openings of a retailer: real places, with doubled ones among them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";
import Papa from "papaparse";

import { fencesOf, type ZoneLike } from "../../../fences";

const folder = process.env["SAMPLE_DATA"];

describe("circles of 75 m around 2,992 stores", function () {
  if (folder === undefined) return;
  const text = readFileSync(join(folder, "store-openings.csv"), "utf8");
  const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  const stores = data.map((row) => ({
    name: row["storenum"] ?? "",
    center: { latitude: Number(row["LAT"]), longitude: Number(row["LON"]) },
  }));
  const fences = fencesOf(
    stores.map(({ name, center }): ZoneLike => ({
      name,
      geofeatures: [{ type: "circle", name: "store", center, radius: 75 }],
    })),
  );

  it("overlap in 39 pairs, each of two stores at one place, and no other two are nearer than 500 m", () => {
    const overlaps = fences.overlaps();
    expect(overlaps).to.have.length(39);
    expect(overlaps.filter(({ metres }) => metres > -149.99)).to.deep.equal([]);
    expect(fences.apart(500)).to.deep.equal(overlaps);
  });

  it("cover each of the stores", () => {
    expect(fences.uncovered(stores.map(({ center }) => center))).to.deep.equal([]);
  });
});
