import { expect } from "chai";

import { fileSource } from "../../../cli/file-source";

const ring = "0 0, 2 0, 2 2, 0 2, 0 0";
const hole = "0.5 0.5, 1 0.5, 1 1, 0.5 0.5";

describe("a file of zones as a source", () => {
  const cases: [content: string, fault: string][] = [
    [
      "name,place\na,b\n",
      'x:1:1: the table has no columns latitude and longitude, and none of WKT; the columns are "name", "place"',
    ],
    [
      `name,wkt\na,"POLYGON ((${ring}), (${hole}))"\n`,
      'x:2:4 (wkt): "a": it has a hole, which a polygon of Bluedot cannot have; cut it into polygons without',
    ],
    [
      "name,lat,lon\na,1,2\n",
      'x:2:3 (lat): "a": a point becomes a circle, whose radius in metres must be given: --radius 40, or a property radius',
    ],
  ];
  for (const [content, fault] of cases) {
    it(`names no option that its command lacks: ${fault}`, () => {
      const read = () => fileSource(Buffer.from(content), "x", { onWarning: () => undefined });
      expect(read).to.throw(fault).with.property("message", fault);
    });
  }
});
