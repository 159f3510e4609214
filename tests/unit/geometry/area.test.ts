import { spawnSync } from "node:child_process";
import { expect } from "chai";

import { boxArea, sizeOf, smallRingArea } from "../../../geometry/area";
import { geodesicArea } from "../../../geometry/geodesic";
import type { Point } from "../../../geometry/point";
import { areaAtLeast, areaBetweenParallels } from "../../../geometry/sphere";
import { around, points } from "./points";

const rectangle = (latitude: number, longitude: number, width: number, height: number) =>
  around(latitude, longitude, [0, 0], [width, 0], [width, height], [0, height]);

const box = (south: number, west: number, north: number, east: number) => ({
  southWest: { latitude: south, longitude: west },
  northEast: { latitude: north, longitude: east },
});

/** The outline of a box as a polygon whose edges are too short to leave the parallels. */
const alongParallels = (
  south: number,
  west: number,
  north: number,
  width: number,
  steps: number,
): Point[] => {
  const longitude = (at: number) => {
    const turned = west + (width * at) / steps;
    return turned > 180 ? turned - 360 : turned;
  };
  const marks = Array.from({ length: steps + 1 }, (_, at) => longitude(at));
  return points(
    ...marks.map((east) => [south, east] as const),
    ...marks.reverse().map((east) => [north, east] as const),
  );
};

describe("the size of an area is", () => {
  for (const [area, size] of [
    [0, "too small"],
    [69.29, "too small"],
    [69.3, "at the limit"],
    [70, "at the limit"],
    [70.7, "at the limit"],
    [70.71, "large enough"],
    [5.1e14, "large enough"],
  ] as const) {
    it(`${size} for ${area} m²`, () => {
      expect(sizeOf(area)).to.equal(size);
    });
  }
});

describe("the area of a polygon", () => {
  const exact: [string, Point[], number, number][] = [
    // The test set of GeographicLib's own planimeter.
    ["around the north pole", points([89, 0], [89, 90], [89, 180], [89, 270 - 360]), 24_952_305_678, 1],
    ["around the south pole", points([-89, 0], [-89, 90], [-89, 180], [-89, 270 - 360]), 24_952_305_678, 1],
    ["of a quarter of a hemisphere", points([0, 0], [0, 90], [90, 0]), 63_758_202_715_511, 1],
    ["with a corner at the pole", points([90, 0], [0, 0], [0, 90]), 63_758_202_715_511, 1],
    ["of ten metres by ten", rectangle(-37.8, 144.96, 10, 10), 100, 0.5],
    ["of ten metres by ten on the antimeridian", rectangle(-17, 179.99995, 10, 10), 100, 0.5],
    ["of ten metres by ten on Greenwich", rectangle(51.48, -0.00007, 10, 10), 100, 0.5],
    ["of one place", points([1, 1], [1, 1], [1, 1]), 0, 1e-6],
    ["of none", [], 0, 0],
  ];
  for (const [what, ring, area, within] of exact) {
    it(what, () => {
      expect(geodesicArea(ring)).to.be.closeTo(area, within);
    });
  }

  it("does not depend on the direction of the ring, or on its closing vertex", () => {
    const ring = rectangle(51, 0, 8, 8);
    const [first = { latitude: 0, longitude: 0 }] = ring;
    const area = smallRingArea(ring);
    expect(area).to.be.closeTo(64, 0.5);
    expect(smallRingArea([...ring].reverse())).to.be.closeTo(area ?? 0, 1e-3);
    expect(smallRingArea([...ring, first])).to.be.closeTo(area ?? 0, 1e-3);
  });

  const small: [string, Point[]][] = [
    ["of 70 m²", rectangle(60, 10, 7, 10)],
    ["of 70 m² beside the pole", around(89.99, 10, [0, 0], [7, 0], [7, 10], [0, 10])],
    ["long and of 70 m²", rectangle(0, 10, 7_000, 0.01)],
  ];
  for (const [what, ring] of small) {
    it(`${what} is measured`, () => {
      expect(smallRingArea(ring)).to.be.closeTo(70, 1.5);
    });
  }

  for (const [what, ring] of [
    ["a building's", rectangle(60, 10, 20, 20)],
    ["a city's", rectangle(-37.8, 144.96, 40_000, 40_000)],
    ["a building's on the antimeridian", rectangle(-17, 179.9999, 20, 20)],
    ["a continent's", points([10, 10], [10, 40], [35, 40], [35, 10])],
  ] as const) {
    it(`${what} is certainly large enough, without the exact one`, () => {
      expect(smallRingArea(ring)).to.equal(undefined);
    });
  }

  it("is not said to be large on the ground of a great circle that bends", () => {
    const sliver = points([45, 0], [45, 20], [45, 40]);
    expect(areaAtLeast(sliver)).to.be.at.most(geodesicArea(sliver));
  });

  it("is not said to be what lies between a ring around the pole and the equator", () => {
    const ring = points(...Array.from({ length: 36 }, (_, at) => [60, 10 * at - 180] as const));
    expect(areaAtLeast(ring)).to.be.at.most(geodesicArea(ring));
  });

  it("loads the library for it only where it is near the limit", () => {
    const area = require.resolve("../../../geometry/area");
    const ring = (side: number) =>
      JSON.stringify(points([0, 0], [0, side / 111_000], [side / 111_000, side / 111_000]));
    const script = `
      const { smallRingArea } = require(${JSON.stringify(area)});
      const isLoaded = () => Object.keys(require.cache).some((file) => file.includes("geographiclib"));
      smallRingArea(${ring(50)});
      const before = isLoaded();
      smallRingArea(${ring(10)});
      console.log(before, isLoaded());`;
    const { stdout, stderr } = spawnSync(process.execPath, ["--require", "tsx/cjs", "--eval", script], {
      encoding: "utf8",
    });
    expect(stderr).to.equal("");
    expect(stdout.trim()).to.equal("false true");
  });
});

