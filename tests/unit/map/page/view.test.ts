import { expect } from "chai";
import * as fc from "fast-check";

import { flightTo } from "../../../../map/page/flight";
import { pointAt, worldX, worldY } from "../../../../map/page/mercator";
import {
  bounded,
  boxOf,
  copiesIn,
  fitted,
  panned,
  toScreen,
  toWorld,
  zoomedAt,
  type View,
} from "../../../../map/page/view";
import { seed } from "../../../seed";

const view: View = { x: 0.6, y: 0.4, zoom: 8, width: 900, height: 600 };
const views: fc.Arbitrary<View> = fc
  .record({
    x: fc.double({ min: 0, max: 0.999, noNaN: true }),
    y: fc.double({ min: 0.1, max: 0.9, noNaN: true }),
    zoom: fc.double({ min: 3, max: 20, noNaN: true }),
    width: fc.integer({ min: 300, max: 2000 }),
    height: fc.integer({ min: 200, max: 1500 }),
  })
  .map(bounded);

describe("Web Mercator", () => {
  it("is undone by its inverse", () => {
    const degree = (limit: number): fc.Arbitrary<number> =>
      fc.double({ min: -limit, max: limit, noNaN: true });
    fc.assert(
      fc.property(degree(85), degree(179.9), (latitude, longitude) => {
        const point = pointAt(worldX(longitude), worldY(latitude));
        expect(point.latitude).to.be.closeTo(latitude, 1e-9);
        expect(point.longitude).to.be.closeTo(longitude, 1e-9);
      }),
      { seed },
    );
  });

  it("ends at 85°, where a pole stands at the edge", () => {
    expect(worldY(90)).to.be.closeTo(0, 1e-9);
    expect(worldY(-90)).to.be.closeTo(1, 1e-9);
  });
});

describe("a view of the map", () => {
  it("zooms around a pixel, whose place stays where it is", () => {
    fc.assert(
      fc.property(views, fc.double({ min: 0, max: 1, noNaN: true }), (before, part) => {
        const [x, y] = [before.width * part, before.height * part];
        const place = toWorld(before, x, y);
        const after = zoomedAt(before, 1, x, y);
        if (after.y === 0.5 || after.zoom < before.zoom + 1) return;
        const there = toScreen(after, place.x + Math.round(after.x - place.x), place.y);
        expect(Math.abs(there.y - y)).to.be.below(0.01);
      }),
      { seed },
    );
  });

  it("pans by pixels, and stays on the world", () => {
    const moved = panned(view, 100, 50);
    expect(toScreen(moved, view.x, view.y)).to.deep.equal({ x: 350, y: 250 });
    expect(boxOf(panned(view, 0, -1e9)).north).to.be.closeTo(0, 1e-12);
    expect(panned({ ...view, x: 0.999 }, 1e3, 0).x).to.be.below(0.1);
  });

  it("is never narrower than the world", () => {
    expect(bounded({ ...view, zoom: -5 }).zoom).to.be.closeTo(Math.log2(900 / 256), 1e-9);
  });

  it("shows a box whole between its margins", () => {
    fc.assert(
      fc.property(views, views, (from, { x, y }) => {
        const box = { west: x, east: x + 0.01, north: y, south: y + 0.02 };
        const target = fitted(from, box, { left: 120, right: 20, top: 30, bottom: 40 });
        const by = Math.round(target.x - x);
        const [first, last] = [toScreen(target, x + by, y), toScreen(target, x + by + 0.01, y + 0.02)];
        expect(first.x).to.be.at.least(119.9);
        expect(last.x).to.be.at.most(from.width - 19.9);
      }),
      { seed },
    );
  });

  it("shows what crosses the antimeridian in each copy of the world in sight", () => {
    const box = { west: 0.99, east: 1.02, north: 0.4, south: 0.5 };
    expect(copiesIn({ west: 0, east: 0.1, north: 0, south: 1 }, box)).to.deep.equal([-1]);
    expect(copiesIn({ west: -0.2, east: 1.1, north: 0, south: 1 }, box)).to.deep.equal([-1, 0]);
    expect(copiesIn({ west: 0.3, east: 0.4, north: 0, south: 1 }, box)).to.deep.equal([]);
    expect(copiesIn({ west: 0, east: 0.1, north: 0, south: 0.3 }, box)).to.deep.equal([]);
  });
});

describe("a flight over the map", () => {
  it("begins here, ends there, and takes less than a second", () => {
    fc.assert(
      fc.property(views, views, (from, target) => {
        const to = { ...target, width: from.width, height: from.height };
        const flight = flightTo(from, bounded(to));
        expect(flight.milliseconds).to.be.within(0, 1000);
        expect(flight.at(1)).to.deep.equal(bounded(to));
        expect(flight.at(0).zoom).to.be.closeTo(from.zoom, 1e-3);
      }),
      { seed },
    );
  });

  it("rises on a long way, and keeps its zoom on a short one", () => {
    const far = flightTo({ ...view, zoom: 14 }, { ...view, x: 0.1, zoom: 14 });
    expect(far.at(0.5).zoom).to.be.below(6);
    const near = flightTo({ ...view, zoom: 14 }, panned({ ...view, zoom: 14 }, 200, 0));
    expect(near.at(0.5).zoom).to.be.closeTo(14, 1e-9);
  });
});
