import { expect } from "chai";

import { eastward, metresBetween, opened } from "../../../geometry/point";
import { points } from "./points";

describe("the way from one place to another", () => {
  for (const [from, to, degrees] of [
    [10, 20, 10],
    [20, 10, -10],
    [179, -179, 2],
    [-179, 179, -2],
    [180, -180, 0],
    [-180, 180, 0],
    [-90, 90, 180],
    [90, -90, 180],
  ] as const) {
    it(`goes ${degrees}° east from ${from}° to ${to}°`, () => {
      expect(eastward(from, to) + 0).to.equal(degrees);
    });
  }

  it("keeps its digits across the antimeridian", () => {
    expect(eastward(180 - 2 ** -30, -180 + 2 ** -30)).to.equal(2 ** -29);
    expect(eastward(-180 + 2 ** -30, 180 - 2 ** -30)).to.equal(-(2 ** -29));
  });

  it("is a quarter of the earth from the equator to the pole", () => {
    const [equator, pole] = points([0, 12], [90, 77]);
    expect(equator && pole && metresBetween(equator, pole)).to.be.closeTo(10_007_500, 1_000);
  });

  it("is the same over the antimeridian as elsewhere", () => {
    const [a, b, c, d] = points([10, 179.5], [11, -179.5], [10, 0], [11, 1]);
    expect(a && b && metresBetween(a, b)).to.be.closeTo((c && d && metresBetween(c, d)) ?? 0, 1e-6);
  });
});

describe("a ring", () => {
  it("loses the last vertex where it repeats the first", () => {
    expect(opened(points([1, 1], [1, 2], [2, 2], [1, 1]))).to.deep.equal(points([1, 1], [1, 2], [2, 2]));
  });

  it("that is open stays as it is", () => {
    const ring = points([1, 1], [1, 2], [2, 2]);
    expect(opened(ring)).to.equal(ring);
  });

  it("of one vertex keeps it", () => {
    expect(opened(points([1, 1]))).to.have.lengthOf(1);
  });
});
