import { expect } from "chai";

import type { Fix } from "../../../../fences/track/fix";
import { timed } from "../../../../fences/track/timed";
import { metresBetween } from "../../../../geometry/point";

const start = Date.UTC(2026, 10, 30, 9);
const drawn: Fix[] = [
  { point: { latitude: 0, longitude: 179.999 }, segment: 0 },
  { point: { latitude: 0, longitude: -179.9995 }, segment: 0 },
  { point: { latitude: 0.001, longitude: -179.9995 }, segment: 1 },
];

describe("A drawn track", () => {
  const walked = timed(drawn, { start, speed: 10, every: 5 });

  it("is walked at one speed, over the antimeridian too", () => {
    const steps = walked.slice(0, 5);
    expect(steps.map(({ time }) => ((time ?? 0) - start) / 1000)).to.deep.equal([0, 5, 10, 15, 16.698]);
    for (const [at, { point }] of steps.slice(1, 4).entries()) {
      expect(metresBetween(steps[at]?.point ?? point, point)).to.be.closeTo(50, 0.5);
    }
  });

  it("keeps its points, and adds none between segments", () => {
    expect(walked.map(({ segment }) => segment)).to.deep.equal([0, 0, 0, 0, 0, 1]);
    expect(walked.at(-2)?.point).to.deep.equal(drawn[1]?.point);
    expect(walked.at(-1)?.point).to.deep.equal(drawn[2]?.point);
  });

  it("has at most a million fixes", () => {
    for (const pace of [
      { speed: 1, every: 1e-7 },
      { speed: 1, every: 1e-4 },
      { speed: 1e-5, every: 5 },
    ]) {
      expect(() => timed(drawn, { start, ...pace })).to.throw("more than 1,000,000 fixes");
    }
    expect(timed(drawn, { start, speed: 10, every: 1e-4 })).to.have.length.above(166_000);
  });

  it("ends while dates do", () => {
    for (const speed of [1e-12, 5e-324]) {
      expect(() => timed(drawn, { start, speed, every: 1e9 })).to.throw("year 275760");
    }
    expect(() => timed(drawn, { start: NaN, speed: 1 })).to.throw("year 275760");
  });

  it("has no other times, and a speed above 0", () => {
    expect(() => timed(walked, { start, speed: 1 })).to.throw("has times already");
    expect(() => timed(drawn, { start, speed: 0 })).to.throw("above 0");
    expect(() => timed(drawn, { start, speed: 1, every: -1 })).to.throw("above 0");
  });
});
