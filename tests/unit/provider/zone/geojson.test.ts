import { expect } from "chai";

import { fromGeoJson, type GeoJson, type GeoJsonOptions } from "../../../../provider/zone/geojson";
import { untyped } from "./untyped";

/** Longitude first, as GeoJSON has it. */
const ring = [
  [144.9, -37.8],
  [145, -37.8],
  [145, -37.7],
  [144.9, -37.8],
];
const vertices = [
  { latitude: -37.8, longitude: 144.9 },
  { latitude: -37.8, longitude: 145 },
  { latitude: -37.7, longitude: 145 },
];
const polygon: GeoJson = { type: "Polygon", coordinates: [ring] };
const line: GeoJson = { type: "LineString", coordinates: ring.slice(0, 2) };
const point: GeoJson = { type: "Point", coordinates: [144.9, -37.8] };
const center = vertices[0];

function feature(geometry: unknown): GeoJson {
  return { type: "Feature", properties: { name: "ignored" }, geometry };
}

describe("fromGeoJson", () => {
  const thePolygon = { type: "polygon", name: "park", vertices };
  const theLine = { type: "geoline", name: "park", vertices: vertices.slice(0, 2) };
  const theCircle = { type: "circle", name: "park", center, radius: 40 };
  const read: [title: string, source: GeoJson | string, options: GeoJsonOptions, expected: unknown[]][] = [
    ["a polygon, without the point that closes it", polygon, {}, [thePolygon]],
    ["a polygon that is not closed", { type: "Polygon", coordinates: [ring.slice(0, 3)] }, {}, [thePolygon]],
    [
      "positions with an altitude, which is passed over",
      { type: "Polygon", coordinates: [ring.map((position) => [...position, 12])] },
      {},
      [thePolygon],
    ],
    ["a line", line, {}, [theLine]],
    ["a point, given a radius", point, { radius: 40 }, [theCircle]],
    ["a feature", feature(polygon), {}, [thePolygon]],
    ["text", JSON.stringify(feature(line)), {}, [theLine]],
    [
      "a MultiPolygon",
      { type: "MultiPolygon", coordinates: [[ring], [ring]] },
      {},
      [
        { ...thePolygon, name: "park 1" },
        { ...thePolygon, name: "park 2" },
      ],
    ],
    ["a MultiPolygon of one", { type: "MultiPolygon", coordinates: [[ring]] }, {}, [thePolygon]],
    [
      "a MultiLineString",
      { type: "MultiLineString", coordinates: [ring.slice(0, 2), ring.slice(0, 2)] },
      {},
      [
        { ...theLine, name: "park 1" },
        { ...theLine, name: "park 2" },
      ],
    ],
    [
      "a MultiPoint",
      { type: "MultiPoint", coordinates: [ring[0], ring[0]] },
      { radius: 40 },
      [
        { ...theCircle, name: "park 1" },
        { ...theCircle, name: "park 2" },
      ],
    ],
    [
      "a collection of features, and collections within it, in their order",
      {
        type: "FeatureCollection",
        features: [feature({ type: "GeometryCollection", geometries: [line, point] }), feature(polygon)],
      },
      { radius: 40 },
      [
        { ...theLine, name: "park 1" },
        { ...theCircle, name: "park 2" },
        { ...thePolygon, name: "park 3" },
      ],
    ],
    [
      "colour and extra fields for each fence, and no colour for a line",
      { type: "GeometryCollection", geometries: [polygon, line, point] },
      { radius: 40, color: "#429BD5", extraFields: { a: 1 } },
      [
        { ...thePolygon, name: "park 1", color: "#429BD5", extraFields: { a: 1 } },
        { ...theLine, name: "park 2", extraFields: { a: 1 } },
        { ...theCircle, name: "park 3", color: "#429BD5", extraFields: { a: 1 } },
      ],
    ],
    [
      "the older way to say WGS 84",
      { ...polygon, crs: { type: "name", properties: { name: "urn:ogc:def:crs:OGC:1.3:CRS84" } } },
      {},
      [thePolygon],
    ],
    ["the code of WGS 84", { ...polygon, crs: { properties: { name: "EPSG:4326" } } }, {}, [thePolygon]],
    ["a crs that says nothing", { ...polygon, crs: null }, {}, [thePolygon]],
  ];
  for (const [title, source, options, expected] of read) {
    it(`reads ${title}`, () => {
      expect(fromGeoJson("park", source, options)).to.deep.equal(expected);
    });
  }

  const mercator = { type: "name", properties: { name: "EPSG:3857" } };
  const refused: [title: string, source: unknown, sentence: string][] = [
    [
      "a hole, with the reason and what to do",
      { type: "Polygon", coordinates: [ring, ring] },
      "a polygon has holes, which a polygon of Bluedot cannot have: coordinates (1 hole); cut it into polygons without, " +
        'or give the option holes: "fill", and the zone triggers in the holes too.',
    ],
    [
      "holes in one of several",
      feature({ type: "MultiPolygon", coordinates: [[ring], [ring, ring, ring]] }),
      'a polygon has holes, which a polygon of Bluedot cannot have: the feature ("ignored"): geometry.coordinates[1] (2 holes); cut',
    ],
    [
      "a point without a radius",
      point,
      "a point becomes a circle, whose radius in metres must be given: { radius: 40 } (coordinates).",
    ],
    ["text that is no JSON", "POINT (1 2)", '"POINT (1 2)" is no JSON.'],
    ["another type", { type: "Topology" }, 'type is "Topology", which RFC 7946 (GeoJSON) does not know.'],
    [
      "another type deep inside",
      { type: "FeatureCollection", features: [feature(line), feature({ type: "Circle" })] },
      'features[1] ("ignored"): geometry.type is "Circle", which RFC 7946 (GeoJSON) does not know.',
    ],
    ["no object", 5, "it is 5, but must be an object with a type."],
    ["JSON that is no object", "5", "it is 5, but must be an object with a type."],
    ["an empty list of features", "[]", "it draws nothing."],
    [
      "no object deep inside",
      { type: "GeometryCollection", geometries: [null] },
      "geometries[0] is null, but must be an object with a type.",
    ],
    [
      "a feature without a place",
      feature(null),
      'it draws nothing; the feature ("ignored") has no geometry, so it is left out.',
    ],
    [
      "a feature of several without a place",
      { type: "FeatureCollection", features: [feature(null)] },
      'it draws nothing; features[0] ("ignored") has no geometry, so it is left out.',
    ],
    ["what draws nothing", { type: "FeatureCollection", features: [] }, "it draws nothing."],
    ["no coordinates", { type: "Polygon" }, "coordinates is undefined, but must be a list."],
    [
      "a polygon without rings",
      { type: "Polygon", coordinates: [] },
      "it draws nothing; it has no geometry, so it is left out.",
    ],
    [
      "a position that is none, by its path",
      { type: "Polygon", coordinates: [[[1, 2], [3]]] },
      "coordinates[0][1] is [ 3 ], but must be [longitude, latitude].",
    ],
    [
      "numbers as text",
      { type: "LineString", coordinates: [["1", "2"]] },
      "coordinates[0] is [ '1', '2' ], but must be [longitude, latitude].",
    ],
    [
      "a line for a polygon",
      { type: "Polygon", coordinates: ring },
      "coordinates[0][0] is 144.9, but must be [longitude, latitude] (and 1 more like it).",
    ],
    [
      "metres of a map",
      { ...polygon, crs: mercator },
      'its crs is "EPSG:3857", but a zone is in degrees of WGS 84 (EPSG:4326); convert it first.',
    ],
  ];
  for (const [title, source, sentence] of refused) {
    it(`refuses ${title}`, () => {
      expect(() => untyped(fromGeoJson, "park", source)).to.throw(`fromGeoJson "park": ${sentence}`);
    });
  }
});
