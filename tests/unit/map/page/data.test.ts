import { expect } from "chai";
import * as fc from "fast-check";

import type { PlainGeofeature } from "../../../../geometry/plain-zone";
import { decodePage, encodePage, isPageData, type PageData } from "../../../../map/page/data";
import { seed } from "../../../seed";
import { everyChange, manyZones, modelOf, zoneOf } from "../models";

/** Degrees in steps of 1e-7, centimetres: what the page keeps. */
const degrees = (limit: number): fc.Arbitrary<number> =>
  fc.integer({ min: -limit * 1e7, max: limit * 1e7 }).map((steps) => steps / 1e7 + 0);
const point = fc.record({ latitude: degrees(90), longitude: degrees(180) });
const name = fc.string({ unit: "binary", maxLength: 12 });
const shape: fc.Arbitrary<PlainGeofeature> = fc.oneof(
  fc.record({
    type: fc.constant("circle" as const),
    name,
    center: point,
    radius: fc.integer({ min: 1, max: 1e7 }).map((centimetres) => centimetres / 100),
  }),
  fc.record({ type: fc.constant("boundingBox" as const), name, southWest: point, northEast: point }),
  fc.record({
    type: fc.constant("polygon" as const),
    name,
    vertices: fc.array(point, { minLength: 3, maxLength: 9 }),
  }),
  fc.record({
    type: fc.constant("geoline" as const),
    name,
    vertices: fc.array(point, { minLength: 2, maxLength: 9 }),
  }),
  fc.record({ type: fc.constant("beacon" as const), name }),
);

describe("the page's data", () => {
  it("is the model again, with every change, note, point and track", () => {
    const plain = everyChange();
    const shapes = plain.zones.map((zone) => zone.label);
    const model = decodePage(encodePage({ ...plain, notes: ["Unchanged zones are not in the plan."] }));
    expect(model.zones.map(({ label }) => label)).to.deep.equal(shapes);
    expect(model.notes).to.deep.equal(["Unchanged zones are not in the plan."]);
    expect(model.hidden).to.deep.equal(plain.hidden);
    expect(model.counts).to.deep.equal(plain.counts);
    expect(
      model.zones.map(({ details, settings, isDrifted }) => ({ details, settings, isDrifted })),
    ).to.deep.equal(
      plain.zones.map(({ details, settings, isDrifted }) => ({ details, settings, isDrifted })),
    );
  });

  it("gives shapes back to the centimetre", () => {
    const versions = fc.option(fc.array(shape, { maxLength: 4 }), { nil: undefined });
    fc.assert(
      fc.property(fc.array(fc.tuple(name, versions, versions), { maxLength: 6 }), (zones) => {
        const model = modelOf(
          zones.map(([label, before, after]) =>
            zoneOf(label, "move", { ...(before && { before }), ...(after && { after }) }),
          ),
        );
        expect(decodePage(parsed(JSON.stringify(encodePage(model))))).to.deep.equal(model);
      }),
      { seed },
    );
  });

  it("gives points and a track back", () => {
    fc.assert(
      fc.property(fc.array(fc.array(point)), fc.array(fc.record({ name, point })), (track, points) => {
        const model = modelOf([], { track, points });
        expect(decodePage(encodePage(model))).to.deep.equal(model);
      }),
      { seed },
    );
  });

  it("has one letter a change, and names and labels once where they are equal", () => {
    const data = encodePage(modelOf([zoneOf("a", "create"), zoneOf("b", "drift", { name: "B" })]));
    expect(data.changes).to.equal("cf");
    expect(data.names).to.deep.equal([0, "B"]);
  });

  it("is small: 10,000 zones with 15,000 shapes are less than 1.2 MB", () => {
    expect(JSON.stringify(encodePage(manyZones(10_000))).length).to.be.below(1_200_000);
  });

  it("refuses a letter that stands for no change", () => {
    const data = encodePage(modelOf([zoneOf("a", "create")]));
    expect(() => decodePage({ ...data, changes: "x" })).to.throw("x stands for no change");
  });
});

/** As the browser reads it. */
function parsed(text: string): PageData {
  const value: unknown = JSON.parse(text);
  if (!isPageData(value)) throw new Error("This is no data of a page.");
  return value;
}
