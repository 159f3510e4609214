import { expect } from "chai";

import { areaOf, middleOf, outlineOf, reachOf } from "../../../geometry/geofeature";
import type { PlainBox, PlainCircle, PlainGeoline, PlainPolygon } from "../../../geometry/plain-zone";
import { metresBetween } from "../../../geometry/point";
import { around, points } from "./points";

const circle: PlainCircle = {
  type: "circle",
  name: "door",
  center: { latitude: -37.81, longitude: 144.96 },
  radius: 40,
};
const yard: PlainPolygon = {
  type: "polygon",
  name: "yard",
  vertices: around(-37.81, 144.96, [0, 0], [100, 0], [100, 100], [0, 100]),
};
const date: PlainBox = {
  type: "boundingBox",
  name: "date",
  southWest: { latitude: -17, longitude: 179.5 },
  northEast: { latitude: -16, longitude: -179.5 },
};
const ferry: PlainGeoline = {
  type: "geoline",
  name: "ferry",
  vertices: points([0, 179], [0, -179], [1, 179.5]),
};

describe("a geofeature", () => {
  it("that is a circle has vertices at its radius", () => {
    const { points: ring = [] } = outlineOf(circle, 24) ?? {};
    expect(ring).to.have.length(24);
    for (const vertex of ring) expect(metresBetween(circle.center, vertex)).to.be.closeTo(40, 1e-6);
  });

  it("across the antimeridian has an outline without a seam", () => {
    const longitudes = (geofeature: PlainBox | PlainGeoline) =>
      outlineOf(geofeature, 0)?.points.map(({ longitude }) => longitude);
    expect(longitudes(date)).to.deep.equal([179.5, 180.5, 180.5, 179.5]);
    expect(longitudes(ferry)).to.deep.equal([179, 181, 179.5]);
  });

  it("has its middle on the earth", () => {
    expect(middleOf(date)).to.deep.equal({ latitude: -16.5, longitude: 180 });
    expect(middleOf(circle)).to.equal(circle.center);
    expect(middleOf({ type: "beacon", name: "till" })).to.equal(undefined);
    expect(middleOf({ ...ferry, vertices: [] })).to.equal(undefined);
  });

  it("reaches from its middle to its farthest point", () => {
    expect(reachOf(circle)).to.equal(40);
    expect(reachOf(yard)).to.be.closeTo(Math.hypot(50, 50), 0.5);
    expect(reachOf({ type: "beacon", name: "till" })).to.equal(0);
  });

  it("has an area, unless it is a line or a beacon", () => {
    expect(areaOf(circle)).to.be.closeTo(5026.5, 0.1);
    expect(areaOf(yard)).to.be.closeTo(10_000, 50);
    expect(areaOf(date)).to.be.closeTo(11.8e9, 0.1e9);
    expect(areaOf(ferry)).to.equal(0);
  });
});
