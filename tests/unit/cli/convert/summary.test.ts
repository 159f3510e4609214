import { expect } from "chai";

import { formulaWarning, summaryText } from "../../../../cli/convert/summary";
import type { DrawnZone } from "../../../../files/zone-row";

const line = (name: string): DrawnZone => ({
  name,
  geofeatures: [
    {
      type: "geoline",
      name,
      vertices: [
        { latitude: 0, longitude: 0 },
        { latitude: 1, longitude: 1 },
      ],
    },
  ],
});
const round = (name: string): DrawnZone => ({
  name,
  geofeatures: [{ type: "circle", name: "a", center: { latitude: 0, longitude: 0 }, radius: 5 }],
});

describe("the summary of a conversion", () => {
  it("counts zones, their geofeatures by kind, and warnings", () => {
    const zones = [line("a"), ...Array.from({ length: 1_200 }, (_, at) => round(`${at}`))];
    expect(summaryText(zones, 4)).to.equal("1,201 zones: 1,200 circles, 1 geoline; 4 warnings");
    expect(summaryText([line("a")], 0)).to.equal("1 zone: 1 geoline");
    expect(summaryText([line("a")], 1)).to.equal("1 zone: 1 geoline; 1 warning");
  });
});

describe("the warning of formulas", () => {
  it("names the one, or counts them", () => {
    expect(formulaWarning([line("a-1"), round("b")])).to.equal(undefined);
    expect(formulaWarning([line("=1+1")])).to.match(/^the name "=1\+1" begins with =, \+, - or @/);
    expect(formulaWarning([line("@a"), round("-b")])).to.match(/^2 names begin with/);
  });
});
