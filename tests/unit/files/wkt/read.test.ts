import { wktToGeoJSON } from "betterknown";
import { expect } from "chai";
import fc from "fast-check";

import { Report } from "../../../../files/report";
import { shapesOfWkt } from "../../../../files/wkt/read";
import { isObject } from "../../../../provider/json";
import { seed } from "../../../seed";

function read(text: string): { shapes: unknown; faults: string[] } {
  const report = new Report();
  const shapes = shapesOfWkt(
    text,
    (index) => ({ position: { line: 1, column: index + 1 } }),
    "lng,lat",
    report,
  );
  return {
    shapes,
    faults: report.faultsInOrder().map(({ column, message }) => `${column}: ${message}`),
  };
}

describe("WKT", () => {
  const place = { position: { line: 1, column: 1 } };
  const point = { kind: "point", point: { latitude: 2, longitude: 1 } };
  const good: [text: string, shapes: unknown[]][] = [
    ["POINT (1 2)", [{ ...point, place: { position: { line: 1, column: 8 } } }]],
    ["SRID=4326;point z(1 2 3)", [{ ...point, place: { position: { line: 1, column: 19 } } }]],
    ["POINT ZM (1 2 3 4)", [{ ...point, place: { position: { line: 1, column: 11 } } }]],
    ["POINTZ(1 2 3)", [{ ...point, place: { position: { line: 1, column: 8 } } }]],
    ["POINT EMPTY", []],
    ["GEOMETRYCOLLECTION EMPTY", []],
    [
      "LINESTRING (1 2, -0 1e1)",
      [
        {
          kind: "line",
          points: [
            { latitude: 2, longitude: 1 },
            { latitude: 10, longitude: 0 },
          ],
          place,
        },
      ],
    ],
    [
      "MULTIPOINT ((1 2), 1 2)",
      [
        { ...point, place: { position: { line: 1, column: 14 } } },
        { ...point, place: { position: { line: 1, column: 20 } } },
      ],
    ],
  ];
  for (const [text, shapes] of good) {
    it(`is read: ${text}`, () => {
      expect(read(text)).to.deep.equal({ shapes, faults: [] });
    });
  }

  const wrong: [text: string, fault: string][] = [
    [
      "",
      "1: this is no WKT: the beginning must be one of POINT, LINESTRING, POLYGON, MULTIPOINT, MULTILINESTRING, MULTIPOLYGON, GEOMETRYCOLLECTION",
    ],
    [
      "CIRCLE (1 2, 3)",
      "1: this is no WKT: CIRCLE must be one of POINT, LINESTRING, POLYGON, MULTIPOINT, MULTILINESTRING, MULTIPOLYGON, GEOMETRYCOLLECTION",
    ],
    ["POINT 1 2", '7: this is no WKT: an opening bracket is missing before "1"'],
    ["POINT (1)", '9: this is no WKT: ")" must be a number'],
    ["POINT (1 2", "11: this is no WKT: a closing bracket is missing before the end"],
    ["POINT (1 2)x", "12: this is no WKT: something follows the end of the geometry"],
    ["POINT (NaN 2)", '8: this is no WKT: "NaN" must be a number'],
    ["POINT (1 1e400)", '10: this is no WKT: "1e400" must be a number'],
    [
      "SRID=3857;POINT (1 2)",
      "11: this is no WKT: its SRID is 3857, but a zone is in degrees of WGS 84 (4326); convert it first",
    ],
    [
      "POINT (16130000 -4550000)",
      "8: the position 16130000 -4550000 is in metres of a map projection and not in degrees; convert it to WGS 84 (EPSG:4326) first",
    ],
    [
      "POINT (-37.8 144.9)",
      '8: the position -37.8 144.9 looks swapped; WKT has the longitude first, and the option axes: "lat,lng" reads a file that has not',
    ],
    ["POINT (100 91)", "8: latitude 91° is not between -90 and 90"],
  ];
  for (const [text, fault] of wrong) {
    it(`is refused: ${text}`, () => {
      expect(read(text)).to.deep.equal({ shapes: undefined, faults: [fault] });
    });
  }

  it("is refused where collections nest without end", () => {
    const text = `${"GEOMETRYCOLLECTION(".repeat(1000)}POINT(1 2)${")".repeat(1000)}`;
    expect(read(text).faults).to.have.length(1);
  });

  it("is read as betterknown reads it", () => {
    const number = fc
      .tuple(fc.integer({ min: -80_000, max: 80_000 }), fc.boolean())
      .map(([thousandths, isPlain]) => (isPlain ? String(thousandths / 1000) : `${thousandths}e-3`));
    const position = fc.tuple(number, number).map((pair) => pair.join(" "));
    const blank = fc.constantFrom("", " ");
    const list = (each: fc.Arbitrary<string>, least: number) =>
      fc
        .tuple(fc.array(each, { minLength: least, maxLength: 5 }), blank)
        .map(([all, gap]) => `(${all.join(`,${gap}`)})`);
    // A ring that ends where it begins is opened.
    const ring = fc
      .uniqueArray(position, {
        minLength: 4,
        maxLength: 6,
        selector: (text) => text.split(" ").map(Number).join(),
      })
      .map((all) => `(${all.join(", ")})`);
    const geometry = fc.oneof(
      position.map((each) => `POINT (${each})`),
      list(position, 2).map((each) => `LINESTRING${each}`),
      list(ring, 1).map((each) => `POLYGON ${each}`),
      list(list(position, 2), 1).map((each) => `MULTILINESTRING ${each}`),
      list(list(ring, 1), 1).map((each) => `MULTIPOLYGON ${each}`),
    );
    fc.assert(
      fc.property(geometry, (text) => {
        const oracle: unknown = wktToGeoJSON(text);
        const { shapes, faults } = read(text);
        expect(faults).to.deep.equal([]);
        expect(numbersIn(shapes)).to.deep.equal(
          numbersIn(isObject(oracle) ? oracle["coordinates"] : undefined),
        );
      }),
      { seed },
    );
  });
});

/** All numbers in order: of shapes, longitude before latitude. */
function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value + 0];
  if (Array.isArray(value)) return value.flatMap(numbersIn);
  if (!isObject(value)) return [];
  if (typeof value["longitude"] === "number") return numbersIn([value["longitude"], value["latitude"]]);
  return [value["point"], value["points"], value["outline"], value["holes"]].flatMap(numbersIn);
}
