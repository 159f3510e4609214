import { expect } from "chai";

import type { PlainGeofeature } from "../../../../geometry/plain-zone";
import { worldBox } from "../../../../map/page/bounds";
import { clipLine, clipRing } from "../../../../map/page/clip";
import { outlinesOf, piecesOf, type Box, type Outline } from "../../../../map/page/outline";
import { pick } from "../../../../map/page/pick";

const at = (latitude: number, longitude: number): { latitude: number; longitude: number } => ({
  latitude,
  longitude,
});

describe("outlines", () => {
  it("go on over the antimeridian instead of around the world", () => {
    const shapes: PlainGeofeature[] = [
      { type: "polygon", name: "reef", vertices: [at(-17, 179), at(-17, -179), at(-18, -179)] },
      { type: "boundingBox", name: "sea", southWest: at(-18, 178), northEast: at(-16, -178) },
      { type: "circle", name: "buoy", center: at(-17, -179.9), radius: 100 },
    ];
    for (const { box } of outlinesOf(shapes)) expect(box.east - box.west).to.be.below(0.02);
    const [first, , last] = outlinesOf(shapes);
    // Beside the zone's first shape, and not a world away.
    expect(Math.abs((first?.box.east ?? 0) - (last?.box.west ?? 0))).to.be.below(0.02);
  });

  it("run the same way round, so that shapes that overlap are filled together", () => {
    const ring = [at(0, 0), at(0, 1), at(1, 1), at(1, 0)];
    const shapes = [ring, ring.toReversed()].map((vertices): PlainGeofeature => ({
      type: "polygon",
      name: "",
      vertices,
    }));
    const areas = outlinesOf(shapes).map(signedArea);
    expect(areas.every((area) => area > 0)).to.equal(true);
  });

  it("cut a long line into pieces that meet", () => {
    const points = Array.from({ length: 1001 }, (_, index) => at(0, 170 + index * 0.02));
    const pieces = piecesOf(points, 400);
    expect(pieces.map((piece) => (piece.type === "circle" ? 0 : piece.path.length / 2))).to.deep.equal([
      401, 401, 201,
    ]);
    const [first, second] = pieces;
    expect(second?.box.west).to.equal(first?.box.east);
    expect(pieces.at(-1)?.box.east).to.be.closeTo(370 / 360, 1e-9);
  });

  it("exist for all shapes but beacons", () => {
    expect(outlinesOf([{ type: "beacon", name: "till" }])).to.deep.equal([]);
  });
});

describe("the box that a map begins with", () => {
  const box = (west: number, east: number): Box => ({ west, east, north: 0.4, south: 0.5 });
  const cases: [string, Box[], [number, number] | undefined][] = [
    ["none", [], undefined],
    ["one", [box(0.2, 0.3)], [0.2, 0.3]],
    ["two in one half", [box(0.2, 0.3), box(0.4, 0.45)], [0.2, 0.45]],
    ["two on both sides of the antimeridian", [box(0.02, 0.05), box(0.95, 0.97)], [0.95, 1.05]],
    ["one over the antimeridian", [box(0.98, 1.03)], [0.98, 1.03]],
    ["one over it and one beside", [box(0.98, 1.03), box(0.05, 0.06)], [0.98, 1.06]],
    ["one inside another", [box(0.2, 0.6), box(0.3, 0.4)], [0.2, 0.6]],
  ];
  for (const [title, boxes, expected] of cases) {
    it(`leaves out the widest gap: ${title}`, () => {
      const found = worldBox(boxes);
      expect(found === undefined).to.equal(expected === undefined);
      expect(found?.west ?? 0).to.be.closeTo(expected?.[0] ?? 0, 1e-12);
      expect(found?.east ?? 0).to.be.closeTo(expected?.[1] ?? 0, 1e-12);
    });
  }
});

describe("a click", () => {
  const zone = (shape: PlainGeofeature): { box: Box; outlines: Outline[] } => {
    const outlines = outlinesOf([shape]);
    const [outline] = outlines;
    if (outline === undefined) throw new Error("The shape has no outline.");
    return { box: outline.box, outlines };
  };
  const mall = zone({ type: "circle", name: "", center: at(0, 0), radius: 2000 });
  const shop = zone({
    type: "boundingBox",
    name: "",
    southWest: at(-0.001, -0.001),
    northEast: at(0.001, 0.001),
  });
  const road = zone({ type: "geoline", name: "", vertices: [at(0.01, -0.01), at(0.01, 0.01)] });
  const reach = 1e-7;

  it("finds a shop before the mall around it", () => {
    expect(pick([mall, shop, road], 0.5, 0.5, reach)).to.deep.equal([1, 0]);
  });

  it("finds a line only on it", () => {
    const y = road.box.north;
    expect(pick([road], 0.5, y, reach)).to.deep.equal([0]);
    expect(pick([road], 0.5, y - 1e-5, reach)).to.deep.equal([]);
  });

  it("finds a zone in another copy of the world", () => {
    expect(pick([shop], 1.5, 0.5, reach)).to.deep.equal([0]);
  });
});

describe("the window", () => {
  const window = { left: 0, top: 0, right: 10, bottom: 10 };

  it("cuts a ring at its edges", () => {
    const ring = clipRing(
      [
        [-5, -5],
        [15, -5],
        [15, 15],
        [-5, 15],
      ],
      window,
    );
    expect(ring).to.have.deep.members([
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 10],
    ]);
    expect(
      clipRing(
        [
          [20, 20],
          [30, 20],
          [30, 30],
        ],
        window,
      ),
    ).to.deep.equal([]);
  });

  it("cuts a line into the parts inside", () => {
    expect(
      clipLine(
        [
          [-5, 5],
          [5, 5],
          [5, 20],
          [20, 20],
        ],
        window,
      ),
    ).to.deep.equal([
      [
        [0, 5],
        [5, 5],
        [5, 10],
      ],
    ]);
    expect(
      clipLine(
        [
          [5, -5],
          [5, 5],
          [-5, 5],
          [-5, 7],
          [5, 7],
        ],
        window,
      ),
    ).to.have.length(2);
  });
});

function signedArea(outline: Outline): number {
  if (outline.type === "circle") return 1;
  const { path } = outline;
  let sum = 0;
  for (let from = 0; from < path.length; from += 2) {
    const to = (from + 2) % path.length;
    sum += (path[from] ?? 0) * (path[to + 1] ?? 0) - (path[to] ?? 0) * (path[from + 1] ?? 0);
  }
  return sum;
}
