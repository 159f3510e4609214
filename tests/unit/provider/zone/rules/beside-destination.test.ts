import { expect } from "chai";

import type { Json, JsonObject } from "../../../../../provider/json";
import {
  validateBesideDestination,
  placeOfZone,
  swappedReason,
} from "../../../../../provider/zone/rules/beside-destination";
import { unknown } from "./table";

const circle = (latitude: Json, longitude: Json) => ({ type: "circle", center: { latitude, longitude } });
const zone = (...geofeatures: Json[]): JsonObject => ({ geofeatures });

describe("the place of a zone", () => {
  it("is that of its first geofeature", () => {
    expect(placeOfZone(zone(circle(1, 2), circle(3, 4)))).to.deep.equal({
      property: "geofeatures[0].center",
      place: { latitude: 1, longitude: 2 },
    });
  });

  it("is that of the first whose place is known and right", () => {
    const found = placeOfZone(
      zone(unknown, circle(unknown, 2), circle(91, 2), { type: "tower" }, circle(3, 4)),
    );
    expect(found?.property).to.equal("geofeatures[4].center");
  });

  it("is the middle of a box, also across the antimeridian", () => {
    const box = {
      type: "boundingBox",
      southWest: { latitude: -17, longitude: 179 },
      northEast: { latitude: -16, longitude: -177 },
    };
    expect(placeOfZone(zone(box))?.place).to.deep.equal({ latitude: -16.5, longitude: -179 });
  });

  for (const [what, nowhere] of [
    ["without geofeatures", {}],
    ["whose geofeatures are unknown", { geofeatures: unknown }],
  ] as const) {
    it(`is unknown for a zone ${what}`, () => {
      expect(placeOfZone(nowhere)).to.equal(undefined);
    });
  }
});

describe("beside its destination, a zone", () => {
  const rome = { latitude: 41.9, longitude: 12.5 };

  it("that would be near with its numbers swapped is warned of", () => {
    const [judgement] = validateBesideDestination(zone(circle(12.5, 41.91)), "rome-1", rome);
    expect(judgement?.severity).to.equal("warning");
    expect(judgement?.property).to.equal("geofeatures[0].center");
    expect(judgement?.reason).to.match(
      /^\(12\.5, 41\.91\) is 4,\d{3} km from the zone's destination "rome-1", but 1\.1 km with .*swapped; did you swap those of the zone or of the destination\?$/,
    );
  });

  for (const [what, place] of [
    ["near it", circle(41.91, 12.5)],
    ["far from it", circle(52.5, 13.4)],
    ["that is unknown", unknown],
  ] as const) {
    it(`${what} is not`, () => {
      expect(validateBesideDestination(zone(place), "rome-1", rome)).to.deep.equal([]);
    });
  }
});

describe("beside the other zones of its project", () => {
  it("a zone that looks swapped is told with two of them", () => {
    const place = { latitude: 12.5, longitude: 41.9 };
    expect(swappedReason({ label: "x", place, neighbours: ["a", "b"] })).to.equal(
      '(12.5, 41.9) is far from every other zone of its project, but with latitude and longitude swapped it is beside "a" and "b"; did you swap them?',
    );
  });
});
