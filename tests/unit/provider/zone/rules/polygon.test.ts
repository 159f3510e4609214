import type { Json } from "../../../../../provider/json";
import { polygonRule } from "../../../../../provider/zone/rules/polygon";
import { followTable, unknown } from "./table";

const polygon = (...vertices: (readonly [Json, Json])[]) => ({
  type: "polygon",
  vertices: vertices.map(([latitude, longitude]) => ({ latitude, longitude })),
});

/** A square on the equator of about this many square metres. */
const square = (area: number) => {
  const [north, east] = [Math.sqrt(area) / 110_574, Math.sqrt(area) / 111_319.5];
  return polygon([0, 10], [0, 10 + east], [north, 10 + east], [north, 10]);
};

const round = (count: number, closing: readonly (readonly [number, number])[] = []) =>
  polygon(
    ...Array.from({ length: count }, (_, at): [number, number] => [
      50 + 0.01 * Math.sin((2 * Math.PI * at) / count),
      10 + 0.01 * Math.cos((2 * Math.PI * at) / count),
    ]),
    ...closing,
  );

describe("the rule for a polygon", () => {
  followTable(polygonRule, [
    ["a triangle", polygon([1, 1], [1, 2], [2, 2])],
    ["a closed triangle", polygon([1, 1], [1, 2], [2, 2], [1, 1])],
    ["a square of a little more than 70 m²", square(70.8)],
    [
      "a square of 70.6 m²",
      square(70.6),
      ["warning", "vertices", /^its area is 70\.6 m², .*70 m².*; make the outline larger/],
    ],
    ["a square of 69.4 m²", square(69.4), ["warning", "vertices", /69\.4 m²/]],
    [
      "a square of 69.2 m²",
      square(69.2),
      [
        "fault",
        "vertices",
        /^its area is 69\.2 m², but must be at least 70 m²; make the outline larger, or leave the polygon out/,
      ],
    ],
    ["300 vertices", round(300)],
    ["300 vertices and the first once more", round(300, [[50, 10.01]])],
    ["301 vertices", round(301), ["warning", "vertices", /^it has 301 vertices, .*300; leave out/]],
    [
      "a bow-tie, of which the area is nothing to speak of",
      polygon([0, 0], [1, 1], [1, 0], [0, 1]),
      [
        "fault",
        "vertices",
        /^edge 0–1 from \(0, 0\) crosses edge 2–3 from \(1, 0\); list the vertices in the order/,
      ],
    ],
    [
      "three crossings, of which one fault is made",
      polygon([0, 3], [9, 5], [4, 0], [4, 8], [9, 2]),
      [
        "fault",
        "vertices",
        /^edge 0–1 from \(0, 3\) crosses edge 2–3 from \(4, 0\), edge 0–1 .* crosses edge 3–4 .*, and there are more; /,
      ],
    ],
    [
      "a spike",
      polygon([0, 0], [0, 2], [3, 2], [1, 2], [1, 0]),
      [
        "fault",
        "vertices",
        /^edge 1–2 from \(0, 2\) and edge 2–3 from \(3, 2\) go over each other at vertex 2 \(3, 2\); leave the vertex out/,
      ],
    ],
    [
      "an edge traced twice",
      polygon([0, 0], [0, 4], [2, 4], [0, 3], [0, 1], [2, 0]),
      ["fault", "vertices", /^edge 0–1 from \(0, 0\) lies on edge 3–4 from \(0, 3\); .*two polygons$/],
    ],
    [
      "a vertex that touches an edge",
      polygon([0, 0], [0, 4], [3, 4], [0, 2], [3, 0]),
      ["fault", "vertices", /^vertex 3 \(0, 2\) lies on edge 0–1 from \(0, 0\); .*move the vertex aside/],
    ],
    [
      "a place visited twice",
      polygon([0, 0], [1, 1], [0, 2], [2, 2], [1, 1], [2, 0]),
      ["fault", "vertices", /^vertices 1 and 4 are one place, \(1, 1\); /],
    ],
    [
      "a repeated vertex",
      polygon([0, 0], [0, 1], [0, 1], [1, 1]),
      [
        "warning",
        "vertices",
        /^vertices 1 and 2 are one place, \(0, 1\); the outline is the same without one/,
      ],
    ],
    [
      "a repeated vertex in a small triangle, both told",
      polygon([0, 0], [0, 0.00001], [0, 0.00001], [0.00001, 0.00001]),
      ["warning", "vertices", /one place/],
      ["fault", "vertices", /its area is 0\.6 m²/],
    ],
    [
      "there and back",
      polygon([0, 0], [1, 1], [0, 0]),
      ["fault", "vertices", /^they are 2 different places, but must be at least 3; add/],
    ],
    [
      "a bow-tie across the antimeridian",
      polygon([0, 179], [1, -179], [1, 179], [0, -179]),
      ["fault", "vertices", /edge 0–1 .* crosses edge 2–3/],
    ],
    ["a ring around the pole", polygon([-89, 0], [-89, 90], [-89, 180], [-89, -90])],
    ["too few vertices, which are told at the list", polygon([0, 0], [0, 0])],
    [
      "vertices that are one place, with an unknown one in between",
      polygon([0, 0], [1, unknown], [0, 0], [1, 1], [2, 0]),
    ],
    ["a bow-tie with an unknown vertex", polygon([0, 0], [1, unknown], [1, 0], [0, 1])],
    ["a bow-tie with a vertex that is judged elsewhere", polygon([0, 0], [91, 1], [1, 0], [0, 1])],
    ["a polygon of which nothing is known", { type: "polygon", vertices: unknown }],
    ["a polygon without vertices", { type: "polygon" }],
  ]);
});
