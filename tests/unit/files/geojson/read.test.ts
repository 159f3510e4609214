import { expect } from "chai";

import { zonesOf } from "../reading";

const feature = (geometry: object, properties: object = { name: "a" }) =>
  JSON.stringify({ type: "Feature", properties, geometry });
const radiiIn = (content: string, radius?: number) =>
  zonesOf(content, radius === undefined ? {} : { radius }).rows.flatMap(({ geofeatures }) =>
    geofeatures.map((each) => (each.type === "circle" ? each.radius : each.type)),
  );

describe("a radius in a geometry, as TomTom has it,", () => {
  const circle = (radius: number) => ({
    type: "Point",
    shapeType: "Circle",
    coordinates: [144, -37],
    radius,
  });

  it("is that of its point", () => {
    expect(radiiIn(feature(circle(75)), 40)).to.deep.equal([75]);
  });

  it("is that of its point alone, and not of others in the feature", () => {
    const geometries = [circle(75), { ...circle(20), coordinates: [145, -37] }];
    expect(radiiIn(feature({ type: "GeometryCollection", geometries }))).to.deep.equal([75, 20]);
  });

  it("comes after a property of the feature", () => {
    expect(radiiIn(feature(circle(75), { name: "a", radius: 60 }))).to.deep.equal([60]);
  });

  it("is a fault where it is no number", () => {
    const { faults } = zonesOf(feature({ ...circle(0), radius: "wide" }));
    expect(faults).to.deep.equal([
      'the feature ("a"): geometry.coordinates: radius "wide" must be a number of metres, such as 120',
    ]);
  });

  it("is left out of a corridor with a warning", () => {
    const corridor = { type: "LineString", shapeType: "Corridor", radius: 75 };
    const { rows, warnings } = zonesOf(feature({ ...corridor, coordinates: [[144, -37], [145, -37]] })); // prettier-ignore
    expect(rows[0]?.geofeatures[0]?.type).to.equal("geoline");
    expect(warnings).to.deep.equal([
      'the feature ("a"): geometry.coordinates: its radius 75, as TomTom has it for a corridor, is left out: a geoline has no width',
    ]);
  });
});

describe("a rectangle of two corners, as TomTom has it,", () => {
  const rectangle = (...coordinates: number[][]) =>
    feature({ type: "MultiPoint", shapeType: "Rectangle", coordinates });

  it("is an outline", () => {
    expect(zonesOf(rectangle([144, -37], [144.5, -36.5])).rows[0]?.geofeatures).to.deep.equal([
      {
        type: "polygon",
        name: "a",
        vertices: [
          { latitude: -37, longitude: 144 },
          { latitude: -37, longitude: 144.5 },
          { latitude: -36.5, longitude: 144.5 },
          { latitude: -36.5, longitude: 144 },
        ],
      },
    ]);
  });

  it("is a fault with one corner", () => {
    expect(zonesOf(rectangle([144, -37])).faults).to.deep.equal([
      'the feature ("a"): geometry.coordinates: it is [ [ 144, -37 ] ], but must be two corners of a rectangle',
    ]);
  });
});
