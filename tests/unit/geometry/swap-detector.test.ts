import { expect } from "chai";

import { SwapDetector } from "../../../geometry/swap-detector";

type Told = readonly [label: string, latitude: number, longitude: number];

/** Returns the labels that are named at each step. */
const namedAt = (places: readonly Told[]) => {
  const watch = new SwapDetector();
  return places.map(([label, latitude, longitude]) =>
    watch.add(label, { latitude, longitude }).map((swapped) => swapped.label),
  );
};

const named = (places: readonly Told[]) => namedAt(places).flat();

const rome: Told[] = [
  ["a", 41.9, 12.5],
  ["b", 41.91, 12.48],
  ["c", 41.88, 12.51],
];
const swapped: Told = ["x", 12.5, 41.9];

describe("among the zones of a program, told one after another,", () => {
  it("the one whose mirror image is among others is named, with two of them", () => {
    const watch = new SwapDetector();
    for (const [label, latitude, longitude] of rome) watch.add(label, { latitude, longitude });
    expect(watch.add("x", { latitude: 12.5, longitude: 41.9 })).to.deep.equal([
      { label: "x", place: { latitude: 12.5, longitude: 41.9 }, neighbours: ["a", "b"] },
    ]);
  });

  it("it is named whenever it was told: first, in between or last", () => {
    expect(namedAt([swapped, ...rome])).to.deep.equal([[], [], ["x"], []]);
    expect(namedAt([...rome.slice(0, 1), swapped, ...rome.slice(1)])).to.deep.equal([[], [], ["x"], []]);
    expect(namedAt([...rome, swapped])).to.deep.equal([[], [], [], ["x"]]);
  });

  it("two in different places are both named", () => {
    const paris: Told[] = [
      ["p", 48.85, 2.35],
      ["q", 48.86, 2.34],
      ["y", 2.35, 48.85],
    ];
    expect(named([swapped, ...paris, ...rome])).to.deep.equal(["y", "x"]);
  });

  it("each is named once, and a zone that is told twice is one zone", () => {
    expect(named([...rome, swapped, swapped, ...rome, ["d", 41.9, 12.49]])).to.deep.equal(["x"]);
    expect(named([swapped, ...rome.slice(0, 1), ...rome.slice(0, 1)])).to.deep.equal([]);
  });

  const innocent: [string, Told[]][] = [
    [
      "one neighbour at the mirror image, which may be the swapped one itself",
      [...rome.slice(0, 1), swapped],
    ],
    ["one that has company within 500 km", [swapped, ["y", 16.5, 42.5], ...rome]],
    ["a lone store abroad", [...rome, ["berlin", 52.5, 13.4]]],
    ["a mirror image 110 km from the others", [...rome, ["x", 12.5, 43]]],
    [
      "places whose mirror image is none",
      [
        ["m", -37.8, 144.9],
        ["n", -37.81, 144.91],
      ],
    ],
    [
      "places near the line on which both numbers are one",
      [
        ["a", 10, 13],
        ["b", 10.1, 13],
        ["x", 13, 10],
      ],
    ],
  ];
  for (const [what, places] of innocent) {
    it(`nobody is named for ${what}`, () => {
      expect(named(places)).to.deep.equal([]);
    });
  }

  it("a store's door and car park count as one, swapped or not", () => {
    const carPark: Told = ["x's car park", 12.5003, 41.9011];
    const near: Told = ["a's car park", 41.9011, 12.5003];
    expect(named([swapped, carPark, ...rome])).to.deep.equal(["x"]);
    expect(named([...rome, swapped, carPark])).to.deep.equal(["x"]);
    expect(named([...rome.slice(0, 1), near, swapped])).to.deep.equal([]);
  });

  it("who is in the majority so far is taken to be right", () => {
    expect(named([swapped, ["y", 12.6, 41.8], ...rome.slice(0, 1)])).to.deep.equal(["a"]);
  });

  it("one is found among ten thousand in one city", () => {
    const city = Array.from({ length: 10_000 }, (_, at): Told => [
      `store ${at}`,
      41 + (at % 100) / 100,
      12 + at / 10_000,
    ]);
    expect(named([...city.slice(0, 5_000), swapped, ...city.slice(5_000)])).to.deep.equal(["x"]);
  });
});
