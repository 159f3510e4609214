import { expect } from "chai";

import { drawnZonesIn } from "../../../files/read";
import type { ReadZonesOptions } from "../../../files";
import { zonesOf } from "./reading";

/** About 1,000 m wide; longitude first. */
const ring = [
  [144.9, -37.8],
  [144.91, -37.8],
  [144.91, -37.79],
  [144.9, -37.8],
];
const vertices = [
  { latitude: -37.8, longitude: 144.9 },
  { latitude: -37.8, longitude: 144.91 },
  { latitude: -37.79, longitude: 144.91 },
];
const moved = ring.map(([east = 0, north = 0]) => [east + 0.1, north]);
const park = { type: "Polygon", coordinates: [ring] };
const point = { type: "Point", coordinates: [144.9, -37.8] };
const line = { type: "LineString", coordinates: ring.slice(0, 2) };
const bowTie = {
  type: "Polygon",
  coordinates: [
    [
      [144.9, -37.8],
      [144.91, -37.79],
      [144.91, -37.8],
      [144.9, -37.79],
      [144.9, -37.8],
    ],
  ],
};
/** Its corner at the south-east is a loop of about a metre. */
const overshoot = {
  type: "Polygon",
  coordinates: [
    [
      [144.9, -37.8],
      [144.91, -37.8],
      [144.91, -37.79998],
      [144.90999, -37.79999],
      [144.91001, -37.79999],
      [144.91, -37.79],
      [144.9, -37.8],
    ],
  ],
};

function collection(...features: (readonly [geometry: unknown, properties: object])[]): string {
  return JSON.stringify({
    type: "FeatureCollection",
    features: features.map(([geometry, properties]) => ({ type: "Feature", properties, geometry })),
  });
}

