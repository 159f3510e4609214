import { expect } from "chai";

import { crossingOf } from "../../../geometry/crossing";
import { lineShape } from "../../../geometry/shape";
import { points } from "./points";

type Pair = readonly [latitude: number, longitude: number];

/** Northwards: what lies west of it is on its left. */
const line: Pair[] = [
  [0, 0],
  [1, 0],
  [2, 0],
];

const cases: [what: string, line: Pair[], track: Pair[], crossings: number][] = [
  [
    "over it",
    line,
    [
      [0.5, -1],
      [0.5, 1],
    ],
    1,
  ],
  [
    "over it, the other way",
    line,
    [
      [0.5, 1],
      [0.5, -1],
    ],
    1,
  ],
  [
    "beside its end",
    line,
    [
      [2.5, -1],
      [2.5, 1],
    ],
    0,
  ],
  [
    "along it",
    line,
    [
      [0.2, 0],
      [0.8, 0],
    ],
    0,
  ],
  [
    "without a step",
    line,
    [
      [0.5, 0],
      [0.5, 0],
    ],
    0,
  ],
  [
    "with a fix on it",
    line,
    [
      [0.5, -1],
      [0.5, 0],
      [0.5, 1],
    ],
    1,
  ],
  [
    "with a fix on it, the other way",
    line,
    [
      [0.5, 1],
      [0.5, 0],
      [0.5, -1],
    ],
    1,
  ],
  [
    "with two fixes on it",
    line,
    [
      [0.5, 1],
      [0.5, 0],
      [0.6, 0],
      [0.5, -1],
    ],
    1,
  ],
  [
    "with a fix on a vertex of it",
    line,
    [
      [1, -1],
      [1, 0],
      [1, 1],
    ],
    1,
  ],
  [
    "through a vertex of it",
    line,
    [
      [1, -1],
      [1, 1],
    ],
    1,
  ],
  [
    "that touches it from the left",
    line,
    [
      [0.5, -1],
      [0.5, 0],
      [0.6, -1],
    ],
    0,
  ],
  [
    "over and back",
    line,
    [
      [0.5, -1],
      [0.5, 1],
      [0.6, -1],
    ],
    2,
  ],
  [
    "over a line on the antimeridian",
    [
      [0, 180],
      [1, 180],
    ],
    [
      [0.5, 179],
      [0.5, -179],
    ],
    1,
  ],
  [
    "over a line on the antimeridian, by its other name",
    [
      [0, -180],
      [1, -180],
    ],
    [
      [0.5, -179],
      [0.5, 180],
      [0.5, 179],
    ],
    1,
  ],
  [
    "over a line across the antimeridian",
    [
      [0, 179],
      [1, -179],
    ],
    [
      [0, -179.5],
      [1, 179.5],
    ],
    1,
  ],
];

describe("a track", () => {
  for (const [what, vertices, track, crossings] of cases) {
    it(`${what}: ${crossings} crossings`, () => {
      const shape = lineShape(points(...vertices));
      const steps = track.slice(1).map(([latitude, longitude], at) => {
        const [fromLatitude, fromLongitude] = track[at] ?? [NaN, NaN];
        return crossingOf(shape, fromLongitude, fromLatitude, longitude, latitude);
      });
      expect(steps.filter((part) => part !== undefined)).to.have.length(crossings);
    });
  }

  it("crosses first where it crosses first", () => {
    const shape = lineShape(points([0, 0.75], [1, 0.75], [1, 0.25], [0, 0.25]));
    expect(crossingOf(shape, 0, 0.5, 1, 0.5)).to.equal(0.25);
  });
});
