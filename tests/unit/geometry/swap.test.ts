import { expect } from "chai";

import type { Point } from "../../../geometry/point";
import { belongsSwapped, isSurelySwapped, mirrorOf, swappedAmong } from "../../../geometry/swap";
import { points } from "./points";

const at = (latitude: number, longitude: number): Point => ({ latitude, longitude });

const rome = points([41.9, 12.5], [41.91, 12.48], [41.88, 12.51]);
const romeSwapped = points([12.5, 41.9], [12.48, 41.91], [12.51, 41.88]);

describe("latitude and longitude are surely swapped", () => {
  for (const [what, place, is] of [
    ["in Melbourne's, told as longitude and latitude", at(144.96, -37.81), true],
    ["at the edge of what could be meant", at(180, 90), true],
    ["not where the latitude is right", at(90, 100), false],
    ["not where the swapped place is none either", at(144.96, -137.81), false],
    ["not where no longitude is meant", at(-370, 20), false],
  ] as const) {
    it(what, () => {
      expect(isSurelySwapped(place)).to.equal(is);
    });
  }
});

describe("a place that could be a swapped one", () => {
  it("is told with the place that was meant", () => {
    expect(mirrorOf(at(12.5, 41.9))).to.deep.equal(at(41.9, 12.5));
  });

  it("is none where that would be no place", () => {
    expect(mirrorOf(at(-37.8, 144.96))).to.equal(undefined);
  });

  it("is none less than 500 km from the line on which both numbers are one", () => {
    expect(mirrorOf(at(10, 12))).to.equal(undefined);
    expect(mirrorOf(at(30.04, 31.24))).to.equal(undefined);
  });
});

describe("a place that belongs to another", () => {
  for (const [what, place, to, is] of [
    ["looks swapped where its mirror image is there", at(12.49, 41.91), at(41.9, 12.5), true],
    ["does not where it is there", at(41.9, 12.5), at(41.91, 12.49), false],
    ["does not where neither is there", at(52.5, 13.4), at(41.9, 12.5), false],
    ["does not within 500 km", at(10, 13), at(13, 10), false],
    ["does not where the mirror image is 110 km away", at(12.5, 42.9), at(41.9, 12.5), false],
    ["does where the mirror image is 90 km away", at(12.5, 42.7), at(41.9, 12.5), true],
  ] as const) {
    it(what, () => {
      expect(belongsSwapped(place, to)).to.equal(is);
    });
  }
});

describe("among the places of one thing", () => {
  const suspects = (places: Point[]) => swappedAmong(places)?.suspects.map((suspect) => suspect.at);

  it("the odd one is told, with how far it is from whom, and would be", () => {
    const suspicion = swappedAmong([...rome, ...romeSwapped.slice(0, 1)]);
    expect(suspicion?.isTie).to.be.false;
    expect(suspicion?.suspects.map((suspect) => suspect.at)).to.deep.equal([3]);
    expect(suspicion?.suspects[0]?.nearest).to.equal(0);
    expect(suspicion?.suspects[0]?.away).to.be.within(4e6, 6e6);
    expect(suspicion?.suspects[0]?.swapped).to.be.below(1);
  });

  it("the smaller group is told", () => {
    expect(suspects([...romeSwapped.slice(0, 2), ...rome])).to.deep.equal([0, 1]);
    expect(suspects([...romeSwapped, ...rome.slice(0, 2)])).to.deep.equal([3, 4]);
  });

  for (const [what, places, tied] of [
    ["two", [...rome.slice(0, 1), ...romeSwapped.slice(0, 1)], [0, 1]],
    ["four", [...rome.slice(0, 2), ...romeSwapped.slice(0, 2)], [0, 1, 2, 3]],
  ] as const) {
    it(`of ${what} it cannot be told which are wrong`, () => {
      expect(swappedAmong(places)?.isTie).to.be.true;
      expect(suspects([...places])).to.deep.equal(tied);
    });
  }

  const innocent: [string, Point[]][] = [
    ["in one city", rome],
    ["all of them swapped, since nothing tells it", romeSwapped],
    ["of one", rome.slice(0, 1)],
    ["of none", []],
    ["near the line on which both numbers are one", points([10, 13], [13, 10], [10.1, 13], [11.5, 11.5])],
    ["of which one is abroad", [...rome, at(52.5, 13.4)]],
    ["on both sides of the antimeridian", points([-17, 179.9], [-17, -179.9])],
    ["all over a continent", points([55.7, 12.5], [41.9, 12.5], [37.9, 23.7], [60.1, 24.9], [12.5, 37.9])],
  ];
  for (const [what, places] of innocent) {
    it(`${what} nothing is said`, () => {
      expect(swappedAmong(places)).to.equal(undefined);
    });
  }

  it("ten thousand are judged at once", () => {
    const many = Array.from({ length: 10_000 }, (_, index) =>
      at(35 + ((index * 7_919) % 1_000) / 50, ((index * 104_729) % 2_000) / 100),
    );
    expect(suspects([...many, at(2.05, 45.05)])).to.deep.equal([10_000]);
  });
});
