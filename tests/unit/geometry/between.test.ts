import { expect } from "chai";

import { metresBetween } from "../../../geometry/between";
import { metresPerLatitude, metresPerLongitude } from "../../../geometry/local-metres";
import { circleShape, lineShape, polygonShape, type Shape } from "../../../geometry/shape";

type Metres = readonly [east: number, north: number];

const at = (...places: Metres[]) =>
  places.map(([east, north]) => ({
    latitude: 48 + north / metresPerLatitude(48),
    longitude: 11 + east / metresPerLongitude(48),
  }));
const circle = (x: number, y: number, radius: number) => {
  const [center = { latitude: 0, longitude: 0 }] = at([x, y]);
  return circleShape(center, radius);
};
const polygon = (...places: Metres[]) => polygonShape(at(...places));
const box = (west: number, south: number, east: number, north: number) =>
  polygon([west, south], [east, south], [east, north], [west, north]);
const line = (...places: Metres[]) => lineShape(at(...places));

const horseshoe = polygon([0, 0], [100, 0], [100, 100], [80, 100], [80, 20], [20, 20], [20, 100], [0, 100]);
const flipped = (x: number) => (x > 180 ? x - 360 : x);

const cases: [what: string, Shape, Shape, metres: number][] = [
  ["circles apart", circle(0, 0, 50), circle(200, 0, 50), 100],
  ["circles that overlap", circle(0, 0, 50), circle(80, 0, 50), -20],
  ["one circle twice", circle(0, 0, 75), circle(0, 0, 75), -150],
  ["boxes apart", box(0, 0, 100, 100), box(150, 0, 250, 100), 50],
  ["boxes corner to corner", box(0, 0, 100, 100), box(130, 140, 250, 250), 50],
  ["boxes with a common edge", box(0, 0, 100, 100), box(100, 0, 200, 100), 0],
  ["boxes with a common part of an edge", box(0, 0, 100, 100), box(100, 30, 200, 60), 0],
  ["boxes that overlap at a corner", box(0, 0, 100, 100), box(90, 70, 200, 200), -10],
  ["boxes in line with each other", box(0, 0, 200, 100), box(100, 0, 300, 100), -100],
  ["boxes as a cross", box(0, 40, 100, 60), box(40, 0, 60, 100), -60],
  ["one box twice", box(0, 0, 100, 50), box(0, 0, 100, 50), -50],
  [
    "a box and the same one with more vertices",
    box(0, 0, 100, 50),
    polygon([0, 0], [50, 0], [100, 0], [100, 50], [0, 50]),
    -50,
  ],
  ["a box in a box", box(0, 0, 100, 100), box(10, 40, 30, 60), -30],
  ["a box in a dent", horseshoe, box(40, 40, 60, 90), 20],
  ["a box that fills a dent", horseshoe, box(20, 20, 80, 100), 0],
  ["a circle in a dent", horseshoe, circle(50, 60, 10), 20],
  ["a circle beside a box", circle(0, 0, 50), box(60, -10, 80, 10), 10],
  ["a circle over the edge of a box", circle(0, 0, 50), box(40, -100, 200, 100), -10],
  ["a circle in a box", circle(50, 50, 10), box(0, 0, 100, 200), -60],
  ["a box in a circle", circle(0, 0, 100), box(-10, -10, 10, 10), -110],
  ["a circle over the corner of a box", circle(0, 0, 50), box(24, 32, 100, 100), -10],
  ["a line beside a circle", line([0, 0], [0, 100]), circle(60, 50, 50), 10],
  ["a line over a circle", line([0, 0], [0, 100]), circle(10, 50, 50), 0],
  ["a line beside a box", line([0, 0], [0, 100]), box(20, 20, 40, 40), 20],
  ["a line over a box", line([30, 0], [30, 100]), box(20, 20, 40, 40), 0],
  ["a line in a box", line([30, 30], [30, 35]), box(20, 20, 40, 40), 0],
  ["lines that cross", line([0, 0], [100, 100]), line([0, 100], [100, 0]), 0],
  ["lines apart", line([0, 0], [0, 100]), line([25, 0], [25, 100]), 25],
  [
    "circles on either side of the antimeridian",
    circleShape({ latitude: 0, longitude: 179.9995 }, 50),
    circleShape({ latitude: 0, longitude: flipped(180.0005) }, 50),
    11.319,
  ],
];

describe("metresBetween", () => {
  for (const [what, a, b, metres] of cases) {
    it(`${what}: ${metres} m`, () => {
      expect(metresBetween(a, b)).to.be.closeTo(metres, 0.005);
      expect(metresBetween(b, a)).to.be.closeTo(metresBetween(a, b), 1e-3);
      if (metres === 0) expect(metresBetween(a, b)).to.be.at.least(0);
    });
  }
});
