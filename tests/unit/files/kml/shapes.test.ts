import { expect } from "chai";

import { aPoint, aPolygon, kml, placemark, read } from "./reading";

const ring = (coordinates: string) => `<LinearRing><coordinates>${coordinates}</coordinates></LinearRing>`;
const outer = (coordinates: string) => `<outerBoundaryIs>${ring(coordinates)}</outerBoundaryIs>`;
const inner = (coordinates: string) => `<innerBoundaryIs>${ring(coordinates)}</innerBoundaryIs>`;
const line = (coordinates: string) => `<LineString><coordinates>${coordinates}</coordinates></LineString>`;
const point = (coordinates: string) => `<Point><coordinates>${coordinates}</coordinates></Point>`;

/** Shapes as pairs of longitude and latitude. */
function shapesIn(inside: string) {
  const { features, faults } = read(placemark(inside));
  expect(faults).to.deep.equal([]);
  return features.flatMap(({ shapes }) =>
    shapes.map((shape) => {
      const pairs = (points: readonly { longitude: number; latitude: number }[]) =>
        points.map(({ longitude, latitude }) => `${longitude},${latitude}`).join(" ");
      if (shape.kind === "point") return ["point", pairs([shape.point])];
      if (shape.kind === "line") return ["line", pairs(shape.points)];
      return ["polygon", pairs(shape.outline), ...shape.holes.map(pairs)];
    }),
  );
}

