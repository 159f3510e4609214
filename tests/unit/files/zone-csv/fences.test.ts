import { expect } from "chai";

import { faultsIn, warnedOf, withCell, zoneWith } from "./tables";

const geofeatures = (fences: string) => zoneWith("fences", fences)?.geofeatures;
const point = (latitude: number, longitude: number) => ({ latitude, longitude });

describe("a fence of a CSV file", () => {
  const circle = { type: "circle", name: "Circle 1", center: point(10.5, -20.25), radius: 50 };
  const line = { type: "geoline", name: "Geoline 1", vertices: [point(1, 2), point(3, 4)] };
  const triangle = { type: "polygon", name: "Polygon 1", vertices: [point(1, 2), point(3, 4), point(5, 2)] };
  const cases: [string, string, unknown][] = [
    ["is a circle", "circle;50;10.5 -20.25", circle],
    ["may begin with a capital", "Circle;50;10.5 -20.25", circle],
    ["may be in capitals", "CIRCLE;50;10.5 -20.25", circle],
    ["may have blanks around its parts", " circle ; 50 ;  10.5   -20.25 ", circle],
    ["may have a separator at its end", "circle;50;10.5 -20.25;|", circle],
    ["may have numbers written another way", "circle;5e1;+10.50 -20.250", circle],
    ["may have the least radius", "circle;5;10.5 -20.25", { ...circle, radius: 5 }],
    ["may stand on a pole", "circle;50;-90 180", { ...circle, center: point(-90, 180) }],
    ["has no minus nought", "circle;50;-0 -0.0", { ...circle, center: point(0, 0) }],
    [
      "is a boundingBox where the file says rectangle",
      "rectangle;2 4;1 3",
      { type: "boundingBox", name: "Rectangle 1", northEast: point(2, 4), southWest: point(1, 3) },
    ],
    [
      "may cross the 180th meridian",
      "rectangle;2 -179.9;1 179.9",
      { type: "boundingBox", name: "Rectangle 1", northEast: point(2, -179.9), southWest: point(1, 179.9) },
    ],
    ["is a polygon", "polygon;1 2;3 4;5 2", triangle],
    ["loses a last point that repeats the first", "polygon;1 2;3 4;5 2;1.0 2.00", triangle],
    ["is a geoline", "geoline;1 2;3 4", line],
    [
      "keeps a geoline that ends where it began",
      "geoline;1 2;3 4;1 2",
      { ...line, vertices: [...line.vertices, point(1, 2)] },
    ],
  ];
  for (const [title, text, expected] of cases) {
    it(title, () => expect(geofeatures(text)).to.deep.equal([expected]));
  }

  it("is named by its kind and its number, so that one at the end renames no other", () => {
    const names = (fences: string) => geofeatures(fences)?.map(({ name }) => name);
    const before = "circle;50;10 20|rectangle;2 4;1 3|circle;60;10 20";
    expect(names(before)).to.deep.equal(["Circle 1", "Rectangle 1", "Circle 2"]);
    expect(names(`${before}|rectangle;4 8;3 7`)).to.deep.equal([
      "Circle 1",
      "Rectangle 1",
      "Circle 2",
      "Rectangle 2",
    ]);
  });
});

describe("corners of a rectangle the wrong way round are put right with a warning", () => {
  const cases: [string, string, [number, number, number, number]][] = [
    ["south for north", "rectangle;1 4;2 3", [2, 4, 1, 3]],
    ["west for east", "rectangle;2 3;1 4", [2, 4, 1, 3]],
    ["both", "rectangle;1 3;2 4", [2, 4, 1, 3]],
    ["both across the 180th meridian", "rectangle;1 179.9;2 -179.9", [2, -179.9, 1, 179.9]],
    ["west for east across the 180th meridian", "rectangle;2 179.9;1 -179.9", [2, -179.9, 1, 179.9]],
  ];
  for (const [title, text, [north, east, south, west]] of cases) {
    it(title, () => {
      const { zones, warnings } = warnedOf(withCell("fences", text));
      expect(zones[0]?.geofeatures).to.deep.equal([
        {
          type: "boundingBox",
          name: "Rectangle 1",
          northEast: point(north, east),
          southWest: point(south, west),
        },
      ]);
      expect(warnings).to.deep.equal([
        "text:2:17 (fences): the corners of the rectangle are the wrong way round; " +
          `taken as north-east ${north} ${east}, south-west ${south} ${west}`,
      ]);
    });
  }
});

