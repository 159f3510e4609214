import type { Json, JsonObject } from "../../../../../provider/json";
import { swappedLocationRule, swapRule } from "../../../../../provider/location/swapped-coordinates";
import { followTable, unknown } from "./table";

const point = (latitude: Json, longitude: Json) => ({ latitude, longitude });
const circle = (latitude: Json, longitude: Json) => ({ type: "circle", center: point(latitude, longitude) });
const beacon = (latitude: Json, longitude: Json) => ({
  type: "beacon",
  location: point(latitude, longitude),
});
const line = (type: "geoline" | "polygon", ...vertices: (readonly [Json, Json])[]) => ({
  type,
  vertices: vertices.map(([latitude, longitude]) => point(latitude, longitude)),
});
const box = (south: number, west: number, north: number, east: number) => ({
  type: "boundingBox",
  southWest: point(south, west),
  northEast: point(north, east),
});
const zone = (...geofeatures: Json[]): JsonObject => ({ geofeatures });

describe("the rule for swapped places of a zone, where it is certain,", () => {
  followTable(swapRule, [
    ["a place in Melbourne", zone(circle(-37.81, 144.96))],
    [
      "a circle",
      zone(circle(144.96, -37.81)),
      [
        "fault",
        "geofeatures[0].center",
        /^\(144\.96, -37\.81\) is no place, but \(-37\.81, 144\.96\) is; did you swap latitude and longitude\?$/,
      ],
    ],
    [
      "a beacon",
      zone(circle(1, 1), beacon(144.96, -37.81)),
      ["fault", "geofeatures[1].location", /did you swap/],
    ],
    [
      "both corners of a box",
      zone(box(144.96, -37.81, 144.97, -37.82)),
      ["fault", "geofeatures[0].northEast", /did you swap/],
      ["fault", "geofeatures[0].southWest", /did you swap/],
    ],
    [
      "all vertices of a polygon, told once",
      zone(line("polygon", [144.96, -37.81], [144.97, -37.81], [144.97, -37.82])),
      ["fault", "geofeatures[0].vertices", /^\(144\.96, -37\.81\) \(and 2 more like it\) is no place/],
    ],
    ["a latitude at the pole", zone(circle(90, -37.81))],
    [
      "a latitude just beyond the pole",
      zone(circle(90.1, -37.81)),
      ["fault", "geofeatures[0].center", /\(-37\.81, 90\.1\)/],
    ],
    ["what would be no place either, which is told there", zone(circle(144.96, 91))],
    ["an unknown longitude, which may be beyond too", zone(circle(144.96, unknown))],
    ["unknown geofeatures", { geofeatures: unknown }],
    ["an unknown geofeature", zone(unknown, circle(1, 1))],
  ]);
});

describe("the rule for swapped places of a zone, by its other places,", () => {
  const warned = (property: string, other: string) =>
    [
      "warning",
      property,
      new RegExp(
        `^\\(12\\.5, 41\\.9\\) is 4,\\d{3} km from ${other}, but \\d+\\.\\d km with latitude and longitude swapped; did you swap them\\?$`,
      ),
    ] as const;
  followTable(swapRule, [
    [
      "the odd one of three",
      zone(circle(41.9, 12.5), circle(41.91, 12.5), circle(12.5, 41.9)),
      warned("geofeatures[2].center", "geofeatures\\[0\\]\\.center"),
    ],
    [
      "a line among circles, wherever it stands",
      zone(line("geoline", [12.5, 41.9], [12.51, 41.9]), circle(41.91, 12.5), beacon(41.9, 12.51)),
      warned("geofeatures[0].vertices[0]", "geofeatures\\[\\d\\]\\.\\w+"),
    ],
    [
      "a box among circles",
      zone(circle(41.9, 12.5), circle(41.91, 12.5), box(12.5, 41.9, 12.51, 41.91)),
      ["warning", "geofeatures[2].northEast", /did you swap them\?$/],
    ],
    [
      "one vertex of a polygon",
      zone(line("polygon", [41.9, 12.5], [41.91, 12.5], [12.5, 41.91], [41.9, 12.51])),
      ["warning", "geofeatures[0].vertices[2]", /from vertices\[1\], but 0\.0 km .*; did you swap them\?$/],
    ],
    [
      "one of two, since it cannot be told which",
      zone(circle(41.9, 12.5), circle(12.5, 41.9)),
      [
        "warning",
        "geofeatures[0].center",
        /from geofeatures\[1\]\.center, .*; did you swap those of one of the two\?$/,
      ],
      [
        "warning",
        "geofeatures[1].center",
        /from geofeatures\[0\]\.center, .*; did you swap those of one of the two\?$/,
      ],
    ],
    ["three in one city", zone(circle(41.9, 12.5), circle(41.91, 12.5), circle(41.92, 12.52))],
    ["one far away", zone(circle(41.9, 12.5), circle(41.91, 12.5), circle(52.5, 13.4))],
    [
      "places where latitude and longitude are nearly one",
      zone(circle(10, 13), circle(13, 10), circle(10, 13.1)),
    ],
    ["an unknown place among them", zone(circle(41.9, 12.5), circle(unknown, 41.9), circle(41.91, 12.5))],
  ]);
});

describe("the rule for a swapped location", () => {
  followTable(swappedLocationRule, [
    ["a place", { location: point(-37.81, 144.96) }],
    ["a swapped place", { location: point(144.96, -37.81) }, ["fault", "location", /did you swap/]],
    ["an unknown place", { location: unknown }],
    ["no place", {}],
  ]);
});
