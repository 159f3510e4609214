import { expect } from "chai";

import { baseMap } from "../../../../tools/page/base-map";
import { decodeBaseMap, encodeBaseMap } from "../../../../map/page/base-map";

describe("the base map", () => {
  it("comes back in steps of 0.02°, without repeated places", () => {
    const land = [
      [
        [144.961, -37.811],
        [144.962, -37.811],
        [190, 5],
      ],
    ] as const;
    expect(decodeBaseMap(encodeBaseMap({ land, borders: [] }))).to.deep.equal({
      land: [
        [
          [144.96, -37.82],
          [190, 5],
        ],
      ],
      borders: [],
    });
  });

  it("is the whole world without a jump at the antimeridian, in less than 30 kB", () => {
    const text = baseMap();
    expect(text.length).to.be.below(30_000);
    const { land, borders } = decodeBaseMap(text);
    expect(land.length).to.be.above(100);
    for (const line of [...land, ...borders]) {
      line.forEach(([longitude], at) => {
        const [before = longitude, latitude = 0] = line[at - 1] ?? [];
        // Antarctica alone goes around the world, and back along the pole.
        if (latitude > -90) expect(Math.abs(longitude - before)).to.be.below(180);
      });
    }
  });
});
