import { expect } from "chai";

import { boxFault, widthOf } from "../../../geometry/box";

const corners = (south: number, west: number, north: number, east: number) => ({
  southWest: { latitude: south, longitude: west },
  northEast: { latitude: north, longitude: east },
});

describe("the corners of a box", () => {
  for (const [what, south, west, north, east, fault] of [
    ["north-east of each other", 10, 20, 11, 21, undefined],
    ["across the antimeridian", -17, 179, -16, -179, undefined],
    ["from the antimeridian eastward", -17, 180, -16, -179, undefined],
    ["up to the antimeridian by its eastern name", -17, 179, -16, -180, undefined],
    ["over the whole of the earth", -90, -180, 90, 180, undefined],
    ["over more than half of the earth", -10, -100, 10, 100, undefined],
    ["over half of the earth across the antimeridian", -10, 90, 10, -90, undefined],
    ["the smallest step apart", 10, 20, 10.000000000001, 20.00000000001, undefined],
    ["of the other names", 11, 21, 10, 20, "corners swapped"],
    ["with south above north", 11, 20, 10, 21, "upside down"],
    ["with south above north across the antimeridian", -16, 179, -17, -179, "upside down"],
    ["with west beyond east", 10, 21, 11, 20, "back to front"],
    ["with west a little beyond half the earth from east", -10, 89, 10, -90, "back to front"],
    ["with west beyond east and no height", 10, 21, 10, 20, "back to front"],
    ["at one point", 10, 20, 10, 20, "a point"],
    ["at one point of the antimeridian", 10, 180, 10, -180, "a point"],
    ["on one parallel", 10, 20, 10, 21, "no height"],
    ["on one meridian", 10, 20, 11, 20, "no width"],
    ["on the antimeridian by both of its names", 10, 180, 11, -180, "no width"],
  ] as const) {
    it(`${what} are ${fault ?? "right"}`, () => {
      expect(boxFault(corners(south, west, north, east))).to.equal(fault);
    });
  }

  for (const [west, east, width] of [
    [20, 21, 1],
    [179, -179, 2],
    [-180, 180, 360],
    [180, -180, 0],
    [0, -90, 270],
  ] as const) {
    it(`are ${width}° apart from ${west}° to ${east}°`, () => {
      expect(widthOf(corners(0, west, 1, east))).to.equal(width);
    });
  }
});
