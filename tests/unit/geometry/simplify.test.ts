import { expect } from "chai";
import fc from "fast-check";

import { metresBetween, opened, type Point } from "../../../geometry/point";
import { ringFaults } from "../../../geometry/ring";
import { simplified } from "../../../geometry/simplify";
import { seed } from "../../seed";
import { around, nearPole, points } from "./points";
import { randomPolygons } from "./random-polygons";

type Pairs = [number, number][];

/** Metres east and north of a place in Melbourne. */
const at = (...metres: Pairs) => around(-37.8, 144.9, ...metres);

describe("a simplified outline", () => {
  const cases: [what: string, outline: Point[], metres: number, kept: number[]][] = [
    [
      "without a vertex within the distance",
      at([0, 0], [50, 1], [100, 0], [100, 100], [0, 100]),
      2,
      [0, 2, 3, 4],
    ],
    [
      "with a vertex beyond the distance",
      at([0, 0], [50, 3], [100, 0], [100, 100], [0, 100]),
      2,
      [0, 1, 2, 3, 4],
    ],
    ["of three vertices at least", at([0, 0], [100, 0], [100, 100], [0, 100]), 1_000, [0, 1, 2]],
    ["that has three vertices", at([0, 0], [100, 0], [100, 100]), 1_000, [0, 1, 2]],
    [
      "with a vertex that keeps it from crossing itself",
      // The notch from above reaches below the edge that would be straight without the second vertex.
      at([0, 0], [100, -9], [200, 0], [200, 100], [110, 100], [100, -3], [90, 100], [0, 100]),
      10,
      [0, 1, 2, 3, 4, 5, 6, 7],
    ],
    [
      "across the antimeridian",
      around(-17, 180, [-50, 0], [0, 0.5], [50, 0], [50, 50], [-50, 50]),
      1,
      [0, 2, 3, 4],
    ],
    [
      "near a pole, where all vertices stay",
      [0, 1, 90, 180, 270].map((longitude) => nearPole(1, 2, longitude)),
      50_000,
      [0, 1, 2, 3, 4],
    ],
    [
      "around the earth, where all vertices stay",
      points([0, 0], [0.0001, 90], [0, 179], [0, -90]),
      50_000,
      [0, 1, 2, 3],
    ],
  ];
  for (const [what, outline, metres, kept] of cases) {
    it(`is one ${what}`, () => {
      expect(simplified(outline, metres).map((vertex) => outline.indexOf(vertex))).to.deep.equal(kept);
    });
  }

  it("is the same where it met itself before", () => {
    const bowTie = at([0, 0], [100, 100], [100, 0], [0, 100]);
    expect(simplified(bowTie, 1)).to.deep.equal(bowTie);
  });

  it("has a part of the vertices, meets itself nowhere, and deviates by no more than the distance", () => {
    let left = 0;
    for (const { vertices, recipe } of randomPolygons(1_500, seed)) {
      const outline = opened(vertices);
      if (ringFaults(outline).length > 0) continue;
      const metres = (metresBetween(outline[0] ?? origin, outline[1] ?? origin) || 1) / (1 + (left % 7));
      const result = simplified(outline, metres);
      left += outline.length - result.length;
      expect(ringFaults(result), recipe).to.deep.equal([]);
      expect(result.length, recipe).to.be.at.least(3);
      expect(isPart(result, outline), recipe).to.equal(true);
      expect(
        deviation([...result, ...result.slice(0, 1)], [...outline, ...outline.slice(0, 1)]),
        recipe,
      ).to.be.at.most(metres * 1.0001 + 1e-3);
    }
    expect(left).to.be.above(500);
  });
});

describe("a simplified line", () => {
  it("of a zigzag of 20,000 vertices takes less than 2 s", () => {
    const zigzag = Array.from({ length: 20_000 }, (_, step): [number, number] => [
      step / 10,
      10 * (step % 2),
    ]);
    const start = performance.now();
    simplified(at(...zigzag), 2, "line");
    expect(performance.now() - start).to.be.below(2_000);
  });

  const cases: [what: string, line: Point[], metres: number, kept: number[]][] = [
    ["without a vertex within the distance", at([0, 0], [50, 1], [100, 0]), 2, [0, 2]],
    ["with a vertex beyond the distance", at([0, 0], [50, 3], [100, 0]), 2, [0, 1, 2]],
    ["of two points", at([0, 0], [1, 0]), 1_000, [0, 1]],
  ];
  for (const [what, line, metres, kept] of cases) {
    it(`is one ${what}`, () => {
      expect(simplified(line, metres, "line").map((point) => line.indexOf(point))).to.deep.equal(kept);
    });
  }

  it("is no point where it ends where it begins", () => {
    const [start = origin, ...others] = at([0, 0], [10, 0], [20, 5]);
    const closed = [start, ...others, start];
    expect(simplified(closed, 1_000, "line")).to.deep.equal([start, others[1], start]);
  });

  it("has its ends, and deviates by no more than the distance", () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: -99, max: 99 }), fc.integer({ min: -99, max: 99 })), {
      minLength: 2,
      maxLength: 40,
    });
    fc.assert(
      fc.property(steps, fc.integer({ min: 0, max: 60 }), (pairs, metres) => {
        const line = at(...pairs);
        const result = simplified(line, metres, "line");
        expect([result[0], result.at(-1)]).to.deep.equal([line[0], line.at(-1)]);
        expect(isPart(result, line)).to.equal(true);
        expect(deviation(result, line)).to.be.at.most(metres * 1.0001 + 1e-3);
      }),
      { seed },
    );
  });
});

const origin: Point = { latitude: 0, longitude: 0 };

function isPart(part: readonly Point[], whole: readonly Point[]): boolean {
  let next = 0;
  for (const vertex of whole) if (vertex === part[next]) next += 1;
  return next === part.length;
}

/** Metres from the vertex that is farthest from the edge that stands for it; measured on the sphere. */
function deviation(part: readonly Point[], whole: readonly Point[]): number {
  let most = 0;
  let edge = 0;
  for (const [index, vertex] of whole.entries()) {
    if (index > 0 && edge + 1 < part.length - 1 && vertex === part[edge + 1]) edge += 1;
    most = Math.max(most, metresTo(vertex, part[edge] ?? vertex, part[edge + 1] ?? vertex));
  }
  return most;
}

/** The least distance to points of an edge that is straight in degrees, by halving. */
function metresTo(vertex: Point, from: Point, to: Point): number {
  const turn = ((((to.longitude - from.longitude + 180) % 360) + 360) % 360) - 180;
  const metresAt = (part: number) =>
    metresBetween(vertex, {
      latitude: from.latitude + part * (to.latitude - from.latitude),
      longitude: from.longitude + part * turn,
    });
  let low = 0;
  let high = 1;
  for (let round = 0; round < 60; round++) {
    const [a, b] = [low + (high - low) / 3, high - (high - low) / 3];
    if (metresAt(a) < metresAt(b)) high = b;
    else low = a;
  }
  return metresAt((low + high) / 2);
}
