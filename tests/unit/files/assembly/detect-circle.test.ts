import { expect } from "chai";
import fc from "fast-check";

import { detectCircle } from "../../../../files/assembly/detect-circle";
import { circleOutline } from "../../../../files/write/circle-outline";
import { seed } from "../../../seed";

describe("the circle that an outline draws", () => {
  it("is the one that writeZones drew, within the 0.5 % by which its sphere differs from the earth", () => {
    const center = fc.record({
      latitude: fc.double({ min: -70, max: 70, noNaN: true }),
      longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    });
    fc.assert(
      fc.property(center, fc.double({ min: 20, max: 1000, noNaN: true }), (given, radius) => {
        const found = detectCircle(circleOutline(given, radius));
        expect(found?.radius).to.be.closeTo(radius, 0.01 + radius / 200);
        expect(found?.center.latitude).to.be.closeTo(given.latitude, 1e-5);
      }),
      { seed },
    );
  });

  const corner = (at: number, radius: number) => ({
    latitude: radius * Math.sin(at),
    longitude: radius * Math.cos(at),
  });
  const others: [what: string, outline: { latitude: number; longitude: number }[]][] = [
    ["a hexagon", Array.from({ length: 6 }, (_, at) => corner((at * Math.PI) / 3, 0.001))],
    [
      "a star",
      Array.from({ length: 24 }, (_, at) => corner((at * Math.PI) / 12, at % 2 === 0 ? 0.001 : 0.0008)),
    ],
    ["half a circle", Array.from({ length: 24 }, (_, at) => corner((at * Math.PI) / 24, 0.001))],
    [
      "a circle with a side cut off",
      Array.from({ length: 20 }, (_, at) => corner((at * Math.PI) / 12, 0.001)),
    ],
    ["a circle drawn twice", Array.from({ length: 48 }, (_, at) => corner((at * Math.PI) / 12, 0.001))],
  ];
  for (const [what, outline] of others) {
    it(`is none of ${what}`, () => {
      expect(detectCircle(outline)).to.equal(undefined);
    });
  }
});
