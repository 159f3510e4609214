import { expect } from "chai";

import { around } from "../geometry/points";
import { detailsOf } from "../../../map/details";
import type { PlainBox, PlainGeofeature, PlainGeoline } from "../../../geometry/plain-zone";
import { circle, polygon, versions, zone } from "./sources";

const square = (east: number, north: number, name = "yard") =>
  polygon(name, [east, north], [east + 100, north], [east + 100, north + 100], [east, north + 100]);
const dented = polygon("yard", [0, 0], [112, 0], [100, 105], [0, 100]);

function box(west: number, south: number, east: number, north: number): PlainBox {
  const [southWest = { latitude: 0, longitude: 0 }, northEast = southWest] = around(
    -37.81,
    144.96,
    [west, south],
    [east, north],
  );
  return { type: "boundingBox", name: "lot", southWest, northEast };
}

function line(...metres: (readonly [number, number])[]): PlainGeoline {
  return { type: "geoline", name: "gate", vertices: around(-37.81, 144.96, ...metres) };
}

type Features = readonly PlainGeofeature[];

describe("the details of a zone", () => {
  const cases: [what: string, before: Features, after: Features, phrases: string[], drifted?: string[]][] = [
    ["nothing differs", [circle(0, 0, 40)], [circle(0, 0, 40)], []],
    [
      "a circle grows and moves",
      [circle(0, 0, 40)],
      [circle(26, 26, 60)],
      ["door: radius 40 → 60 m", "door: centre moved 37 m NE", "area +125 %"],
      [
        "door: radius is 40 m in the account; up sets 60 m",
        "door: centre was moved 37 m SW in the account; up moves it back",
        "area is −56 % in the account",
      ],
    ],
    [
      "a circle moves by less than a step",
      [circle(0, 0, 40)],
      [circle(0.5, 0, 40)],
      ["door: centre moved 50 cm E"],
    ],
    [
      "a circle moves by a rounding",
      [circle(0, 0, 40)],
      [circle(0, 0.005, 40)],
      ["door: centre moved less than 1 cm N"],
    ],
    ["a circle moves far", [circle(0, 0, 40)], [circle(0, -12_340, 40)], ["door: centre moved 12.3 km S"]],
    ["a polygon moves as a whole", [square(0, 0)], [square(-37, 0)], ["yard: moved 37 m W"]],
    [
      "some vertices move",
      [square(0, 0)],
      [dented],
      ["yard: 2 vertices moved, up to 12 m", "area +8.8 %"],
      [
        "yard: 2 vertices were moved in the account, up to 12 m; up moves them back",
        "area is −8.1 % in the account",
      ],
    ],
    [
      "one vertex moves",
      [square(0, 0)],
      [polygon("yard", [0, 0], [100, 0], [105, 100], [0, 100])],
      ["yard: 1 vertex moved, by 5 m", "area +2.5 %"],
    ],
    ...(
      [
        ["from another vertex", [100, 0], [100, 100], [0, 100], [0, 0]],
        ["the other way round", [0, 0], [0, 100], [100, 100], [100, 0]],
      ] as const
    ).map(([what, ...corners]): (typeof cases)[number] => [
      `an outline runs ${what}`,
      [square(0, 0)],
      [polygon("yard", ...corners)],
      ["yard: outline is the same, from another vertex or the other way round"],
      ["yard: outline is the same in the account, from another vertex or the other way round"],
    ]),
    [
      "an outline has fewer vertices",
      [square(0, 0)],
      [polygon("yard", [0, 0], [100, 0], [0, 100])],
      ["yard: outline has 3 vertices, had 4", "area −50 %"],
      ["yard: outline has 4 vertices in the account; up sets 3", "area is +100 % in the account"],
    ],
    ["a box moves as a whole", [box(0, 0, 100, 50)], [box(0, 30, 100, 80)], ["lot: moved 30 m N"]],
    [
      "two edges of a box move",
      [box(0, 0, 100, 100)],
      [box(0, 0, 90, 120)],
      ["lot: north edge moved 20 m N", "lot: east edge moved 10 m W", "area +8 %"],
    ],
    ["a line moves", [line([0, 0], [50, 0])], [line([0, 9], [50, 9])], ["gate: moved 9 m N"]],
    [
      "a line grows",
      [line([0, 0], [50, 0])],
      [line([0, 0], [50, 0], [60, 0])],
      ["gate: line has 3 vertices, had 2"],
    ],
    [
      "a geofeature is added",
      [circle(0, 0, 40)],
      [circle(0, 0, 40), line([0, 0], [50, 0])],
      ['geofeature "gate" added'],
      ['geofeature "gate" is missing in the account; up adds it'],
    ],
    [
      "a geofeature is removed",
      [circle(0, 0, 40), line([0, 0], [50, 0])],
      [circle(0, 0, 40)],
      ['geofeature "gate" removed'],
      ['geofeature "gate" was added in the account; up removes it'],
    ],
    [
      "a geofeature is renamed and grows",
      [circle(0, 0, 40, "a")],
      [circle(3, 0, 41, "b")],
      ['"a" is called "b" now', "b: radius 40 → 41 m", "b: centre moved 3 m E", "area +5.1 %"],
    ],
    [
      "another geofeature stands far away",
      [circle(0, 0, 40, "a")],
      [circle(900, 0, 40, "b")],
      ['geofeature "b" added', 'geofeature "a" removed'],
    ],
    [
      "a geofeature is of another kind",
      [square(0, 0, "door")],
      [circle(50, 50, 50)],
      ["door: is a circle now, was a polygon", "area −21 %"],
    ],
    [
      "a beacon is added",
      [circle(0, 0, 40)],
      [circle(0, 0, 40), { type: "beacon", name: "till" }],
      ['beacon "till", which has no place on a map, added'],
    ],
    [
      "a colour is set",
      [circle(0, 0, 40)],
      [{ ...circle(0, 0, 40), color: "#FF0000" }],
      ["door: colour none → #FF0000"],
    ],
    [
      "geofeatures change places",
      [circle(0, 0, 40, "a"), circle(0, 0, 20, "b")],
      [circle(0, 0, 20, "b"), circle(0, 0, 40, "a")],
      ["geofeatures are in another order"],
    ],
  ];
  for (const [what, before, after, phrases, drifted] of cases) {
    it(`say that ${what}`, () => {
      expect(detailsOf(versions("move", before, after))).to.deep.equal(phrases);
      if (drifted) expect(detailsOf(versions("drift", before, after))).to.deep.equal(drifted);
    });
  }

  it("find no seam at the antimeridian", () => {
    const at = (longitude: number): PlainGeofeature => ({
      ...circle(0, 0, 40),
      center: { latitude: 0, longitude },
    });
    expect(detailsOf(versions("move", [at(179.9999)], [at(-179.9999)]))).to.deep.equal([
      "door: centre moved 22 m E",
    ]);
  });

  it("say that a zone is renamed, unless its settings do", () => {
    const renamed = { before: zone("cafe"), after: zone("bar") };
    expect(detailsOf(versions("update", undefined, undefined, renamed))).to.deep.equal([
      '"cafe" is called "bar" now',
    ]);
    const settings = [{ property: "name", before: "cafe", after: "bar" }];
    expect(detailsOf(versions("update", undefined, undefined, { ...renamed, settings }))).to.deep.equal([]);
  });

  it("say that a drifted zone is gone, or has other settings", () => {
    const settings = [{ property: "actions" }];
    const [gone, set] = [undefined, [circle(0, 0, 40)]].map((before) =>
      detailsOf(versions("drift", before, [circle(0, 0, 40)], { settings })),
    );
    expect(gone).to.deep.equal(["was deleted in the account; up creates it again"]);
    expect(set).to.deep.equal(["settings differ in the account; up puts them back"]);
  });

  for (const [change, phrase] of [
    ["create", "was deleted in the account; up creates it again"],
    ["update", "was changed in the account too; up overwrites that"],
    ["delete", "was changed in the account; up deletes it all the same"],
    ["same", "was changed in the account to what is declared"],
    ["drift", "was changed in the account; up puts it back"],
  ] as const) {
    it(`say what happens to drift under a ${change}`, () => {
      const before = change === "create" ? undefined : [circle(0, 0, 40)];
      expect(detailsOf(versions(change, before, [circle(0, 0, 40)], { isDrifted: true }))).to.deep.equal([
        phrase,
      ]);
    });
  }
});
