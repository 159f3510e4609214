import { expect } from "chai";

import { ProgramError } from "../../../provider/program/usage-error";
import { fromGeoJson, type GeoJson, type GeoJsonOptions } from "../../../provider/zone/geojson";
import { polygonRule } from "../../../provider/zone/rules/polygon";
import { untyped } from "../../unit/provider/zone/untyped";

type Position = [longitude: number, latitude: number];

const square = (east = 0, north = 0, side = 0.01): Position[] => [
  [144 + east, -37 + north],
  [144 + east + side, -37 + north],
  [144 + east + side, -37 + north + side],
  [144 + east, -37 + north + side],
  [144 + east, -37 + north],
];
const polygon = (...rings: unknown[]): GeoJson => ({ type: "Polygon", coordinates: rings });
const feature = (geometry: unknown, properties: object = {}): GeoJson => ({
  type: "Feature",
  properties,
  geometry,
});
const collection = (...features: GeoJson[]): GeoJson => ({ type: "FeatureCollection", features });
const suburb = (name: string, at: number) => feature(polygon(square(at)), { NAME: name });

/** Reads a source. Returns the drawn features, their names and the warnings. */
function read(source: unknown, options: GeoJsonOptions = {}) {
  const warnings: string[] = [];
  const drawn = fromGeoJson("park", JSON.stringify(source), {
    onWarning: (sentence) => warnings.push(sentence),
    ...options,
  });
  return { drawn, names: drawn.map(({ name }) => name), warnings };
}

function faultsOf(source: unknown, options: GeoJsonOptions = {}): string[] {
  try {
    untyped(fromGeoJson, "park", source, options);
  } catch (error) {
    if (error instanceof ProgramError) return error.message.split("\n");
    throw error;
  }
  return [];
}

