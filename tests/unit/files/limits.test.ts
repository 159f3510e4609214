import { expect } from "chai";

import { areFew } from "../../../files/limits";
import { Report } from "../../../files/report";

describe("a file of too many placemarks, lines, rows or features", () => {
  it("is refused with their number and the limit", () => {
    const report = new Report();
    expect([areFew(1_000_000, "rows", report), areFew(1_000_001, "rows", report)]).to.deep.equal([
      true,
      false,
    ]);
    expect(report.faultsInOrder()).to.deep.equal([
      { message: "it has 1000001 rows, more than 1000000; split it" },
    ]);
  });
});
