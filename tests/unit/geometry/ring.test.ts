import { expect } from "chai";

import { ringFaults, type RingFault } from "../../../geometry/ring";
import type { Point } from "../../../geometry/point";
import { around, nearPole, points } from "./points";

const square = points([0, 0], [0, 1], [1, 1], [1, 0]);
const bowTie = points([0, 0], [1, 1], [1, 0], [0, 1]);

const shifted = (ring: Point[], east: number) =>
  ring.map(({ latitude, longitude }) => ({
    latitude,
    longitude: longitude + east > 180 ? longitude + east - 360 : longitude + east,
  }));

const polar = (pole: 1 | -1, ...pairs: (readonly [number, number])[]) =>
  pairs.map(([degrees, longitude]) => nearPole(pole, degrees, longitude));

/** A comb with teeth side by side, turned by an angle: long edges that are near one another and never meet. */
const comb = (teeth: number, angle: number): Point[] => {
  const outline: [number, number][] = [];
  for (let at = 0; at < teeth; at++) outline.push([at, 0], [at, teeth], [at + 0.5, teeth], [at + 0.5, 0]);
  outline.push([teeth, -1], [0, -1]);
  return outline.map(([x, y]) => ({
    latitude: (x * Math.sin(angle) + y * Math.cos(angle)) * (0.1 / teeth),
    longitude: (x * Math.cos(angle) - y * Math.sin(angle)) * (0.1 / teeth),
  }));
};

describe("an outline that does not meet itself is", () => {
  const simple: [string, Point[]][] = [
    ["a triangle", points([0, 0], [0, 1], [1, 0])],
    ["a square", square],
    ["a square the other way round", [...square].reverse()],
    ["a closed square, whose last vertex repeats the first", [...square, ...points([0, 0])]],
    ["an L", points([0, 0], [0, 2], [1, 2], [1, 1], [2, 1], [2, 0])],
    ["a square with a vertex in the middle of an edge", points([0, 0], [0, 0.5], [0, 1], [1, 1], [1, 0])],
    [
      "a spiral",
      points([0, 0], [0, 9], [9, 9], [9, 2], [3, 2], [3, 6], [4, 6], [4, 3], [8, 3], [8, 8], [1, 8], [1, 0]),
    ],
    ["a square over the antimeridian", shifted(square, 179.5)],
    ["a square that ends on the antimeridian", shifted(square, 179)],
    [
      "a square whose edge is on the antimeridian, by both of its names",
      points([0, 179], [0, 180], [1, -180], [1, 179]),
    ],
    ["a square 5 metres wide at the antimeridian", around(-17, 180, [-3, 0], [2, 0], [2, 20], [-3, 20])],
    ["a ring around the north pole", polar(1, [1, 0], [1, 90], [1, 180], [1, -90])],
    ["a ring around the south pole", polar(-1, [1, 0], [1, -90], [1, 180], [1, 90])],
    ["ten metres around the north pole", polar(1, [1e-4, 10], [1e-4, 130], [1e-4, -110])],
    ["a ring around the pole at a low latitude", polar(-1, [60, 0], [60, 90], [60, 180], [60, -90])],
    [
      "a fence beside the pole whose longitudes are far apart",
      polar(1, [0.001, 0], [0.001, 170], [0.01, 170], [0.01, 0]),
    ],
    ["a fence with a corner on the pole", polar(1, [0, 77], [1, 0], [1, 90])],
    [
      "a fence that ends 1 mm beside its own edge",
      around(50, 10, [0, 0], [30, 0], [30, 10], [15, 0.001], [0, 10]),
    ],
    [
      "a fence with a slit of a quarter of a millimetre, beside which two edges are in one line",
      points([0, 0], [0, 1], [1, 1], [1, 1 + 2.5e-9], [0, 1 + 2.5e-9], [0, 2], [-1, 1]),
    ],
    ["a long and narrow fence", around(50, 10, [0, 0], [50_000, 0], [50_000, 1], [0, 1])],
  ];
  for (const [what, ring] of simple) {
    it(what, () => {
      expect(ringFaults(ring)).to.deep.equal([]);
    });
  }
});

