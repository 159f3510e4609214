import { output, type Input } from "@pulumi/pulumi";
import { expect } from "chai";

import { check } from "../../../../provider/lifecycle/check";
import type { PointArgs } from "../../../../provider/point";
import type { GeofeatureArgs } from "../../../../provider/zone/geofeatures";
import { zone as definition } from "../../../../provider/zone/definition";
import type { PointLike } from "../../../../provider/zone/points";
import { boundingBox, circle, geoline, polygon } from "../../../../provider/zone/geofeature-helpers";
import { valueOf } from "../mocks";
import { zone } from "../samples";
import { untyped } from "./untyped";

const point = { latitude: -37.5, longitude: 144.5 };
const options = { color: "#429BD5", extraFields: { laterField: 5 } };

describe("a point of a helper", () => {
  const read: [title: string, given: PointLike][] = [
    ["an object", point],
    ["a pair", [-37.5, 144.5]],
    ["text", "-37.5,144.5"],
    ["text with blanks", " -37.5 ,  144.5 "],
    ["text in round brackets", "(-37.5, 144.5)"],
    ["text in square brackets", "[-37.50,144.5]"],
    ["text with a plus", "-37.5, +144.5"],
    ["text with the minus of a page", "\u221237.5, 144.5"],
  ];
  for (const [title, given] of read) {
    it(`may be ${title}`, () => {
      expect(circle("door", given, 40).center).to.deep.equal(point);
    });
  }

  it("is left as it is where it comes later, whole or in part", async () => {
    const [later, promised, latitude] = [output(point), Promise.resolve(point), output(-37.5)];
    expect(circle("door", later, 40).center).to.equal(later);
    expect(circle("door", promised, 40).center).to.equal(promised);
    expect(await valueOf(output(circle("door", [latitude, 144.5], 40).center))).to.deep.equal(point);
  });

  it("may lie outside the earth, which is told with all other faults of the zone", () => {
    expect(circle("door", [-370, 144.5], 40).center).to.deep.equal({ latitude: -370, longitude: 144.5 });
  });

  const refused: [title: string, given: unknown, told: string][] = [
    ["one number", [1], "[ 1 ]"],
    ["three numbers", [1, 2, 3], "[ 1, 2, 3 ]"],
    ["numbers as text in a pair", ["1", "2"], "[ '1', '2' ]"],
    ["what is no number", [NaN, 2], "[ NaN, 2 ]"],
    ["an object of other keys", { lat: 1, lng: 2 }, "{ lat: 1, lng: 2 }"],
    ["an object with text", { latitude: "1", longitude: 2 }, "{ latitude: '1', longitude: 2 }"],
    ["nothing", undefined, "undefined"],
    ["null", null, "null"],
    ["one number as text", "1", '"1"'],
    ["text with a blank alone, as WKT writes longitude first", "144.5 -37.5", '"144.5 -37.5"'],
    ["text with degrees", "37.5° S, 144.5° E", '"37.5° S, 144.5° E"'],
    ["text with half a bracket", "(1, 2", '"(1, 2"'],
    ["text with decimal commas", "1,5, 2,5", '"1,5, 2,5"'],
    ["long text, cut", "x".repeat(100), `"${"x".repeat(79)}…`],
  ];
  for (const [title, given, logged] of refused) {
    it(`is refused at once where it is ${title}`, () => {
      expect(() => untyped(circle, "door", given, 40)).to.throw(
        `circle "door": its center ${logged} is no point, such as [-37.818, 144.9775] or "-37.818, 144.9775" (latitude first).`,
      );
    });
  }
});