describe("readZones", () => {
  const zone = { minimumRetriggerTime: 3600 };
  const polygon = { type: "polygon", name: "park", vertices };
  const circle = { type: "circle", name: "door", center: vertices[0], radius: 40 };
  const read: [title: string, content: string, options: ReadZonesOptions, zones: unknown[]][] = [
    [
      "each feature as a zone",
      collection([park, { name: "park" }], [line, { name: "way" }]),
      {},
      [
        { ...zone, name: "park", geofeatures: [polygon] },
        {
          ...zone,
          name: "way",
          geofeatures: [{ type: "geoline", name: "way", vertices: vertices.slice(0, 2) }],
        },
      ],
    ],
    [
      "newline-delimited features",
      `${JSON.stringify({ type: "Feature", properties: { name: "park" }, geometry: park })}\n` +
        `${JSON.stringify({ type: "Feature", properties: { name: "door", radius: 40 }, geometry: point })}\n`,
      {},
      [
        { ...zone, name: "park", geofeatures: [polygon] },
        { ...zone, name: "door", geofeatures: [circle] },
      ],
    ],
    [
      "a point with the radius of the option where it has none of its own",
      collection([point, { name: "door" }], [point, { name: "gate", radius: 90 }]),
      { radius: 40 },
      [
        { ...zone, name: "door", geofeatures: [circle] },
        { ...zone, name: "gate", geofeatures: [{ ...circle, name: "gate", radius: 90 }] },
      ],
    ],
    [
      "the id of a feature as its name, where an option says so",
      JSON.stringify({ type: "Feature", id: "door", properties: {}, geometry: point }),
      { name: "id", radius: 40 },
      [{ ...zone, name: "door", geofeatures: [circle] }],
    ],
    [
      "an outline that is not round as a polygon, although circles are looked for",
      collection([park, { name: "park" }]),
      { circles: "detect" },
      [{ ...zone, name: "park", geofeatures: [polygon] }],
    ],
    [
      "a radius of another property",
      collection([point, { name: "door", METRES: "40" }]),
      { radius: "METRES" },
      [{ ...zone, name: "door", geofeatures: [circle] }],
    ],
    [
      "a radius within the geometry, as TomTom writes it",
      collection([{ ...point, radius: 40, shapeType: "Circle" }, { name: "door" }]),
      {},
      [{ ...zone, name: "door", geofeatures: [circle] }],
    ],
    [
      "the parts of a MultiPolygon as the geofeatures of one zone",
      collection([{ type: "MultiPolygon", coordinates: [[ring], [moved]] }, { name: "park" }]),
      {},
      [
        {
          ...zone,
          name: "park",
          geofeatures: [
            { ...polygon, name: "park 1" },
            {
              ...polygon,
              name: "park 2",
              vertices: moved.slice(0, 3).map(([longitude, latitude]) => ({ latitude, longitude })),
            },
          ],
        },
      ],
    ],
    [
      "features of one property zone as one zone, and one that has its name",
      collection(
        [point, { name: "cafe", radius: 40 }],
        [park, { name: "car park", zone: "cafe", color: "#429BD5" }],
      ),
      {},
      [
        {
          ...zone,
          name: "cafe",
          geofeatures: [
            { ...circle, name: "cafe" },
            { ...polygon, name: "car park", color: "#429BD5" },
          ],
        },
      ],
    ],
    [
      "groups by a function, names by a property",
      collection([point, { NAME: "a", id: "x1" }], [point, { NAME: "a", id: "x2" }]),
      { name: "NAME", group: (properties) => String(properties["id"]).slice(0, 1), radius: 40 },
      [
        {
          ...zone,
          name: "x",
          geofeatures: [
            { ...circle, name: "a 1" },
            { ...circle, name: "a 2" },
          ],
        },
      ],
    ],
    [
      "names by a function that is told the index",
      JSON.stringify(point),
      { name: (_, { index }) => `zone ${index + 1}`, radius: 40 },
      [{ ...zone, name: "zone 1", geofeatures: [{ ...circle, name: "zone 1" }] }],
    ],
    [
      "settings of properties, and of options where a feature has none",
      collection(
        [
          point,
          {
            name: "door",
            minimumRetriggerTime: 60,
            triggerOnExit: false,
            tags: ["a", "b"],
            customData: { store: "12" },
            conditions: [{ type: "timeActive", fromTime: "09:00:00", toTime: "17:00:00" }],
            actions: [{ type: "url", url: "https://example.com" }],
            destinationId: "s-1",
            radius: 40,
          },
        ],
        [point, { name: "gate", radius: 40 }],
      ),
      { triggerOnExit: true },
      [
        {
          name: "door",
          geofeatures: [circle],
          minimumRetriggerTime: 60,
          triggerOnExit: false,
          tags: ["a", "b"],
          customData: { store: "12" },
          conditions: [{ type: "timeActive", fromTime: "09:00:00", toTime: "17:00:00" }],
          actions: [{ type: "url", url: "https://example.com" }],
          destinationId: "s-1",
        },
        { ...zone, name: "gate", geofeatures: [{ ...circle, name: "gate" }], triggerOnExit: true },
      ],
    ],
    [
      "names of placemarks by the option name",
      `<kml><Placemark><name>door</name><ExtendedData><Data name="zone"><value>R1</value></Data></ExtendedData><Point><coordinates>144.9,-37.8</coordinates></Point></Placemark></kml>`,
      { radius: 40, name: "name" },
      [{ ...zone, name: "door", geofeatures: [circle] }],
    ],
    [
      "tags of an option beside a feature's own",
      collection([point, { name: "door", tags: ["a", "b"] }]),
      { radius: 40, tags: ["shop", "a"] },
      [{ ...zone, name: "door", geofeatures: [circle], tags: ["shop", "a", "b"] }],
    ],
    [
      "tags, custom data and a destination of the properties that options name",
      collection([point, { name: "door", kind: "shop; cafe", size: 12, note: null, ref: 7 }]),
      { radius: 40, tags: "kind", customData: ["size", "note"], destinationId: "ref" },
      [
        {
          ...zone,
          name: "door",
          geofeatures: [circle],
          tags: ["shop", "cafe"],
          customData: { size: "12" },
          destinationId: "7",
        },
      ],
    ],
    [
      "properties that only some features have",
      collection([point, { name: "door", ref: 7 }], [point, { name: "gate" }]),
      { radius: 40, destinationId: "ref", customData: ["ref"] },
      [
        { ...zone, name: "door", geofeatures: [circle], customData: { ref: "7" }, destinationId: "7" },
        { ...zone, name: "gate", geofeatures: [{ ...circle, name: "gate" }] },
      ],
    ],
    [
      "a rectangle that says it is a bounding box",
      collection([
        {
          type: "Polygon",
          coordinates: [
            [
              [144.9, -37.8],
              [144.91, -37.8],
              [144.91, -37.79],
              [144.9, -37.79],
              [144.9, -37.8],
            ],
          ],
        },
        { name: "box", geofeature: "boundingBox", fill: "#abc" },
      ]),
      {},
      [
        {
          ...zone,
          name: "box",
          geofeatures: [
            {
              type: "boundingBox",
              name: "box",
              southWest: { latitude: -37.8, longitude: 144.9 },
              northEast: { latitude: -37.79, longitude: 144.91 },
              color: "#aabbcc",
            },
          ],
        },
      ],
    ],
    [
      "colours of a placemark's style, its folder as the group",
      "<kml><Folder><name>Shops</name><Placemark><name>door</name><Style><PolyStyle><color>ff0000ff</color></PolyStyle></Style><Polygon><outerBoundaryIs><LinearRing><coordinates>144.9,-37.8 144.91,-37.8 144.91,-37.79 144.9,-37.8</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></Folder></kml>",
      { group: "folder" },
      [{ ...zone, name: "Shops", geofeatures: [{ ...polygon, name: "door", color: "#FF0000" }] }],
    ],
    [
      "GeoJSON with the latitude first, where an option says so",
      collection([{ type: "Polygon", coordinates: [ring.map(([x, y]) => [y, x])] }, { name: "park" }]),
      { axes: "lat,lng" },
      [{ ...zone, name: "park", geofeatures: [polygon] }],
    ],
    [
      "WKT with the latitude first, where an option says so",
      "POINT (-37.8 144.9)",
      { axes: "lat,lng", radius: 40, name: () => "door" },
      [{ ...zone, name: "door", geofeatures: [circle] }],
    ],
    [
      "WKT on each line",
      "# parks\nSRID=4326;POLYGON ((144.9 -37.8, 144.91 -37.8, 144.91 -37.79, 144.9 -37.8))\n",
      { name: () => "park" },
      [{ ...zone, name: "park", geofeatures: [polygon] }],
    ],
  ];
  for (const [title, content, options, zones] of read) {
    it(`reads ${title}`, () => {
      const { rows, faults, warnings } = zonesOf(content, options);
      expect(faults).to.deep.equal([]);
      expect(rows).to.deep.equal(zones);
      expect(warnings).to.deep.equal([]);
    });
  }

  const hole = { type: "Polygon", coordinates: [ring, ring.map(([x = 0, y = 0]) => [x / 2 + 72.4525, y])] };
  const refused: [title: string, content: string, options: ReadZonesOptions, faults: string[]][] = [
    [
      "an outline that crosses itself, by the feature's name",
      collection([point, { name: "door", radius: 40 }], [bowTie, { name: "tie" }]),
      {},
      [
        'features[1] ("tie"): geometry.coordinates: edge 0–1 from (-37.8, 144.9) crosses edge 2–3 from (-37.8, 144.91); list the vertices in the order in which they stand along the outline',
      ],
    ],
    [
      "an outline that overshoots by a metre, with the option that mends it",
      collection([overshoot, { name: "plaza" }]),
      {},
      [
        'features[0] ("plaza"): geometry.coordinates: edge 1–2 from (-37.8, 144.91) crosses edge 3–4 from (-37.79999, 144.90999); a vertex between the two overshoots, so leave it out, or move it back, or give the option simplify: 5, which leaves out the vertices that are wrong',
      ],
    ],
    [
      "a hole, with both ways out",
      collection([hole, { name: "ring" }]),
      {},
      [
        'features[0] ("ring"): geometry.coordinates: it has a hole, which a polygon of Bluedot cannot have; cut it into polygons without, or give the option holes: "fill", and the zone triggers there too',
      ],
    ],
    [
      "all faults at once: positions, radii and areas",
      collection(
        [
          {
            type: "LineString",
            coordinates: [
              [144.9, -37.8],
              ["a", 1],
            ],
          },
          { name: "way" },
        ],
        [point, { name: "door", radius: 2 }],
        [
          {
            type: "Polygon",
            coordinates: [
              [
                [1, 1],
                [1.00001, 1],
                [1, 1.00001],
                [1, 1],
              ],
            ],
          },
          { name: "sliver" },
        ],
        [
          {
            type: "Polygon",
            coordinates: [
              [
                [1, 1],
                [2, 2],
                [1, 1],
              ],
            ],
          },
          { name: "flat" },
        ],
        [{ type: "Point", coordinates: [1, 95] }, { name: "pole" }],
      ),
      {},
      [
        "features[0] (\"way\"): geometry.coordinates[1]: it is [ 'a', 1 ], but must be [longitude, latitude]",
        'features[1] ("door"): properties.radius: radius 2 m is below the least of 5 m',
        'features[2] ("sliver"): geometry.coordinates: its area is 0.6 m², but must be at least 70 m²; make the outline larger, or leave it out where it is a sliver, with the option dropSmallerThan: 70',
        'features[3] ("flat"): geometry.coordinates: the polygon has 2 points, but needs 3 or more; the option dropSmallerThan: 1 leaves it out',
        'features[4] ("pole"): geometry.coordinates: the position [1, 95] looks swapped; GeoJSON has the longitude first, and the option axes: "lat,lng" reads a file that has not',
      ],
    ],
    [
      "two zones of one name, with both places",
      collection([park, { name: "park" }], [line, { name: "park" }]),
      {},
      [
        'features[1] ("park"): "park" is the name of features[0] ("park") too, and each zone needs a name of its own; the option name can give other names, and the option group makes one zone of several features',
      ],
    ],
    [
      "a property that is not there, with the one that was meant",
      collection([park, { NAMES: "park" }]),
      { name: "NAME" },
      ['features[0]: there is no "NAME", which the option name names; did you mean "NAMES"?'],
    ],
    [
      "a property of which an option has the beginning alone",
      collection([park, { name: "park", ZIPCODE: "72756" }]),
      { customData: ["zip"] },
      ['features[0] ("park"): there is no "zip", which the option customData names; did you mean "ZIPCODE"?'],
    ],
    [
      "properties that options name and no feature has, once each, and no consequence of them",
      collection([point, { name: "a", size: 12, kind: "shop" }], [point, { name: "b", storenum: "7" }]),
      { radius: "sizes", tags: "kinds", customData: ["ZIP"], destinationId: "stornum" },
      [
        'features[0] ("a"): there is no "sizes", which the option radius names; did you mean "size"?',
        'features[0] ("a"): there is no "kinds", which the option tags names; did you mean "kind"?',
        'features[0] ("a"): there is no "ZIP", which the option customData names; it has "name", "size", "kind", "storenum"',
        'features[0] ("a"): there is no "stornum", which the option destinationId names; did you mean "storenum"?',
      ],
    ],
    [
      "features without a name, and what they have",
      collection([park, { id: 1 }], [park, { id: 2 }]),
      {},
      [
        'features[0]: it has no name, and each zone needs one; the option name gives a property, or a function such as (properties, { index }) => `zone ${index + 1}`; it has "id" (and 1 more like it)',
      ],
    ],
    [
      "settings that differ within a zone",
      collection(
        [point, { name: "a", zone: "z", radius: 40, tags: ["x"] }],
        [point, { name: "b", zone: "z", radius: 40, tags: ["y"] }],
      ),
      {},
      [
        "features[1] (\"b\"): properties.tags: tags is [ 'y' ], but [ 'x' ] at another feature of the zone \"z\", which has one",
      ],
    ],
    [
      "settings that are none, each at its place",
      collection([
        point,
        {
          name: "a",
          radius: "wide",
          minimumRetriggerTime: 5,
          triggerOnExit: "perhaps",
          customData: [1],
          conditions: [{ type: "speed", minimumSpeed: "slow", maximumSpeed: 9 }],
        },
      ]),
      {},
      [
        'features[0] ("a"): properties.radius: radius "wide" must be a number of metres, such as 120',
        'features[0] ("a"): properties.minimumRetriggerTime: minimumRetriggerTime 5 must be whole seconds, from 60 to 3,599,940',
        'features[0] ("a"): properties.triggerOnExit: triggerOnExit "perhaps" must be true or false',
        'features[0] ("a"): properties.customData: customData [ 1 ] must be an object of texts, such as {"store": "12"}',
        "features[0] (\"a\"): properties.conditions: conditions[0].minimumSpeed of { type: 'speed', minimumSpeed: 'slow', maximumSpeed: 9 } is not right: Invalid input: expected number, received string",
      ],
    ],
    [
      "more vertices than an option allows",
      collection([
        { ...park, coordinates: [[...ring.slice(0, 3), [144.9, -37.79], [144.9, -37.8]]] },
        { name: "park" },
      ]),
      { maxVertices: 3 },
      [
        'features[0] ("park"): geometry.coordinates: it has 4 vertices, more than the 3 of the option maxVertices; the option simplify: 5 leaves out those that move the outline by less than 5 m',
      ],
    ],
    [
      "what a function of an option refuses, for each feature",
      collection([point, { name: "a" }], [point, { name: "b" }]),
      {
        name: ({ name }) => {
          throw new Error(`${String(name)} will not do`);
        },
      },
      [
        'features[0] ("a"): there is no name: a will not do',
        'features[1] ("b"): there is no name: b will not do',
      ],
    ],
    [
      "a file that draws nothing",
      '{"type":"FeatureCollection","features":[]}',
      {},
      ["it draws nothing, and an empty set of zones would delete all that it had"],
    ],
    [
      "rows in JSON",
      '[{"name":"a","lat":1,"lng":2}]',
      {},
      [
        "this JSON is a list of rows and no GeoJSON; save it as CSV, with columns latitude and longitude or wkt",
      ],
    ],
    [
      "JSON that is cut off",
      '{"type":"FeatureCollection",\n"features":[',
      {},
      ["2:13: this is no JSON; the file may be cut off, or edited by hand"],
    ],
    [
      "lines that are no JSON after others that are",
      `${JSON.stringify(point)}\n\n{"type"\n${JSON.stringify(point)}\n!\n`,
      { name: () => "x" },
      [
        "3:8: this line is no JSON, but must be an object as the lines before it are",
        "5:1: this line is no JSON, but must be an object as the lines before it are",
      ],
    ],
    [
      "a feature in no folder",
      collection([park, { name: "park" }]),
      { group: "folder" },
      ['features[0] ("park"): it lies in no folder, which the option group: "folder" needs'],
    ],
  ];
  for (const [title, content, options, faults] of refused) {
    it(`refuses ${title}`, () => {
      expect(zonesOf(content, options).faults).to.deep.equal(faults);
    });
  }

  it("names the option that a point without a radius, or a zone without a time, needs", () => {
    const { faults } = zonesOf(collection([point, { name: "a" }], [point, { name: "b" }]), {
      minimumRetriggerTime: undefined,
    });
    expect(faults).to.deep.equal([
      'features[0] ("a"): geometry.coordinates: a point becomes a circle, whose radius in metres must be given: the option radius: 40, or a property radius (and 1 more like it)',
      'features[0] ("a"): the file has no minimumRetriggerTime, which a zone needs; give the option minimumRetriggerTime: 3600, in seconds (and 1 more like it)',
    ]);
  });

  const around = Array.from({ length: 36 }, (_, at) => [
    144.9 + (0.001 * Math.cos((at * Math.PI) / 18)) / Math.cos((37.8 * Math.PI) / 180),
    -37.8 + 0.001 * Math.sin((at * Math.PI) / 18),
  ]);
  const warned: [title: string, content: string, options: ReadZonesOptions, warnings: RegExp[]][] = [
    [
      "an empty shape in a table",
      "name,wkt\na,POLYGON EMPTY\nb,POINT (1 2)\n",
      { radius: 40 },
      [/^2:1: it has no geometry, so it is left out$/],
    ],
    [
      "an empty shape in WKT",
      "POINT EMPTY\nPOINT (1 2)\n",
      { radius: 40, name: (_, { index }) => `zone ${index}` },
      [/^1:1: it has no geometry, so it is left out$/],
    ],
    [
      "an empty collection in GeoJSON",
      JSON.stringify({
        type: "FeatureCollection",
        features: [
          {
            type: "Feature",
            properties: { name: "a" },
            geometry: { type: "GeometryCollection", geometries: [] },
          },
          { type: "Feature", properties: { name: "b" }, geometry: { type: "Point", coordinates: [1, 2] } },
        ],
      }),
      { radius: 40 },
      [/features\[0\].* it has no geometry, so it is left out|has no geometry, so it is left out/],
    ],
    [
      "holes that are filled",
      collection([hole, { name: "ring" }]),
      { holes: "fill" },
      [
        /^features\[0\] \("ring"\): geometry.coordinates: a hole of it is filled, so that the zone triggers there too$/,
      ],
    ],
    [
      "slivers that are left out",
      collection(
        [park, { name: "park" }],
        [
          {
            type: "MultiPolygon",
            coordinates: [
              [
                [
                  [1, 1],
                  [1.00001, 1],
                  [1, 1.00001],
                  [1, 1],
                ],
              ],
            ],
          },
          { name: "sliver" },
        ],
      ),
      { dropSmallerThan: 70 },
      [/^features\[1\] \("sliver"\): geometry.coordinates\[0\]: it is smaller than 70 m², and is left out$/],
    ],
    [
      "an outline that is a circle",
      collection([{ type: "Polygon", coordinates: [around] }, { name: "disc" }]),
      { circles: "detect" },
      [/its 36 vertices draw a circle of 111(\.\d+)? m, and are taken as one$/],
    ],
    [
      "properties zone of a file that is not ours",
      collection([park, { name: "a", zone: "R1", AREA: 3 }], [line, { name: "b", zone: "R1" }]),
      {},
      [
        /^features\[0\] \("a"\): 2 features are the zone "R1", as the property zone says; the option name: "name" makes/,
      ],
    ],
    [
      "a property zone of a file that is not ours, at one feature",
      collection([park, { name: "a", zone: "R1", AREA: 3 }]),
      {},
      [
        /^features\[0\] \("a"\): it is the zone "R1", as the property zone says; the option name: "name" makes/,
      ],
    ],
    [
      "colours and tags that are none",
      collection([park, { name: "a", fill: "red", tags: { shop: "yes" } }]),
      {},
      [
        /^.*properties.fill: the fill "red" is passed over; a color/,
        /^.*properties.tags: its property tags is no list/,
      ],
    ],
    [
      "radii under another name than the property's",
      collection([point, { name: "a", "Radius (m)": 75 }], [point, { name: "b", "Radius (m)": 90 }]),
      { radius: 40 },
      [
        /^features\[0\].*: "Radius \(m\)" is not read, and points have the 40 m of the option radius; the option radius: "Radius \(m\)" reads it$/,
      ],
    ],
    [
      "a point at the place of no phone",
      collection([
        { type: "Point", coordinates: [0, 0] },
        { name: "a", radius: 40 },
      ]),
      {},
      [/it is exactly \(0, 0\), in the sea off Africa/],
    ],
    [
      "a feature without a geometry",
      collection([park, { name: "a" }], [null, { name: "b" }]),
      {},
      [/^features\[1\] \("b"\): it has no geometry, so it is left out$/],
    ],
    [
      "one place of several that is swapped",
      collection(
        ...[0, 1, 2, 3].map((at): [unknown, object] => [
          { type: "Point", coordinates: [11 + at / 10, 48] },
          { name: `m${at}`, radius: 40 },
        ]),
        [
          { type: "Point", coordinates: [48.1, 11.2] },
          { name: "swapped", radius: 40 },
        ],
      ),
      {},
      [
        /^features\[4\] \("swapped"\): \(11.2, 48.1\) is far from all others, and with latitude and longitude swapped it is near "m\d" and "m\d"$/,
      ],
    ],
  ];
  for (const [title, content, options, warnings] of warned) {
    it(`warns of ${title}`, () => {
      const outcome = zonesOf(content, options);
      expect(outcome.faults).to.deep.equal([]);
      expect(outcome.warnings).to.have.length(warnings.length);
      for (const [at, pattern] of warnings.entries()) expect(outcome.warnings[at]).to.match(pattern);
    });
  }

  it("mends an outline by the option that the fault named", () => {
    const { rows, faults } = zonesOf(collection([overshoot, { name: "plaza" }]), { simplify: 5 });
    expect(faults).to.deep.equal([]);
    expect(rows[0]?.geofeatures[0]).to.deep.include({ type: "polygon", name: "plaza" });
  });

  it("warns of more vertices than Bluedot advises, and simplifies them within metres", () => {
    const many = Array.from({ length: 400 }, (_, at) => [
      144.9 + 0.01 * Math.cos((at * Math.PI) / 200),
      -37.8 + 0.01 * Math.sin((at * Math.PI) / 200),
    ]);
    const content = collection([{ type: "Polygon", coordinates: [many] }, { name: "disc" }]);
    expect(zonesOf(content).warnings[0]).to.contain(
      "it has 400 vertices, but Bluedot advises fewer than 300",
    );
    const { rows, warnings } = zonesOf(content, { simplify: 5 });
    expect(warnings).to.deep.equal([]);
    const [geofeature] = rows[0]?.geofeatures ?? [];
    expect(geofeature?.type === "polygon" && geofeature.vertices.length).to.be.within(10, 100);
  });

  it("lets zones of a drawing share a name, and says so", () => {
    const warnings: string[] = [];
    const zones = drawnZonesIn(Buffer.from(collection([park, { name: "a" }], [line, { name: "a" }])), "-", {
      onWarning: (sentence) => void warnings.push(sentence),
    });
    expect(zones.map(({ name }) => name)).to.deep.equal(["a", "a"]);
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain(
      'features[1] ("a"): "a" is the name of features[0] ("a") too; the option name',
    );
  });

  it("needs neither names nor times for a drawing, and says how it calls the nameless", () => {
    const warnings: string[] = [];
    const zones = drawnZonesIn(Buffer.from("POINT (144.9 -37.8)"), "-", {
      radius: 40,
      onWarning: (sentence) => void warnings.push(sentence),
    });
    expect(zones).to.deep.equal([{ name: "zone 1", geofeatures: [{ ...circle, name: "zone 1" }] }]);
    expect(warnings).to.deep.equal([
      '-:1:1: it has no name, and is called "zone 1" by its place in the file; the option name names a property that has one',
    ]);
  });
});