describe("an outline that meets itself is told with the edges that meet:", () => {
  type Pair = [number, number];
  const crossing = (...edges: [Pair, Pair]): RingFault => ({ kind: "crossing", edges });
  const tracedTwice = (...edges: [Pair, Pair]): RingFault => ({ kind: "traced twice", edges });
  const spike = (vertex: number, ...edges: [Pair, Pair]): RingFault => ({ kind: "spike", vertex, edges });
  const touching = (vertex: number, ...edges: [Pair, Pair]): RingFault => ({
    kind: "touching",
    vertex,
    edges,
  });
  const visitedTwice = (vertices: Pair, ...edges: [Pair, Pair]): RingFault => ({
    kind: "visited twice",
    vertices,
    edges,
  });
  const cases: [string, Point[], RingFault[]][] = [
    ["a bow-tie", bowTie, [crossing([0, 1], [2, 3])]],
    ["a closed bow-tie", [...bowTie, ...points([0, 0])], [crossing([0, 1], [2, 3])]],
    ["a bow-tie over the antimeridian", shifted(bowTie, 179.5), [crossing([0, 1], [2, 3])]],
    ["a bow-tie around the pole", polar(1, [1, 0], [1, 180], [1, 90], [1, -90]), [crossing([0, 1], [2, 3])]],
    [
      "a bow-tie of ten metres",
      around(60, 20, [0, 0], [10, 10], [10, 0], [0, 10]),
      [crossing([0, 1], [2, 3])],
    ],
    [
      "a bow-tie whose crossing edge closes the ring",
      points([0, 0], [1, 0], [0, 1], [1, 1]),
      [crossing([1, 2], [3, 0])],
    ],
    [
      "a star of five points drawn without lifting the pen",
      points([0, 3], [9, 5], [4, 0], [4, 8], [9, 2]),
      [
        crossing([0, 1], [2, 3]),
        crossing([0, 1], [3, 4]),
        crossing([1, 2], [3, 4]),
        crossing([1, 2], [4, 0]),
        crossing([2, 3], [4, 0]),
      ],
    ],
    [
      "an edge that cuts off a corner by a millimetre",
      around(50, 10, [0, 0], [30, 0], [30, 10], [15, -0.001], [0, 10]),
      [crossing([0, 1], [2, 3]), crossing([0, 1], [3, 4])],
    ],
    ["a spike", points([0, 0], [0, 2], [1, 2], [3, 2], [1, 2], [1, 0]), [spike(3, [2, 3], [3, 4])]],
    [
      "a spike that comes back beyond where it began",
      points([0, 0], [0, 2], [3, 2], [1, 2], [1, 0]),
      [spike(2, [1, 2], [2, 3])],
    ],
    ["a spike at the first vertex", points([0, 5], [0, 0], [1, 0], [0, 3]), [spike(0, [0, 1], [3, 0])]],
    [
      "three points on a line",
      points([0, 0], [0, 1], [0, 2]),
      [spike(0, [0, 1], [2, 0]), spike(2, [1, 2], [2, 0])],
    ],
    [
      "two squares joined by an edge that is traced twice",
      points(
        [0, 0],
        [0, 1],
        [0.5, 1],
        [0.5, 3],
        [0, 3],
        [0, 4],
        [1, 4],
        [1, 3],
        [0.5, 3],
        [0.5, 1],
        [1, 1],
        [1, 0],
      ),
      [tracedTwice([2, 3], [8, 9])],
    ],
    [
      "an edge that lies in part on another",
      points([0, 0], [0, 4], [2, 4], [0, 3], [0, 1], [2, 0]),
      [tracedTwice([0, 1], [3, 4])],
    ],
    [
      "the same triangle twice around",
      points([0, 0], [0, 1], [1, 0], [0, 0], [0, 1], [1, 0]),
      [tracedTwice([0, 1], [3, 4]), tracedTwice([1, 2], [4, 5]), tracedTwice([2, 3], [5, 0])],
    ],
    [
      "a vertex that touches an edge",
      points([0, 0], [0, 4], [3, 4], [0, 2], [3, 0]),
      [touching(3, [2, 3], [0, 1])],
    ],
    [
      "a vertex that touches an edge of which decimals cannot tell exactly",
      points([0, 0], [0.3, 0.3], [0, 0.6], [-0.1, 0.3], [0.1, 0.1], [-0.1, 0]),
      [touching(4, [3, 4], [0, 1])],
    ],
    [
      "a vertex that touches an edge across the antimeridian",
      points([0, 179], [0, -177], [3, -177], [0, -179], [3, 179]),
      [touching(3, [2, 3], [0, 1])],
    ],
    [
      "two triangles that share a vertex",
      points([0, 0], [1, 1], [0, 2], [2, 2], [1, 1], [2, 0]),
      [visitedTwice([1, 4], [0, 1], [3, 4])],
    ],
    [
      "the first vertex visited in between",
      points([0, 0], [1, 0], [1, 1], [0, 0], [-1, 0], [-1, 1]),
      [visitedTwice([0, 3], [5, 0], [2, 3])],
    ],
    ["a repeated vertex", points([0, 0], [0, 1], [0, 1], [1, 1]), [{ kind: "repeated", vertices: [1, 2] }]],
    [
      "a vertex told three times",
      points([0, 0], [0, 1], [0, 1], [0, 1], [1, 1]),
      [
        { kind: "repeated", vertices: [1, 2] },
        { kind: "repeated", vertices: [2, 3] },
      ],
    ],
    [
      "a ring closed twice",
      points([0, 0], [0, 1], [1, 1], [0, 0], [0, 0]),
      [{ kind: "repeated", vertices: [3, 0] }],
    ],
    [
      "a ring closed twice by an edge that crosses another",
      points([0, 0], [1, 0], [0, 1], [1, 1], [0, 0], [0, 0]),
      [{ kind: "repeated", vertices: [4, 0] }, crossing([1, 2], [3, 4])],
    ],
    [
      "a vertex repeated under the other name of the antimeridian",
      points([0, 179], [0, 180], [0, -180], [1, 179]),
      [{ kind: "repeated", vertices: [1, 2] }],
    ],
    [
      "the pole repeated under another longitude",
      polar(1, [0, 10], [0, 80], [1, 90], [1, 0]),
      [{ kind: "repeated", vertices: [0, 1] }],
    ],
    [
      "a repeated vertex in a bow-tie, whose edges are named by the vertices that they join",
      points([0, 0], [1, 1], [1, 1], [1, 0], [0, 1]),
      [{ kind: "repeated", vertices: [1, 2] }, crossing([0, 1], [3, 4])],
    ],
    ["one place", points([1, 1], [1, 1], [1, 1]), [{ kind: "too few", places: 1 }]],
    ["there and back", points([0, 0], [1, 1], [0, 0]), [{ kind: "too few", places: 2 }]],
    ["no vertex at all", [], [{ kind: "too few", places: 0 }]],
  ];
  for (const [what, ring, faults] of cases) {
    it(what, () => {
      expect(ringFaults(ring)).to.deep.equal(faults);
    });
  }
});

