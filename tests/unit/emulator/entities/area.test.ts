import { expect } from "chai";

import { areaOf, eastward } from "../../../../emulator/entities/area";

const square = (latitude: number, longitude: number, side: number) => {
  const north = side / 111_200;
  const east = side / (111_320 * Math.cos((latitude * Math.PI) / 180));
  return [
    { latitude, longitude },
    { latitude, longitude: longitude + east },
    { latitude: latitude + north, longitude: longitude + east },
    { latitude: latitude + north, longitude },
  ];
};

describe("the area of a fence", () => {
  for (const [where, latitude, longitude] of [
    ["on the equator", 0, 0],
    ["in Melbourne", -37.8, 144.9],
    ["in the far north", 69.6, 18.9],
    ["on the antimeridian", -17, 179.99999],
  ] as const) {
    it(`of ten metres by ten is a hundred square metres ${where}`, () => {
      expect(areaOf(square(latitude, longitude, 10))).to.be.closeTo(100, 1);
    });
  }

  it("does not depend on the direction of the ring", () => {
    const ring = square(51, 0, 20);
    expect(areaOf([...ring].reverse())).to.be.closeTo(areaOf(ring), 1e-6);
  });

  it("of no points is nothing", () => {
    expect(areaOf([])).to.equal(0);
  });

  for (const [from, to, degrees] of [
    [10, 20, 10],
    [20, 10, -10],
    [179, -179, 2],
    [-179, 179, -2],
  ] as const) {
    it(`goes ${degrees} degrees east from ${from} to ${to}`, () => {
      expect(eastward(from, to)).to.equal(degrees);
    });
  }
});
