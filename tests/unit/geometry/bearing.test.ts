import { expect } from "chai";
import fc from "fast-check";
import * as GeographicLib from "geographiclib-geodesic";

import { bearingBetween, compassPointBetween, onEarth, placeAt } from "../../../geometry/bearing";
import { metresBetween } from "../../../geometry/point";
import { seed } from "../../seed";
import { around, points } from "./points";

const place = fc.record({
  latitude: fc.double({ min: -80, max: 80, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

describe("a direction", () => {
  for (const [name, east, north] of [
    ["N", 0, 10],
    ["NE", 10, 10],
    ["E", 10, 0],
    ["SE", 10, -10],
    ["S", 0, -10],
    ["SW", -10, -10],
    ["W", -10, 0],
    ["NW", -10, 10],
    ["N", -3, 10],
    ["NE", 5, 10],
  ] as const) {
    it(`of ${east} m east and ${north} m north is ${name}`, () => {
      const [from, to] = around(-37.81, 144.96, [0, 0], [east, north]);
      expect(from && to && compassPointBetween(from, to)).to.equal(name);
    });
  }

  it("crosses the antimeridian on the shorter way", () => {
    const [from, to] = points([0, 179.9], [0, -179.9]);
    expect(from && to && bearingBetween(from, to)).to.be.closeTo(90, 1e-9);
  });

  it("is that of geographiclib within half a degree", () => {
    fc.assert(
      fc.property(place, fc.double({ min: 0, max: 359, noNaN: true }), (from, bearing) => {
        const { lat2 = 0, lon2 = 0 } = GeographicLib.Geodesic.WGS84.Direct(
          from.latitude,
          from.longitude,
          bearing,
          5000,
        );
        const found = bearingBetween(from, { latitude: lat2, longitude: lon2 });
        expect(Math.abs(((found - bearing + 540) % 360) - 180)).to.be.below(0.5);
      }),
      { seed },
    );
  });
});

describe("a place at a distance", () => {
  it("is so far away, in that direction", () => {
    fc.assert(
      fc.property(
        place,
        fc.double({ min: 0, max: 360, noNaN: true }),
        fc.double({ min: 1, max: 500_000, noNaN: true }),
        (from, bearing, metres) => {
          const to = placeAt(from, bearing, metres);
          expect(metresBetween(from, to)).to.be.closeTo(metres, 1e-6 * metres + 1e-6);
          expect(to.longitude).to.be.within(-180, 180);
        },
      ),
      { seed },
    );
  });
});

describe("a longitude", () => {
  for (const [given, longitude] of [
    [180, 180],
    [-180, -180],
    [181, -179],
    [-181, 179],
    [541, -179],
    [-541, 179],
  ] as const) {
    it(`of ${given}° is ${longitude}°`, () => {
      expect(onEarth(given)).to.equal(longitude);
    });
  }
});