describe("a helper for a geofeature", () => {
  const places: PointLike[] = ["1, 1", [1, 2], { latitude: 2, longitude: 2 }];
  const vertices = [
    { latitude: 1, longitude: 1 },
    { latitude: 1, longitude: 2 },
    { latitude: 2, longitude: 2 },
  ];
  const corners = { northEast: { latitude: 2, longitude: 4 }, southWest: { latitude: 1, longitude: 3 } };
  const shapes: [title: string, made: GeofeatureArgs, expected: GeofeatureArgs][] = [
    [
      "a circle",
      circle("door", "-37.5, 144.5", 40, options),
      { type: "circle", name: "door", center: point, radius: 40, ...options },
    ],
    [
      "a box",
      boundingBox("yard", ["2, 4", "1, 3"], options),
      { type: "boundingBox", name: "yard", ...corners, ...options },
    ],
    [
      "a polygon",
      polygon("plaza", places, options),
      { type: "polygon", name: "plaza", vertices, ...options },
    ],
    [
      "a geoline",
      geoline("kerb", places, { extraFields: {} }),
      { type: "geoline", name: "kerb", vertices, extraFields: {} },
    ],
  ];
  for (const [title, made, expected] of shapes) {
    it(`makes ${title} as it would be written out`, () => {
      expect(made).to.deep.equal(expected);
    });
  }

  it("makes what a Zone takes", async () => {
    const geofeatures = [
      circle("door", "-37.5, 144.5", 40),
      boundingBox("yard", ["-37.1, 144.8", "-37.2, 144.9"]),
      polygon("plaza", places),
      geoline("kerb", places),
    ];
    const args = { ...zone(), geofeatures: await valueOf(output(geofeatures)) };
    expect(check(definition, args).failures).to.deep.equal([]);
  });

  it("leaves names, radii and lists that come later as they are", () => {
    const [name, radius, later] = [output("door"), output(40), output(vertices)];
    expect(circle(name, point, radius)).to.include({ name, radius });
    expect(polygon("plaza", later).vertices).to.equal(later);
    expect(geoline("kerb", Promise.resolve(vertices)).vertices).to.be.instanceOf(Promise);
  });

  const refused: [title: string, make: () => unknown, sentence: string][] = [
    [
      "a vertex by its place",
      () => polygon("plaza", ["1, 1", "1"]),
      'polygon "plaza": its vertices[1] "1" is no point',
    ],
    [
      "the vertex of a geoline",
      () => geoline("kerb", ["x"]),
      'geoline "kerb": its vertices[0] "x" is no point',
    ],
    [
      "vertices that are no list",
      () => untyped(polygon, "plaza", "1, 1"),
      'polygon "plaza": its vertices are "1, 1", but must be a list of points.',
    ],
    [
      "a corner by its place",
      () => boundingBox("yard", ["1, 1", "2"]),
      'boundingBox "yard": its second corner "2" is no point',
    ],
    [
      "a corner by its name",
      () => boundingBox("yard", { northEast: "1, 1", southWest: "2" }),
      'boundingBox "yard": its southWest "2" is no point',
    ],
    ["no name that comes later", () => circle(output("door"), "x", 1), 'circle: its center "x" is no point'],
  ];
  for (const [title, make, sentence] of refused) {
    it(`names ${title} in what it refuses`, () => {
      expect(make).to.throw(sentence);
    });
  }
});

describe("boundingBox", () => {
  const northEast = { latitude: 2, longitude: 4 };
  const southWest = { latitude: 1, longitude: 3 };
  const orders: [title: string, corners: [PointLike, PointLike]][] = [
    ["north-east and south-west", ["2, 4", "1, 3"]],
    ["south-west and north-east", ["1, 3", "2, 4"]],
    ["north-west and south-east", ["2, 3", "1, 4"]],
    ["south-east and north-west", ["1, 4", "2, 3"]],
  ];
  for (const [title, corners] of orders) {
    it(`puts right ${title}`, () => {
      expect(boundingBox("yard", corners)).to.deep.equal({
        type: "boundingBox",
        name: "yard",
        northEast,
        southWest,
      });
    });
  }

  it("takes a box of half the earth as it is", () => {
    expect(boundingBox("half", ["0, -90", "1, 90"]).northEast).to.deep.equal({ latitude: 1, longitude: 90 });
  });

  it("refuses corners that may mean either side of the antimeridian", () => {
    expect(() => boundingBox("Taveuni", ["-16.7, -179.8", "-17, 179.8"])).to.throw(
      'boundingBox "Taveuni": the longitudes of "-16.7, -179.8" and "-17, 179.8" are more than 180° apart, so the box ' +
        "may cross the antimeridian or not; name the corners: { northEast, southWest }.",
    );
  });

  it("takes corners by name as they are", () => {
    expect(boundingBox("Taveuni", { northEast: "-16.7, -179.8", southWest: [-17, 179.8] })).to.deep.include({
      northEast: { latitude: -16.7, longitude: -179.8 },
      southWest: { latitude: -17, longitude: 179.8 },
    });
  });

  const later: [title: string, first: Input<PointArgs>, second: PointLike][] = [
    ["an Output", output(northEast), southWest],
    ["a Promise", Promise.resolve(northEast), southWest],
    ["in part an Output", { latitude: output(2), longitude: 4 }, southWest],
  ];
  for (const [title, first, second] of later) {
    it(`takes the first corner for the north-east where one is ${title}`, () => {
      const box = boundingBox("yard", [first, second]);
      expect(box.northEast).to.equal(first);
      expect(box.southWest).to.equal(second);
    });
  }
});