describe("the area of a box", () => {
  it("of all the earth is its surface", () => {
    expect(boxArea(box(-90, -180, 90, 180))).to.be.closeTo(510_065_621_724_088, 1e3);
  });

  it("of a hemisphere is half of it", () => {
    expect(boxArea(box(0, -180, 90, 180))).to.be.closeTo(255_032_810_862_044, 1e3);
  });

  for (const [where, south, west, north, width] of [
    ["on the equator", -0.5, 10, 0.5, 1],
    ["in the north", 60, 10, 61, 2],
    ["beside the pole", 89, -20, 89.9, 40],
    ["across the antimeridian", -17, 179.5, -16, 1],
    ["wider than half of the earth", 40, -100, 41, 200],
  ] as const) {
    it(`is that of an outline along the parallels, ${where}`, () => {
      const east = west + width > 180 ? west + width - 360 : west + width;
      const expected = geodesicArea(alongParallels(south, west, north, width, 2_000));
      expect(boxArea(box(south, west, north, east)) / expected).to.be.closeTo(1, 1e-6);
    });
  }

  it("is more than that of the polygon with its corners, whose edges bend to the pole, the longer one more", () => {
    const polygon = geodesicArea(points([60, 0], [60, 20], [61, 20], [61, 0]));
    expect(boxArea(box(60, 0, 61, 20)) / polygon).to.be.above(1.01);
  });

  for (const latitude of [0, -37.8, 69.6, 89.9]) {
    it(`of ten metres by seven is 70 m² at ${latitude}°`, () => {
      const north = 7 / 111_694;
      const east = 10 / (111_320 * Math.cos((latitude * Math.PI) / 180));
      expect(boxArea(box(latitude, 10, latitude + north, 10 + east))).to.be.closeTo(70, 0.8);
    });
  }

  it("keeps its digits where it is as thin as a hair", () => {
    const whole = areaBetweenParallels(50, 50.001, 1);
    const sum = Array.from({ length: 1_000 }, (_, at) =>
      areaBetweenParallels(50 + at * 1e-6, 50 + (at + 1) * 1e-6, 1),
    ).reduce((a, b) => a + b);
    expect(sum / whole).to.be.closeTo(1, 1e-9);
  });

  it("does not depend on which corner is named first", () => {
    expect(areaBetweenParallels(51, 50, 1)).to.equal(areaBetweenParallels(50, 51, 1));
  });
});