describe("the judgement of an outline", () => {
  it("does not depend on the vertex that is told first, or on the direction", () => {
    const ring = points([0, 0], [0, 4], [3, 4], [0, 2], [3, 0]);
    for (const [at] of ring.entries()) {
      const turned = [...ring.slice(at), ...ring.slice(0, at)];
      for (const each of [turned, [...turned].reverse()]) {
        expect(ringFaults(each).map(({ kind }) => kind)).to.deep.equal(["touching"]);
      }
    }
  });

  it("is seen from the same pole where it comes as near to the other, whatever vertex is told first", () => {
    const ring = points([-89.99, 0], [0, 111.36], [0, 25.64], [89.99, 0], [0, -8.8]);
    const kinds = ring.map((_, at) =>
      ringFaults([...ring.slice(at), ...ring.slice(0, at)]).map(({ kind }) => kind),
    );
    expect(new Set(kinds.map(String))).to.have.property("size", 1);
  });

  it("stops at the number of faults that is asked for", () => {
    const tangle = Array.from({ length: 200 }, (_, at) => ({
      latitude: Math.sin(at * at),
      longitude: Math.cos(3 * at * at),
    }));
    expect(ringFaults(tangle, 3)).to.have.lengthOf(3);
  });

  for (const angle of [0, 0.3, Math.PI / 4, Math.PI / 2]) {
    it(`finds nothing in a comb of 5,000 edges turned by ${angle.toFixed(1)}`, () => {
      expect(ringFaults(comb(1_250, angle))).to.deep.equal([]);
    });

    it(`finds the tooth of a comb that bends into the next, turned by ${angle.toFixed(1)}`, () => {
      const whole = comb(75, angle);
      const bent = whole.map((vertex, at) => (at === 141 ? (whole[144] ?? vertex) : vertex));
      expect(ringFaults(bent)).to.not.be.empty;
    });
  }
});
