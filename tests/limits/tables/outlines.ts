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
    accepted: [vertices([-90, 144], [-38, 144], [-38, 145])],
    rejected: [[vertices([144, -37], [-38, 144], [-38, 145]), "vertices", "vertices[0].latitude"]],
  },
  {
    property: "vertices",
    rule: "none lies within 100 km of the others only with latitude and longitude swapped, and beyond 500 km without",
    from: "this provider",
    severity: "warning",
    accepted: [vertices([28.6, 77.2], [28.6, 77.3], [77.2, 27.68])],
    rejected: [[vertices([28.6, 77.2], [28.6, 77.3], [77.2, 27.71]), "vertices[2]"]],
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
  severity: "fault" | "warning" = "fault",
): Row => ({
  property: "vertices",
  rule,
  from: "this provider",
  severity,
  accepted: [shape(aside)],
  rejected: [[shape(0)]],
});

const outlineRows: readonly Row[] = [
  outline(
    "no vertex is the same place as the one before; the last may repeat the first",
    (gap) => vertices([0, 0], [0, 1], [gap, 1], [1, 1], [1, 0.5], [0, 0]),
    "warning",
  ),
  {
    property: "vertices",
    rule: "no two edges cross",
    from: "this provider",
    accepted: [vertices([0, 0], [1, 1 - aside], [1, 1], [0, 1])],
    rejected: [[vertices([0, 0], [1, 1], [1, 0], [0, 1])]],
  },
  outline("no spike: the outline does not go back on itself", (gap) =>
    vertices([0, 0], [0, 2], [3, 2], [1, 2 - gap], [1, 0]),
  ),
  outline("no edge lies on another", (gap) => vertices([0, 0], [0, 4], [2, 4], [gap, 3], [gap, 1], [2, 0])),
  outline("no vertex lies on an edge", (gap) => vertices([0, 0], [0, 4], [3, 4], [gap, 2], [3, 0])),
  outline("no place twice", (gap) => vertices([0, 0], [1, 1], [0, 2], [2, 2], [1 + gap, 1], [2, 0])),
];

export const outlineTables: readonly Section[] = [
  {
    title: "Geofeature `polygon`",
    part: true,
    places: [polygon],
    from: [["Config API 1.2.0", "vertices"]],
    rows: [
      {
        property: "vertices",
        rule: "3 different places or more",
        from: "this provider",
        accepted: [vertices([0, 0], [0, 1], [1, 1], [0, 0])],
        rejected: [[vertices([0, 0], [1, 1], [0, 0])]],
      },
      ...outlineRows,
      ...areaRows("vertices", square),
      ...swapRows,
      {
        property: "vertices",
        rule: "no more than 300",
        from: "Config API 1.2.0",
        severity: "warning",
        accepted: [round(300)],
        rejected: [[round(301)]],
      },
    ],
  },
  {
    title: "Geofeature `geoline`",
    part: true,
    places: [geoline],
    from: [["Config API 1.2.0", "vertices"]],
    rows: [
      {
        property: "vertices",
        rule: "not all one place",
        from: "this provider",
        accepted: [vertices([0, 0], [aside, 0])],
        rejected: [[vertices([0, 0], [0, 0])]],
      },
      {
        property: "vertices[]",
        rule: "not the same place as the one before",
        from: "this provider",
        severity: "warning",
        accepted: [vertices([0, 0], [1, 1], [0, 0]), vertices([0, 0], [1, 1], [1 + aside, 1])],
        rejected: [[vertices([0, 0], [1, 1], [1, 1]), "vertices[2]"]],
      },
      ...swapRows,
    ],
  },
];
