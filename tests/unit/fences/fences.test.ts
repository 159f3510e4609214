import { Output } from "@pulumi/pulumi";
import { expect } from "chai";

import { fencesOf, type FencePoint, type ZoneLike } from "../../../fences";
import { groundOf } from "../../../fences/ground";
import { overlappingPairs, pairsNearer } from "../../../fences/pairs";
import { randomFrom } from "../../../emulator/random";
import { metresBetween } from "../../../geometry/between";
import { seed } from "../../seed";
import {
  randomBeside,
  randomBox,
  randomCircle,
  randomGeoline,
  randomPolygon,
} from "../geometry/random-shapes";

const circle = (name: string, longitude: number, radius: number, latitude = 0): ZoneLike => ({
  name,
  geofeatures: [{ type: "circle", name: "door", center: { latitude, longitude }, radius }],
});

describe("fencesOf", () => {
  const line: ZoneLike = {
    name: "drive-through",
    geofeatures: [
      {
        type: "geoline",
        name: "entry",
        vertices: [
          { latitude: -0.001, longitude: 0.002 },
          { latitude: 0.001, longitude: 0.002 },
        ],
      },
    ],
  };
  const fences = fencesOf([circle("cafe", 0, 100), circle("mall", 0.001, 200), circle("far", 1, 50), line]);

  it("at: the fences around a point, nearest edge first", () => {
    const found = fences.at([0, 0]);
    expect(found.map(({ zone, geofeature, metres }) => [zone, geofeature, Math.round(metres)])).to.deep.equal(
      [
        ["mall", "door", -89],
        ["cafe", "door", -100],
      ],
    );
    expect(fences.at([0, 0.5])).to.deep.equal([]);
  });

  it("nearest: also outside, as far as it is asked for", () => {
    expect(fences.nearest([0, 1.001])).to.include({ zone: "far", geofeature: "door" });
    expect(fences.nearest([0, 1.001])?.metres).to.be.closeTo(61.319, 0.01);
    expect(fences.nearest([0, 1.001], { within: 60 })).to.equal(undefined);
  });

  it("overlaps: pairs of zones, by how much; a geoline overlaps nothing", () => {
    const pairs = fences.overlaps();
    expect(pairs.map(({ zones }) => zones)).to.deep.equal([["cafe", "mall"]]);
    expect(pairs[0]?.metres).to.be.closeTo(-188.68, 0.01);
  });

  it("apart: pairs of zones that are too near, the overlapping ones and geolines among them", () => {
    expect(fences.apart(130).map(({ zones, metres }) => [...zones, Math.round(metres)])).to.deep.equal([
      ["cafe", "mall", -189],
      ["mall", "drive-through", 0],
      ["cafe", "drive-through", 123],
    ]);
  });

  it("uncovered: points in no zone, as they were given, with the nearest zone", () => {
    const store = { latitude: 0, longitude: 1.001, id: 7 };
    const [found, ...more] = fences.uncovered([{ latitude: 0, longitude: 0, id: 1 }, store]);
    expect(more).to.deep.equal([]);
    expect(found?.point).to.equal(store);
    expect(found).to.deep.include({ index: 1 });
    expect(found?.nearest?.zone).to.equal("far");
  });

  it("is empty without zones", () => {
    const none = fencesOf([]);
    expect(none.at([0, 0])).to.deep.equal([]);
    expect(none.overlaps()).to.deep.equal([]);
    expect(none.uncovered([[0, 0]])).to.deep.equal([{ point: [0, 0], index: 0 }]);
  });

  const points: FencePoint[] = [{ latitude: 0, longitude: 1 }, [0, 1], "0, 1", "(0, 1)", "[0,1]"];
  for (const point of points) {
    it(`takes the point ${JSON.stringify(point)}`, () => {
      expect(fences.at(point)[0]?.zone).to.equal("far");
    });
  }

  const wrong: FencePoint[] = [
    "0 1",
    "north",
    [91, 0],
    [0, 181],
    [NaN, 0],
    { latitude: 0, longitude: Infinity },
  ];
  for (const point of wrong) {
    it(`refuses the point ${JSON.stringify(point)}`, () => {
      expect(() => fences.at(point)).to.throw("is no point, such as [-37.818, 144.9775]");
    });
  }
});

describe("fencesOf refuses", () => {
  const door = { type: "circle", name: "door", center: { latitude: 0, longitude: 0 }, radius: 40 } as const;
  const cases: [what: string, ZoneLike, message: string][] = [
    [
      "an Output in a shape",
      { name: "cafe", geofeatures: [{ ...door, radius: Output.create(40) }] },
      'zones[0] ("cafe"): geofeatures[0].radius is not known yet: fence tests take values, no Outputs or Promises',
    ],
    [
      "a Promise of geofeatures",
      { name: "cafe", geofeatures: Promise.resolve([door]) },
      'zones[0] ("cafe"): geofeatures is not known yet: fence tests take values, no Outputs or Promises',
    ],
    [
      "a zone without a name",
      { geofeatures: [door] },
      "zones[0]: name is missing: a zone or geofeature is named in what fails",
    ],
    [
      "a latitude out of range",
      { name: "cafe", geofeatures: [{ ...door, center: { latitude: 91, longitude: 0 } }] },
      'zones[0] ("cafe"): geofeatures[0].center.latitude: Too big: expected number to be <=90',
    ],
  ];
  for (const [what, zone, message] of cases) {
    it(what, () => {
      expect(() => fencesOf([zone])).to.throw(message);
    });
  }

  it("all faults at once", () => {
    expect(() => fencesOf([{ geofeatures: [] }, { geofeatures: [] }])).to.throw(
      /^zones\[0\].*\nzones\[1\].*$/,
    );
  });
});

describe("pairs of 200 random zones", () => {
  const random = randomFrom(seed);
  const middle = { latitude: 47.5, longitude: 179.999 };
  const makers = [randomCircle, randomBox, randomPolygon, randomGeoline];
  const ground = groundOf(
    Array.from({ length: 200 }, (_, at) => {
      const make = makers[at % makers.length] ?? randomCircle;
      return {
        label: `zone ${at}`,
        zone: { name: `zone ${at}`, geofeatures: [make(random, randomBeside(random, middle, 5_000), 400)] },
      };
    }),
  );
  const all = ground.fences.flatMap((a, at) =>
    ground.fences
      .slice(at + 1)
      .map((b) => ({ names: `${a.zone} ${b.zone}`, metres: metresBetween(a.shape, b.shape) })),
  );
  const names = (pairs: ReturnType<typeof pairsNearer>) =>
    pairs.map(({ fences: [a, b] }) => `${a.zone} ${b.zone}`).sort();

  it("overlap as a comparison of each with each finds them", () => {
    const expected = all.filter(({ metres }) => metres < 0).map((pair) => pair.names);
    expect(names(overlappingPairs(ground))).to.deep.equal(expected.sort());
    expect(expected).to.have.length.above(20);
  });

  it("are nearer than 300 m as a comparison of each with each finds them", () => {
    const expected = all.filter(({ metres }) => metres < 300).map((pair) => pair.names);
    expect(names(pairsNearer(ground, 300))).to.deep.equal(expected.sort());
  });
});
