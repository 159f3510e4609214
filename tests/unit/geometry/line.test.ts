import { expect } from "chai";

import { lineFaults } from "../../../geometry/line";
import { points } from "./points";

describe("a line of points", () => {
  it("that go somewhere has no fault", () => {
    expect(lineFaults(points([1, 1], [1, 2], [2, 2]))).to.deep.equal({ isPoint: false, repeated: [] });
  });

  it("that comes back to where it began has none either", () => {
    expect(lineFaults(points([1, 1], [1, 2], [1, 1]))).to.deep.equal({ isPoint: false, repeated: [] });
  });

  it("across the antimeridian has none", () => {
    expect(lineFaults(points([1, 179.9], [1, -179.9]))).to.deep.equal({ isPoint: false, repeated: [] });
  });

  it("that repeats points one after another is told which", () => {
    expect(lineFaults(points([1, 1], [1, 1], [2, 2], [2, 2], [2, 2]))).to.deep.equal({
      isPoint: false,
      repeated: [1, 3, 4],
    });
  });

  for (const [what, line] of [
    ["all in one place", points([1, 1], [1, 1], [1, 1])],
    ["within a tenth of a millimetre", points([1, 1], [1, 1 + 9e-10])],
    ["on the antimeridian by both of its names", points([5, 180], [5, -180])],
    ["at the pole by two longitudes", points([90, 10], [90, 100])],
  ] as const) {
    it(`${what} has no length`, () => {
      expect(lineFaults(line).isPoint).to.be.true;
    });
  }

  it("of a millimetre has a length", () => {
    expect(lineFaults(points([1, 1], [1, 1 + 1e-8])).isPoint).to.be.false;
  });

  it("without points has no fault: that they are missing is told elsewhere", () => {
    expect(lineFaults([])).to.deep.equal({ isPoint: false, repeated: [] });
  });
});