describe("a fence that is wrong is pointed at", () => {
  // Columns count from the field's opening quote, which is the 16th character of the line.
  const cases: [string, string, string[]][] = [
    ["no fence", " ", ["17: fences is missing, and it is required"]],
    [
      "an unknown kind",
      "ellipse;50;10 20",
      ['17: "ellipse" is no kind of fence; the kinds are circle, rectangle, polygon, geoline'],
    ],
    [
      "a misspelt kind",
      "circle;50;10 20|circel;50;10 20",
      ['33: "circel" is no kind of fence; did you mean circle?'],
    ],
    [
      "the API's word for a rectangle",
      "boundingBox;2 4;1 3",
      ['17: "boundingBox" is no kind of fence; did you mean rectangle?'],
    ],
    [
      "an empty fence",
      "circle;50;10 20||circle;60;10 20",
      ["33: a fence must begin with its kind: circle, rectangle, polygon, geoline"],
    ],
    ["a small radius", "circle;4.9;10 20", ["24: radius 4.9 m is below the least of 5 m"]],
    ["a radius with a unit", "circle;50m;10 20", ['24: radius "50m" must be a number, such as "120"']],
    [
      "a radius beyond all numbers",
      "circle;1e400;10 20",
      ['24: radius "1e400" must be a number, such as "120"'],
    ],
    ["a radius in hexadecimal", "circle;0x32;10 20", ['24: radius "0x32" must be a number, such as "120"']],
    [
      "a circle without a centre",
      "circle;50",
      ['17: a circle is "circle;<radius in metres>;<latitude> <longitude>"'],
    ],
    [
      "a circle with too much",
      "circle;50;10 20;30 40",
      ['17: a circle is "circle;<radius in metres>;<latitude> <longitude>"'],
    ],
    ["a latitude beyond a pole", "circle;50;-370 20", ["27: latitude -370° is not between -90 and 90"]],
    [
      "a longitude beyond what a map counts to",
      "circle;50;10 540.1",
      ["30: longitude 540.1° is not between -180 and 180"],
    ],
    [
      "both beyond",
      "circle;50;91 541",
      ["27: latitude 91° is not between -90 and 90", "30: longitude 541° is not between -180 and 180"],
    ],
    [
      "longitude before latitude",
      "circle;50;144.97 -37.81",
      ["27: latitude 144.97° is not between -90 and 90; latitude comes first"],
    ],
    [
      "a comma between",
      "circle;50;10, 20",
      ['27: "10, 20" must be a latitude and a longitude with a blank between, such as "10 20"'],
    ],
    [
      "decimal commas",
      "circle;50;10,5 20,5",
      [
        '27: "10,5 20,5" must be a latitude and a longitude with a blank between, such as "-33.8731 151.2066"',
      ],
    ],
    ["words for numbers", "circle;50;ten 20", ['27: latitude "ten" must be a number, such as "35.6724"']],
    [
      "one number for a point",
      "geoline;1 2;3",
      ['29: "3" must be a latitude and a longitude with a blank between, such as "-33.8731 151.2066"'],
    ],
    ["a polygon of two points", "polygon;1 2;3 4", ["17: the polygon has 2 points, but needs 3 or more"]],
    [
      "a polygon that closes after two points",
      "polygon;1 2;3 4;1 2",
      ["17: the polygon has 2 points, but needs 3 or more"],
    ],
    ["a geoline of one point", "geoline;1 2", ["17: the geoline has 1 point, but needs 2 or more"]],
    ["a kind alone", "polygon", ["17: the polygon has 0 points, but needs 3 or more"]],
    [
      "a rectangle with one corner",
      "rectangle;2 4",
      ['17: a rectangle is "rectangle;<north-east latitude longitude>;<south-west latitude longitude>"'],
    ],
    [
      "a rectangle without area",
      "rectangle;2 4;2 3",
      ["17: the corners of the rectangle are on one line, so that it has no area"],
    ],
    [
      "several at once",
      "circle;1;10 20|geoline;1 2;95 4",
      [
        "24: radius 1 m is below the least of 5 m",
        "44: latitude 95° is not between -90 and 90; latitude comes first",
      ],
    ],
  ];
  for (const [title, text, expected] of cases) {
    it(title, () => {
      expect(faultsIn(withCell("fences", text))).to.deep.equal(
        expected.map((line) => `text:2:${line.replace(":", " (fences):")}`),
      );
    });
  }
});
