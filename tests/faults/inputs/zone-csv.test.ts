import { expect } from "chai";

import { faultsIn, warnedOf, withCell, zoneWith } from "../../unit/files/zone-csv/tables";

const rows = (count: number, fence: string) =>
  `zoneName,minimumRetriggerTime,fences\n${Array.from({ length: count }, (_, at) => `Zone ${at},0:40,"${fence}"\n`).join("")}`;

describe("CSV as it comes from real files", () => {
  it("C1: vertices that repeat the one before are dropped", () => {
    for (const kind of ["polygon", "geoline"])
      expect(zoneWith("fences", `${kind};1 2;1 2;3 4;5 2;5 2`)).to.deep.equal(
        zoneWith("fences", `${kind};1 2;3 4;5 2`),
      );
    expect(faultsIn(withCell("fences", "geoline;1 2;1 2"))[0]).to.contain(
      "the geoline has 1 point, but needs 2 or more",
    );
  });

  it("C4: longitudes beyond ±180 are wrapped, with one warning a file", () => {
    const { zones, warnings } = warnedOf(rows(200, "circle;50;-37.8 504.96"));
    expect(zones.map(({ geofeatures }) => geofeatures[0])).to.deep.include({
      type: "circle",
      name: "Circle 1",
      radius: 50,
      center: { latitude: -37.8, longitude: 144.96 },
    });
    expect(warnings).to.deep.equal([
      "text:2:30 (fences): longitude 504.96° is not between -180 and 180, and is taken as 144.96 (and 199 more like it)",
    ]);
  });

  it("C12: a file whose rows are all swapped is one fault", () => {
    expect(faultsIn(rows(127, "circle;50;144.96 -37.8"))).to.deep.equal([
      "text:2:24 (fences): latitude 144.96° is not between -90 and 90; latitude comes first (and 126 more like it)",
    ]);
  });
});