describe("GeoJSON as it comes from real files", () => {
  it("C1: vertices that repeat the one before are dropped, also where the ring closes", () => {
    const [a, b, c] = square();
    for (const ring of [
      [a, a, b, c, a],
      [a, b, b, b, c, c, a],
      [a, b, c, c, a, a],
      [a, b, c, a],
    ])
      expect(read(polygon(ring)).drawn).to.deep.equal(read(polygon([a, b, c])).drawn);
    expect(read({ type: "LineString", coordinates: [a, a, b] }).drawn).to.deep.equal(
      read({ type: "LineString", coordinates: [a, b] }).drawn,
    );
  });

  it("C3: a byte-order mark is passed over", () => {
    expect(fromGeoJson("park", `\uFEFF${JSON.stringify(polygon(square()))}`)).to.have.length(1);
  });

  it("C3: features without a geometry are left out, with one warning that names them", () => {
    const { drawn, warnings } = read(
      collection(
        feature(null, { name: "Nowhere" }),
        feature(polygon(square())),
        feature({ type: "Polygon", coordinates: [] }),
        feature({ type: "Polygon", coordinates: [[]] }),
        feature({ type: "Point", coordinates: [] }),
      ),
    );
    expect(drawn).to.have.length(1);
    expect(warnings).to.deep.equal([
      'fromGeoJson "park": features[0] ("Nowhere"), features[2]: geometry, features[3]: geometry.coordinates, features[4]: geometry have no geometry, so they are left out.',
    ]);
  });

  const lines: [title: string, text: string][] = [
    [
      "an object on each line",
      [suburb("A", 0), suburb("B", 1)].map((each) => JSON.stringify(each)).join("\n"),
    ],
    [
      "such lines with a line's end of Windows and a last one",
      [suburb("A", 0), suburb("B", 1)].map((each) => JSON.stringify(each) + "\r\n").join(""),
    ],
    [
      "text sequences of RFC 8142",
      [suburb("A", 0), suburb("B", 1)].map((each) => `\u001e${JSON.stringify(each)}\n`).join(""),
    ],
    ["a list of features", JSON.stringify([suburb("A", 0), suburb("B", 1)])],
  ];
  for (const [title, text] of lines) {
    it(`C3: ${title} is read as a collection`, () => {
      expect(fromGeoJson("park", text, { name: "NAME" }).map(({ name }) => name)).to.deep.equal(["A", "B"]);
    });
  }

  it("C3: a line that is none is told by its number, and a path by what reads it", () => {
    const text = `${JSON.stringify(suburb("A", 0))}\n${JSON.stringify(suburb("B", 0))}\n{ "type": \n`;
    expect(faultsOf(text)).to.deep.equal([
      'fromGeoJson "park": its line 3 is no JSON, but must be an object as the lines before it are.',
    ]);
    expect(faultsOf("park.geojson")[0]).to.contain(
      'give the text of that file: readFileSync("park.geojson", "utf8").',
    );
  });

  const systems: [crs: unknown, warning: RegExp | undefined][] = [
    [{ type: "EPSG", properties: { code: 4326 } }, undefined],
    [{ type: "EPSG", properties: { code: "4326" } }, undefined],
    [{ type: "name", properties: { name: "urn:ogc:def:crs:EPSG::4326" } }, undefined],
    [{ type: "name", properties: { name: "urn:ogc:def:crs:EPSG:6.18.3:4326" } }, undefined],
    [{ type: "name", properties: { name: "http://www.opengis.net/def/crs/OGC/1.3/CRS84" } }, undefined],
    [{ type: "name", properties: { name: "http://www.opengis.net/def/crs/EPSG/0/4326" } }, undefined],
    [
      {
        type: "link",
        properties: { href: "http://spatialreference.org/ref/epsg/4326/proj4/", type: "proj4" },
      },
      undefined,
    ],
    ["EPSG:4326", undefined],
    [
      { type: "name", properties: { name: "urn:ogc:def:crs:EPSG::4269" } },
      /are of NAD83, within 2 m of WGS 84/,
    ],
    [{ type: "name", properties: { name: "urn:ogc:def:crs:OGC:1.3:CRS83" } }, /NAD83/],
    [{ type: "name", properties: { name: "EPSG:7844" } }, /GDA2020/],
    [{ type: "link", properties: { href: "https://spatialreference.org/ref/epsg/4258/" } }, /ETRS89/],
  ];
  for (const [crs, warning] of systems) {
    it(`C3: the crs ${JSON.stringify(crs)} is read`, () => {
      expect(read({ ...polygon(square()), crs }).warnings.join()).to.match(warning ?? /^$/);
    });
  }

  it("C3: another crs is one fault", () => {
    for (const crs of [
      { type: "EPSG", properties: { code: 3857 } },
      { type: "name", properties: { name: "urn:ogc:def:crs:EPSG::27700" } },
    ])
      expect(faultsOf({ ...polygon(square()), crs }))
        .to.have.length(1)
        .and.to.match(/convert it first/);
  });

  it("C4: longitudes beyond ±180 are wrapped, with one warning", () => {
    const { drawn, warnings } = read(
      polygon(square(36).map(([longitude, latitude]) => [longitude, latitude])),
    );
    expect(drawn[0]).to.have.property("vertices").that.deep.includes({ latitude: -37, longitude: -179.99 });
    expect(warnings).to.deep.equal([
      'fromGeoJson "park": the longitude 180.01 at coordinates[0][1] is beyond ±180, and is taken as -179.99 (and 1 more like it).',
    ]);
    expect(read({ type: "Point", coordinates: [-215.04, -37.8] }, { radius: 40 }).drawn[0]).to.deep.include({
      center: { latitude: -37.8, longitude: 144.96 },
    });
    expect(read({ type: "Point", coordinates: [504.96, -37.8] }, { radius: 40 }).drawn[0]).to.deep.include({
      center: { latitude: -37.8, longitude: 144.96 },
    });
  });

  it("C4: metres of a projection are one sentence", () => {
    const metres = Array.from({ length: 500 }, (_, at) => [16_136_000 + at, -4_552_000]);
    expect(faultsOf(polygon(metres))).to.deep.equal([
      'fromGeoJson "park": its coordinates, such as [16136000, -4552000], are metres of a map projection and no degrees; convert it to WGS 84 (EPSG:4326) first.',
    ]);
  });

  it("C4: a latitude that is none is one sentence, with the reason where the two are swapped", () => {
    const swapped = square().map(([longitude, latitude]) => [latitude, longitude]);
    expect(faultsOf(polygon(swapped))).to.deep.equal([
      'fromGeoJson "park": 5 positions, such as [-37, 144] at coordinates[0][0], look swapped; GeoJSON has the longitude first.',
    ]);
    expect(
      faultsOf({
        type: "LineString",
        coordinates: [
          [100, 91],
          [100, 92],
        ],
      }),
    ).to.deep.equal([
      'fromGeoJson "park": coordinates[0] is [100, 91], whose latitude 91 is beyond ±90 (and 1 more like it).',
    ]);
  });

  it("C5: all polygons with holes are told at once, by index and name, beside all else", () => {
    const holed = Array.from({ length: 40 }, (_, at) =>
      feature(polygon(square(at), square(at)), { name: `Suburb ${at}` }),
    );
    const faults = faultsOf(collection(...holed, feature({ type: "Circle", coordinates: [1, 2] })));
    expect(faults).to.have.length(2);
    expect(faults[0]).to.match(/^fromGeoJson "park": 40 polygons have holes, .*; cut them .* holes: "fill"/);
    for (const at of holed.keys())
      expect(faults[0]).to.contain(`features[${at}] ("Suburb ${at}"): geometry.coordinates (1 hole)`);
    expect(faults[1]).to.contain('features[40]: geometry.type is "Circle"');
  });

  it('C5: `holes: "fill"` leaves holes out', () => {
    const { drawn } = read(polygon(square(), square(0.001, 0.001, 0.001)), { holes: "fill" });
    expect(drawn).to.deep.equal(read(polygon(square())).drawn);
  });

  it("C5: `dropSmallerThan` leaves slivers out, also what has no area", () => {
    const parts = [[square()], [square(1, 0, 0.00005)], [[square()[0], square()[1], square()[0]]]];
    const source = { type: "MultiPolygon", coordinates: parts };
    expect(read(source, { dropSmallerThan: 70 }).drawn).to.deep.equal(read(polygon(square())).drawn);
    expect(faultsOf(source)).to.deep.equal([
      'fromGeoJson "park": coordinates[2] is an outline of fewer than 3 places; dropSmallerThan: 1 leaves it out.',
    ]);
    expect(faultsOf(source, { dropSmallerThan: 1e9 })).to.deep.equal([
      'fromGeoJson "park": it draws nothing.',
    ]);
  });

  const ring = (count: number) =>
    Array.from({ length: count }, (_, at) => ({
      latitude: Number((-37 + 0.01 * Math.sin((2 * Math.PI * at) / count)).toFixed(5)),
      longitude: Number((144 + 0.01 * Math.cos((2 * Math.PI * at) / count)).toFixed(5)),
    }));

  it("C6: what is wrong with a long outline is told with latitude and longitude", () => {
    const vertices = ring(200);
    const [first, second] = [vertices[40], vertices[150]];
    if (first && second) [vertices[40], vertices[150]] = [second, first];
    const [judgement] = polygonRule({ vertices });
    expect(judgement?.reason).to.match(
      /^edge 39–40 from \(-36\.9\d+, 144\.0\d+\) crosses edge \d+–\d+ from \(-3\d\.\d+, 14\d\.\d+\)/,
    );
    const repeated = [...ring(200).slice(0, 100), ...ring(200).slice(99)];
    expect(polygonRule({ vertices: repeated })).to.deep.equal([
      {
        property: "vertices",
        reason:
          "vertices 99 and 100 are one place, (-36.99969, 143.99); the outline is the same without one of the two",
        severity: "warning",
      },
    ]);
  });

  it("C7: a sliver is to be left out, and a vertex that overshoots to be moved back", () => {
    const sliver = [
      [0, 0],
      [0, 0.0001],
      [0.000001, 0.0001],
    ].map(([latitude = 0, longitude = 0]) => ({ latitude, longitude }));
    expect(polygonRule({ vertices: sliver })[0]?.reason).to.match(
      /^its area is 0\.6 m², but must be at least 70 m²; make the outline larger, or leave the polygon out where it is a sliver \(`dropSmallerThan`/,
    );
    const closing = [
      [0, 0],
      [0, 1],
      [1, 1],
      [1, 0],
      [-0.001, 0.001],
    ].map(([latitude = 0, longitude = 0]) => ({ latitude, longitude }));
    expect(polygonRule({ vertices: closing })[0]?.reason).to.match(
      /^edge 0–1 from \(0, 0\) crosses edge 3–4 from \(1, 0\); a vertex between the two overshoots, so leave it out, or move it back$/,
    );
  });

  it("C8: names come from a property, and a feature that is removed shifts no other's", () => {
    const all = collection(suburb("Carlton", 0), suburb("Fitzroy", 1), suburb("Parkville", 2));
    const rest = collection(suburb("Fitzroy", 1), suburb("Parkville", 2));
    expect(read(all, { name: "NAME" }).names).to.deep.equal(["Carlton", "Fitzroy", "Parkville"]);
    expect(read(rest, { name: "NAME" }).drawn).to.deep.equal(read(all, { name: "NAME" }).drawn.slice(1));
    const named: GeoJsonOptions = {
      name: ({ NAME: name }, { index, id }) => `${String(name)}-${index}-${String(id)}`,
    };
    expect(read(collection({ ...suburb("A", 0), id: 7 }), named).names).to.deep.equal(["A-0-7"]);
    expect(read(collection(feature(polygon(square()), { NAME: 12 })), { name: "NAME" }).names).to.deep.equal([
      "12",
    ]);
    const parts = feature(
      { type: "MultiPolygon", coordinates: [[square(5)], [square(6)]] },
      { NAME: "Isles" },
    );
    expect(read(collection(parts, suburb("A", 0)), { name: "NAME" }).names).to.deep.equal([
      "Isles 1",
      "Isles 2",
      "A",
    ]);
    expect(
      faultsOf(collection(suburb("", 0), suburb("A", 1), feature(polygon(square()))), { name: "NAME" }),
    ).to.deep.equal([
      'fromGeoJson "park": the property "NAME" gives no name to features[0], features[2]; name another property, or give a function that returns text.',
    ]);
  });
});