describe("the geometry of a placemark", () => {
  const cases: [what: string, inside: string, shapes: string[][]][] = [
    ["a point, with the longitude first", point("144.9,-37.8"), [["point", "144.9,-37.8"]]],
    ["a point without its altitude", point(" 144.9,-37.8,17.5\n"), [["point", "144.9,-37.8"]]],
    ["a point with blanks around commas", point("144.9 , -37.8"), [["point", "144.9,-37.8"]]],
    ["a number with an exponent", point("1.5e1,-2E-1"), [["point", "15,-0.2"]]],
    ["minus nought as nought", point("-0,-0.0"), [["point", "0,0"]]],
    ["a line", line("1,2 3,4\n\t5,6,7"), [["line", "1,2 3,4 5,6"]]],
    ["a ring of its own as a closed line", ring("0,0 0,1 1,1 0,0"), [["line", "0,0 0,1 1,1 0,0"]]],
    [
      "a polygon, without the last point, which repeats the first",
      `<Polygon>${outer("0,0 0,1 1,1 0,0")}</Polygon>`,
      [["polygon", "0,0 0,1 1,1"]],
    ],
    [
      "a polygon with holes",
      `<Polygon>${outer("0,0 0,9 9,9 0,0")}${inner("1,2 2,3 1,3 1,2")}${inner("4,5 5,6 4,6 4,5")}</Polygon>`,
      [["polygon", "0,0 0,9 9,9", "1,2 2,3 1,3", "4,5 5,6 4,6"]],
    ],
    [
      "multi-geometry within multi-geometry",
      `<MultiGeometry>${point("1,2")}<MultiGeometry>${line("1,2 3,4")}</MultiGeometry></MultiGeometry>`,
      [
        ["point", "1,2"],
        ["line", "1,2 3,4"],
      ],
    ],
    ["elements with a prefix", "<k:Point><k:coordinates>1,2</k:coordinates></k:Point>", [["point", "1,2"]]],
    ["no element of another name", `<constructor/>${aPoint}`, [["point", "144.9,-37.8"]]],
  ];
  for (const [what, inside, shapes] of cases) {
    it(`gives ${what}`, () => {
      expect(shapesIn(inside)).to.deep.equal(shapes);
    });
  }

  const faults: [what: string, inside: string, fault: string][] = [
    [
      "text in place of a longitude",
      point("abc,1"),
      'a.kml:2:32: longitude "abc" must be a number, such as "144.9631"',
    ],
    [
      "text in place of a latitude",
      point("1,NaN"),
      'a.kml:2:34: latitude "NaN" must be a number, such as "-37.8136"',
    ],
    [
      "a number that is too large",
      point("1,1e400"),
      'a.kml:2:34: latitude "1e400" must be a number, such as "-37.8136"',
    ],
    [
      "a hexadecimal number",
      point("0x10,1"),
      'a.kml:2:32: longitude "0x10" must be a number, such as "144.9631"',
    ],
    [
      "a longitude alone",
      line("1,2\n 3 4,5"),
      'a.kml:3:2: "3" is a longitude without a latitude; a position is longitude,latitude',
    ],
    [
      "nothing after a comma",
      point("1,"),
      "a.kml:2:34: the latitude of a position is missing beside a comma",
    ],
    [
      "nothing between commas",
      point("1,,3"),
      "a.kml:2:34: the latitude of a position is missing beside a comma",
    ],
    [
      "commas between positions",
      line("1,2,3,4"),
      "a.kml:2:37: a position of 4 numbers; it is longitude,latitude or longitude,latitude,altitude, with a blank between positions",
    ],
    ["a latitude beyond the pole", point("100,91"), "a.kml:2:32: latitude 91° is not between -90 and 90"],
    [
      "swapped numbers",
      point("-37.8,144.9"),
      'a.kml:2:32: the position -37.8,144.9 looks swapped; KML has the longitude first, and the option axes: "lat,lng" reads a file that has not',
    ],
    [
      "metres",
      point("16130000,-4550000"),
      "a.kml:2:32: the position 16130000,-4550000 is in metres of a map projection and not in degrees; convert it to WGS 84 (EPSG:4326) first",
    ],
    ["a point of two positions", point("1,2 3,4"), "a.kml:2:12: a Point has 2 positions, and must have one"],
    ["empty coordinates", line(" "), "a.kml:2:12: a LineString has no coordinates"],
    ["no coordinates", "<Point/>", "a.kml:2:12: a Point has no coordinates"],
    ["no outer boundary", "<Polygon/>", "a.kml:2:12: a Polygon has 0 outer boundaries, and must have one"],
    [
      "two outer boundaries",
      `<Polygon>${outer("0,0 0,1 1,1 0,0")}${outer("5,5 5,6 6,6 5,5")}</Polygon>`,
      "a.kml:2:12: a Polygon has 2 outer boundaries, and must have one",
    ],
  ];
  for (const [what, inside, fault] of faults) {
    it(`has a fault for ${what}`, () => {
      expect(read(placemark(inside))).to.deep.include({ faults: [fault], features: [] });
    });
  }

  it("has all faults of a file, each on its line", () => {
    const { faults } = read(placemark(line("a,1\nb,1\n1,c")));
    expect(faults.map((fault) => fault.split(": ")[0])).to.deep.equal([
      "a.kml:2:37",
      "a.kml:3:1",
      "a.kml:4:3",
    ]);
  });

  it("may have the latitude first, where an option says so", () => {
    const { features, faults } = read(placemark(`${point("-37.8,144.9")}${line("1,2,0 3,4,0")}`), "lat,lng");
    expect(faults).to.deep.equal([]);
    expect(
      features[0]?.shapes.map((shape) => (shape.kind === "point" ? shape.point : shape.kind)),
    ).to.deep.equal([{ longitude: 144.9, latitude: -37.8 }, "line"]);
  });

  it("closes a boundary that is open, and says so once", () => {
    const open = `<Polygon>${outer("0,0 0,1 1,1")}</Polygon>`;
    const { features, warnings } = read(kml(`<Placemark>${open}${open}</Placemark>`));
    expect(features[0]?.shapes).to.have.lengthOf(2);
    expect(warnings).to.deep.equal([
      "a.kml:2:38: a boundary that does not end where it begins is closed by an edge from its end to its beginning (and 1 more like it)",
    ]);
  });

  it("takes a longitude of the next turn around the earth, and says so", () => {
    const { features, warnings } = read(placemark(point("190.5,1")));
    expect(features[0]?.shapes[0]).to.deep.include({ point: { longitude: -169.5, latitude: 1 } });
    expect(warnings).to.deep.equal([
      "a.kml:2:32: longitude 190.5° is not between -180 and 180, and is taken as -169.5",
    ]);
  });

  it("has the place of each shape", () => {
    const { features } = read(placemark(`${aPoint}\n${aPolygon}`));
    expect(features[0]?.shapes.map(({ place }) => place)).to.deep.equal([
      { position: { line: 2, column: 12 } },
      { position: { line: 3, column: 1 } },
    ]);
  });

  it("reads 100,000 positions of one line in less than a second", () => {
    const many = Array.from({ length: 100_000 }, (_, at) => `${at / 1000},${at / 2000},0`).join("\n");
    const start = performance.now();
    expect(read(placemark(line(`${many}\nx,1`))).faults).to.have.lengthOf(1);
    expect(performance.now() - start).to.be.below(1_000);
  });
});
