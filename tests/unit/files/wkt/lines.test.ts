import { expect } from "chai";

import { zonesOf } from "../reading";

const read = (text: string) => zonesOf(text, { radius: 40, name: (_, { index }) => `${index}` });

describe("a file of WKT", () => {
  const cases: [what: string, text: string, kinds: string[]][] = [
    ["has a geometry on each line", "POINT (1 2)\nSRID=4326;LINESTRING (1 2, 3 4)\n", ["circle", "geoline"]],
    ["may have blank lines and comments", "# a\n\nPOINT (1 2)\n# b\n  \nPOINT (1 3)", ["circle", "circle"]],
    [
      "may have a geometry on several lines",
      "POLYGON ((\n  0 0,\n  0 1,\n\n  1 1\n))\nPOINT (1 2)",
      ["polygon", "circle"],
    ],
  ];
  for (const [what, text, kinds] of cases) {
    it(what, () => {
      const { rows, faults } = read(text);
      expect(faults).to.deep.equal([]);
      expect(rows.flatMap(({ geofeatures }) => geofeatures.map(({ type }) => type))).to.deep.equal(kinds);
    });
  }

  it("has all faults at once, each at its line", () => {
    const text = "POINT (1 x)\nPOLYGON ((0 0, 1 0,\nPOINT (1 95)\nPOLYGON ((0 0,\n1 0,\n1 y))";
    expect(read(text).faults.map((fault) => fault.split(": ")[0])).to.deep.equal([
      "1:10",
      "2:20",
      "3:8",
      "6:3",
    ]);
  });
});
