import type { Json } from "../../../../../provider/json";
import { boxRule } from "../../../../../provider/zone/rules/box";
import { followTable, unknown } from "./table";

const box = (south: Json, west: Json, north: Json, east: Json) => ({
  type: "boundingBox",
  southWest: { latitude: south, longitude: west },
  northEast: { latitude: north, longitude: east },
});

/** A box on the equator, as wide as it is high, of about this many square metres. */
const square = (area: number) => box(0, 10, Math.sqrt(area) / 110_574, 10 + Math.sqrt(area) / 111_319.5);

describe("the rule for a bounding box", () => {
  followTable(boxRule, [
    ["a box", box(-37.82, 144.97, -37.81, 144.98)],
    ["a box across the antimeridian", box(-17, 179.9, -16.9, -179.9)],
    ["a box of a little more than 70 m²", square(70.8)],
    ["a box of 70.7 m²", square(70.6), ["warning", "northEast", /^its area is 70\.6 m², .*70 m².*; move/]],
    ["a box of 69.4 m²", square(69.4), ["warning", "northEast", /69\.4 m²/]],
    [
      "a box of 69.2 m²",
      square(69.2),
      ["fault", "northEast", /^its area is 69\.2 m², but must be at least 70 m²; move its corners apart$/],
    ],
    [
      "a small box across the antimeridian",
      box(0, 179.99999, 0.00001, -179.99999),
      ["fault", "northEast", /2\.5 m²/],
    ],
    [
      "corners that are swapped",
      box(11, 21, 10, 20),
      ["fault", "northEast", /^\(10, 20\) is south-west of southWest \(11, 21\); swap the two corners$/],
    ],
    [
      "south above north",
      box(11, 20, 10, 21),
      ["fault", "northEast", /latitude 10 is south of southWest's 11; swap/],
    ],
    [
      "west beyond east",
      box(10, 21, 11, 20),
      ["fault", "northEast", /longitude 20 is west of southWest's 21; swap/],
    ],
    ["one point", box(10, 20, 10, 20), ["fault", "northEast", /\(10, 20\).*one point.*; move/]],
    ["no height", box(10, 20, 10, 21), ["fault", "northEast", /one parallel.*; move/]],
    ["no width", box(10, 20, 11, 20), ["fault", "northEast", /one meridian.*; move/]],
    ["a box with an unknown latitude", box(unknown, 21, 10, 20)],
    ["a box with a latitude that is judged elsewhere", box(91, 21, 10, 20)],
    ["a box with a corner of which nothing is known", { ...box(11, 21, 10, 20), northEast: unknown }],
    ["a box without a corner", { type: "boundingBox", northEast: { latitude: 1, longitude: 1 } }],
  ]);
});
