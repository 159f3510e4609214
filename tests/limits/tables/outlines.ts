/** The geofeatures that are lists of vertices. */
import { objects } from "../places";
import type { Changes, Row, Section } from "../row";
import { areaRows, square, vertices, type Pair } from "./shapes";

const { polygon, geoline } = objects;

/** 28.6° and 77.2° are a valid place in either order. */
const swapRows: readonly Row[] = [
  {
    property: "vertices",
    rule: "none is a place only with latitude and longitude swapped",
    from: "this provider",
    accepted: [vertices([-37, 144], [-38, 144], [-38, 145])],
    boundary: [vertices([-90, 144], [-38, 144], [-38, 145])],
    rejected: [
      [
        vertices([144, -37], [-38, 144], [-38, 145]),
        /^\(144, -37\) is no place, but \(-37, 144\) is; did you swap latitude and longitude\?$/,
        ["vertices[0].latitude", /^it is 144, but must be a number of degrees from -90 to 90$/],
      ],
    ],
  },
  {
    property: "vertices",
    rule: "none lies within 100 km of the others only with latitude and longitude swapped, and beyond 500 km without",
    from: "this provider",
    severity: "warning",
    accepted: [vertices([28.6, 77.2], [28.6, 77.3], [28.7, 77.2])],
    boundary: [vertices([28.6, 77.2], [28.6, 77.3], [77.2, 27.68])],
    rejected: [
      [
        vertices([28.6, 77.2], [28.6, 77.3], [77.2, 27.71]),
        [
          "vertices[2]",
          /^\(77\.2, 27\.71\) is [\d,]+ km from vertices\[0\], but 99 km with .*; did you swap them\?$/,
        ],
      ],
    ],
  },
];

/** An outline of this many vertices around a place. */
const round = (count: number) =>
  vertices(
    ...Array.from({ length: count }, (_, index): Pair => {
      const turn = (2 * Math.PI * index) / count;
      return [50 + 0.01 * Math.sin(turn), 10 + 0.01 * Math.cos(turn)];
    }),
  );

/** Farther than what counts as one place, by ten times. */
const aside = 1e-8;

/** An outline that meets itself where the gap is 0, and not where it is more. */
const outline = (
  rule: string,
  shape: (gap: number) => Changes,
  words: RegExp,
  severity: "fault" | "warning" = "fault",
): Row => ({
  property: "vertices",
  rule,
  from: "this provider",
  severity,
  accepted: [shape(0.5)],
  boundary: [shape(aside)],
  rejected: [[shape(0), words]],
});

const outlineRows: readonly Row[] = [
  outline(
    "no vertex is the same place as the one before; the last may repeat the first",
    (gap) => vertices([0, 0], [0, 1], [gap, 1], [1, 1], [1, 0.5], [0, 0]),
    /^vertices 1 and 2 are one place, \(0, 1\); the outline is the same without one of the two$/,
    "warning",
  ),
  {
    property: "vertices",
    rule: "no two edges cross",
    from: "this provider",
    accepted: [vertices([0, 0], [1, 0], [1, 1], [0, 1])],
    boundary: [vertices([0, 0], [1, 1 - aside], [1, 1], [0, 1])],
    rejected: [
      [
        vertices([0, 0], [1, 1], [1, 0], [0, 1]),
        /^edge 0–1 from \(0, 0\) crosses edge 2–3 from \(1, 0\); list the vertices in the order/,
      ],
    ],
  },
  outline(
    "no spike: the outline does not go back on itself",
    (gap) => vertices([0, 0], [0, 2], [3, 2], [1, 2 - gap], [1, 0]),
    /^edge 1–2 from .* and edge 2–3 from .* go over each other at vertex 2 \(3, 2\); leave the vertex out, or move it aside$/,
  ),
  outline(
    "no edge lies on another",
    (gap) => vertices([0, 0], [0, 4], [2, 4], [gap, 3], [gap, 1], [2, 0]),
    /^edge 0–1 from \(0, 0\) lies on edge 3–4 from \(0, 3\); an outline may pass a place once/,
  ),
  outline(
    "no vertex lies on an edge",
    (gap) => vertices([0, 0], [0, 4], [3, 4], [gap, 2], [3, 0]),
    /^vertex 3 \(0, 2\) lies on edge 0–1 from \(0, 0\); an outline may pass a place once/,
  ),
  outline(
    "no place twice",
    (gap) => vertices([0, 0], [1, 1], [0, 2], [2, 2], [1 + gap, 1], [2, 0]),
    /^vertices 1 and 4 are one place, \(1, 1\); an outline may pass a place once/,
  ),
];

export const outlineSections: readonly Section[] = [
  {
    title: "Geofeature `polygon`",
    part: true,
    places: [polygon],
    rows: [
      {
        property: "vertices",
        rule: "a list of 3 or more",
        from: "Config API 1.2.0",
        accepted: [vertices([0, 0], [0, 1], [1, 1], [1, 0])],
        boundary: [vertices([0, 0], [0, 1], [1, 1])],
        rejected: [[vertices([0, 0], [0, 1]), /^it has 2 of vertices, but needs 3 or more$/]],
      },
      {
        property: "vertices",
        rule: "3 different places or more",
        from: "this provider",
        accepted: [vertices([0, 0], [0, 1], [1, 1], [1, 0], [0, 0])],
        boundary: [vertices([0, 0], [0, 1], [1, 1], [0, 0])],
        rejected: [
          [vertices([0, 0], [1, 1], [0, 0]), /^they are 2 different places, but must be at least 3; /],
        ],
      },
      ...outlineRows,
      ...areaRows("vertices", square),
      ...swapRows,
      {
        property: "vertices",
        rule: "no more than 300",
        from: "Config API 1.2.0",
        severity: "warning",
        accepted: [round(299)],
        boundary: [round(300)],
        rejected: [[round(301), /^it has 301 vertices, but Bluedot advises fewer than 300; /]],
      },
    ],
  },
  {
    title: "Geofeature `geoline`",
    part: true,
    places: [geoline],
    rows: [
      {
        property: "vertices",
        rule: "a list of 2 or more",
        from: "Config API 1.2.0",
        accepted: [vertices([0, 0], [0, 1], [1, 1])],
        boundary: [vertices([0, 0], [0, 1])],
        rejected: [[vertices([0, 0]), /^it has 1 of vertices, but needs 2 or more$/]],
      },
      {
        property: "vertices",
        rule: "not all one place",
        from: "this provider",
        accepted: [vertices([0, 0], [1, 1])],
        boundary: [vertices([0, 0], [aside, 0])],
        rejected: [
          [vertices([0, 0], [0, 0]), /^all its vertices are one place, \(0, 0\), but a line needs two; /],
        ],
      },
      {
        property: "vertices[]",
        rule: "not the same place as the one before",
        from: "this provider",
        severity: "warning",
        accepted: [vertices([0, 0], [1, 1], [0, 0])],
        boundary: [vertices([0, 0], [1, 1], [1 + aside, 1])],
        rejected: [
          [
            vertices([0, 0], [1, 1], [1, 1]),
            ["vertices[2]", /^it is the same place as vertices\[1\], \(1, 1\); the line is/],
          ],
        ],
      },
      ...swapRows,
    ],
  },
];
