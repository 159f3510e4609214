import type { Json } from "../../../../../provider/json";
import { geolineRule } from "../../../../../provider/zone/rules/geoline";
import { followTable, unknown } from "./table";

const geoline = (...vertices: (readonly [Json, Json])[]) => ({
  type: "geoline",
  vertices: vertices.map(([latitude, longitude]) => ({ latitude, longitude })),
});

describe("the rule for a geoline", () => {
  followTable(geolineRule, [
    ["a line of two points", geoline([1, 1], [1, 2])],
    ["a line of a millimetre", geoline([1, 1], [1, 1.00000001])],
    ["a line that crosses itself", geoline([0, 0], [1, 1], [1, 0], [0, 1])],
    ["a line that comes back", geoline([1, 1], [1, 2], [1, 1])],
    [
      "a line without length",
      geoline([1, 1], [1, 1], [1, 1]),
      ["fault", "vertices", /^all its vertices are one place, \(1, 1\), but a line needs two; move/],
    ],
    [
      "a line without length on the antimeridian",
      geoline([1, 180], [1, -180]),
      ["fault", "vertices", /one place/],
    ],
    [
      "repeated vertices",
      geoline([1, 1], [1, 1], [1, 2], [1, 2]),
      [
        "warning",
        "vertices[1]",
        /^it is the same place as vertices\[0\], \(1, 1\); the line is the same without one of the two \(and 1 more like it\)$/,
      ],
    ],
    ["one vertex, which is told at the list", geoline([1, 1])],
    ["an unknown vertex", geoline([1, 1], [1, unknown])],
    ["a line of which nothing is known", { type: "geoline", vertices: unknown }],
  ]);
});
