import { expect } from "chai";

import { isInside } from "../../../geometry/inside";
import { metresTo } from "../../../geometry/near";
import { boxShape, circleShape, lineShape, polygonShape, type Shape } from "../../../geometry/shape";
import { points } from "./points";

const place = (latitude: number, longitude: number) => ({ latitude, longitude });
const box = (south: number, west: number, north: number, east: number) =>
  boxShape(place(south, west), place(north, east));
const polygon = (...pairs: (readonly [number, number])[]) => polygonShape(points(...pairs));

const triangle = polygon([0, 0], [0, 1], [1, 0]);
const acrossAntimeridian = polygon([0, 179], [0, -179], [1, -179], [1, 179]);
const aroundNorthPole = polygon([80, 0], [80, 90], [80, 180], [80, -90]);
const aroundSouthPole = polygon([-80, 0], [-80, -90], [-80, 180], [-80, 90]);

const cases: [what: string, Shape, [latitude: number, longitude: number], isIn: boolean][] = [
  ["the middle of a circle", circleShape(place(10, 20), 50), [10, 20], true],
  ["a place 111 m from the centre of a circle of 110 m", circleShape(place(0, 0), 110), [0.001, 0], false],
  ["a place 111 m from the centre of a circle of 112 m", circleShape(place(0, 0), 112), [0.001, 0], true],
  [
    "a place across the antimeridian from a centre",
    circleShape(place(0, 179.9995), 120),
    [0, -179.9995],
    true,
  ],
  ["a place over the pole from a centre", circleShape(place(89.9995, 0), 120), [89.9995, 180], true],
  ["a circle of a continent", circleShape(place(0, 0), 3_000_000), [0, 26], true],
  ["a place beyond a circle of a continent", circleShape(place(0, 0), 3_000_000), [0, 28], false],
  ["the corner of a box", box(0, 0, 1, 1), [1, 1], true],
  ["the edge of a box", box(0, 0, 1, 1), [0.5, 0], true],
  ["beside a box", box(0, 0, 1, 1), [0.5, -1e-6], false],
  ["a box across the antimeridian, on the east", box(0, 179, 1, -179), [0.5, -179.5], true],
  ["a box across the antimeridian, on the antimeridian", box(0, 179, 1, -179), [0.5, -180], true],
  ["a box across the antimeridian, elsewhere", box(0, 179, 1, -179), [0.5, 0], false],
  ["a box that ends at the antimeridian, called by its other name", box(0, 179, 1, 180), [0.5, -180], true],
  ["a box around the earth", box(-1, -180, 1, 180), [0, 77], true],
  ["north of a box around the earth", box(-1, -180, 1, 180), [1.5, 77], false],
  ["a vertex of a polygon", triangle, [1, 0], true],
  ["the slanting edge of a polygon", triangle, [0.5, 0.5], true],
  ["just beyond the slanting edge of a polygon", triangle, [0.5, 0.500001], false],
  ["due south of a vertex, inside", polygon([0, 0], [2, 1], [0, 2]), [1, 1], true],
  ["due south of a vertex, outside", polygon([0, 0], [2, 1], [0, 2]), [-1, 1], false],
  ["a polygon across the antimeridian, on the east", acrossAntimeridian, [0.5, -179.5], true],
  ["a polygon across the antimeridian, elsewhere", acrossAntimeridian, [0.5, 178], false],
  ["a polygon around the north pole, at the pole", aroundNorthPole, [90, 33], true],
  ["a polygon around the north pole, inside", aroundNorthPole, [81, -135], true],
  ["a polygon around the north pole, on its edge", aroundNorthPole, [80, -135], true],
  ["a polygon around the north pole, outside", aroundNorthPole, [79, -135], false],
  ["a polygon around the south pole, inside", aroundSouthPole, [-81, 135], true],
  ["a polygon around the south pole, outside", aroundSouthPole, [-79, 135], false],
  ["a geoline, which has no inside", lineShape(points([0, 0], [0, 1])), [0, 0.5], false],
];

describe("isInside", () => {
  for (const [what, shape, [latitude, longitude], isIn] of cases) {
    it(`${what}: ${isIn ? "in" : "out"}`, () => {
      expect(isInside(shape, longitude, latitude)).to.equal(isIn);
    });
  }
});

const distances: [what: string, Shape, [latitude: number, longitude: number], metres: number][] = [
  ["the middle of a circle", circleShape(place(10, 20), 50), [10, 20], -50],
  ["a place north of a circle", circleShape(place(0, 0), 10), [0.001, 0], 100.574],
  ["the middle of a box", box(0, 0, 0.001, 0.002), [0.0005, 0.001], -55.287],
  ["a place off the corner of a box", box(0, 0, 1, 1), [-0.001, -0.001], 156.902],
  ["a place across the antimeridian from a box", box(0, 179, 1, 180), [0.5, -179.999], 111.315],
  ["a place on a geoline", lineShape(points([0, 0], [0, 1])), [0, 0.5], 0],
  ["a place beside a geoline", lineShape(points([0, 0], [0, 1])), [0.001, 0.5], 110.574],
  ["the other side of the earth", circleShape(place(0, 0), 1_000), [0, 90], 10_017_754.171],
];

describe("metresTo", () => {
  for (const [what, shape, [latitude, longitude], metres] of distances) {
    it(`${what}: ${metres} m`, () => {
      expect(metresTo(shape, longitude, latitude)).to.be.closeTo(metres, 0.004);
    });
  }
});
