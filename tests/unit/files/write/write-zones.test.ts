import { kml as toGeoJson } from "@tmcw/togeojson";
import { DOMParser } from "@xmldom/xmldom";
import { wktToGeoJSON } from "betterknown";
import { expect } from "chai";
import { parse } from "papaparse";

import type { ZoneFormat } from "../../../../files/write/options";
import { writeZones } from "../../../../files/write/write-zones";
import type { DrawnZone } from "../../../../files/zone-row";
import { metresBetween } from "../../../../geometry/point";
import { cafe, mall } from "./zones";

const formats: readonly ZoneFormat[] = ["geojson", "kml", "csv"];
const circleAt = (longitude: number) => ({
  type: "circle" as const,
  name: "a",
  center: { latitude: 10, longitude },
  radius: 1e-7,
});

describe("zones as GeoJSON", () => {
  it("are a feature a line, with the zone's properties by their names", () => {
    expect(writeZones([cafe], "geojson")).to.equal(
      '{"type":"FeatureCollection","features":[\n' +
        '{"type":"Feature","properties":{"name":"cafe","radius":40,"stroke":"#429BD5","fill":"#429BD5","marker-color":"#429BD5","minimumRetriggerTime":3600},"geometry":{"type":"Point","coordinates":[144.9,-37.8]}}\n' +
        "]}\n",
    );
  });

  it("have the zone's name at each of several geofeatures", () => {
    const settings = {
      triggerOnExit: false,
      tags: ["a,b", "c"],
      customData: { store: "12", note: 'say "<hi>"\n' },
      conditions: [{ type: "timeActive", fromTime: "09:00:00", toTime: "17:00:00" }],
      actions: [{ type: "message", title: "Welcome", message: "Hi" }],
      destinationId: "store-12",
    };
    const ring = (...coordinates: number[][]) => ({ type: "Polygon", coordinates: [coordinates] });
    expect(JSON.parse(writeZones([mall], "geojson"))).to.deep.equal({
      type: "FeatureCollection",
      features: [
        {
          type: "Feature",
          properties: { name: "yard", zone: "mall & more", stroke: "#ffb000", fill: "#ffb000", ...settings },
          geometry: ring([0, 0], [0.5, 0], [0.5, 1e-7], [0, 0]),
        },
        {
          type: "Feature",
          properties: { name: "park", zone: "mall & more", geofeature: "boundingBox", ...settings },
          geometry: ring([179, -17], [-179, -17], [-179, -16], [179, -16], [179, -17]),
        },
        {
          type: "Feature",
          properties: { name: "gate", zone: "mall & more", ...settings },
          geometry: {
            type: "LineString",
            coordinates: [
              [2, 1],
              [4, 3],
            ],
          },
        },
      ],
    });
  });
});

describe("zones as KML", () => {
  it("are placemarks with styles and data, in a folder where the zone has another name", () => {
    expect(
      writeZones([cafe, { ...mall, geofeatures: mall.geofeatures.slice(0, 1) }, cafeToo], "kml"),
    ).to.equal(
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<kml xmlns="http://www.opengis.net/kml/2.2">',
        "<Document>",
        '<Style id="color-429BD5"><LineStyle><color>ffd59b42</color></LineStyle><PolyStyle><color>80d59b42</color></PolyStyle></Style>',
        '<Style id="color-FFB000"><LineStyle><color>ff00b0ff</color></LineStyle><PolyStyle><color>8000b0ff</color></PolyStyle></Style>',
        '<Placemark><name>cafe</name><styleUrl>#color-429BD5</styleUrl><ExtendedData><Data name="radius"><value>40</value></Data><Data name="minimumRetriggerTime"><value>3600</value></Data></ExtendedData><Point><coordinates>144.9,-37.8</coordinates></Point></Placemark>',
        "<Folder>",
        "<name>mall &amp; more</name>",
        "<Placemark><name>yard</name><styleUrl>#color-FFB000</styleUrl><ExtendedData>" +
          '<Data name="zone"><value>mall &amp; more</value></Data><Data name="color"><value>#ffb000</value></Data>' +
          '<Data name="triggerOnExit"><value>false</value></Data><Data name="tags"><value>["a,b","c"]</value></Data>' +
          '<Data name="customData"><value>{"store":"12","note":"say \\"&lt;hi&gt;\\"\\n"}</value></Data>' +
          '<Data name="conditions"><value>[{"type":"timeActive","fromTime":"09:00:00","toTime":"17:00:00"}]</value></Data>' +
          '<Data name="actions"><value>[{"type":"message","title":"Welcome","message":"Hi"}]</value></Data>' +
          '<Data name="destinationId"><value>store-12</value></Data></ExtendedData>' +
          "<Polygon><outerBoundaryIs><LinearRing><coordinates>0,0 0.5,0 0.5,0.0000001 0,0</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>",
        "</Folder>",
        "<Placemark><name>too</name><LineString><tessellate>1</tessellate><coordinates>2,1 4,3</coordinates></LineString></Placemark>",
        "</Document>",
        "</kml>\n",
      ].join("\n"),
    );
  });

  it("have the geometry that togeojson reads", () => {
    const { features } = toGeoJson(
      new DOMParser().parseFromString(writeZones([cafe, mall], "kml"), "text/xml"),
    );
    const own: unknown = JSON.parse(writeZones([cafe, mall], "geojson"));
    expect({ features: features.map(({ geometry }) => ({ geometry })) }).to.deep.equal({
      features: geometriesIn(own),
    });
  });
});

describe("zones as CSV", () => {
  it("are a row each geofeature, circles in columns of their own", () => {
    const { data } = parse<string[]>(writeZones([cafe, mall], "csv").trimEnd());
    const [header, ...rows] = data;
    expect(header?.join(" ")).to.equal(
      "zone name geofeature latitude longitude radius wkt color minimumRetriggerTime triggerOnExit tags customData conditions actions destinationId",
    );
    expect(rows[0]).to.deep.equal([
      ...["cafe", "cafe", "circle", "-37.8", "144.9", "40", "", "#429BD5", "3600", "", "", "", "", "", ""],
    ]);
    expect(rows.map((row) => row[6])).to.deep.equal([
      "",
      "POLYGON ((0 0, 0.5 0, 0.5 0.0000001, 0 0))",
      "POLYGON ((179 -17, -179 -17, -179 -16, 179 -16, 179 -17))",
      "LINESTRING (2 1, 4 3)",
    ]);
    expect(rows[1]?.slice(9)).to.deep.equal([
      "false",
      '["a,b","c"]',
      '{"store":"12","note":"say \\"<hi>\\"\\n"}',
      '[{"type":"timeActive","fromTime":"09:00:00","toTime":"17:00:00"}]',
      '[{"type":"message","title":"Welcome","message":"Hi"}]',
      "store-12",
    ]);
  });

  it("have the geometry that another reader of WKT reads", () => {
    const { data } = parse<string[]>(writeZones([mall], "csv").trimEnd());
    const read = data.slice(1).map((row) => ({ geometry: wktToGeoJSON(row[6] ?? "") }));
    const own: unknown = JSON.parse(writeZones([mall], "geojson"));
    expect(JSON.stringify(read)).to.equal(JSON.stringify(geometriesIn(own)));
  });

  it("keep text as it is", () => {
    const name = '=1+1;"x",\ny';
    const { data } = parse<string[]>(writeZones([{ ...cafe, name }], "csv").trimEnd());
    expect(data[1]?.[0]).to.equal(name);
  });
});

describe("writeZones", () => {
  it("gives equal bytes for equal zones, from any iterable", () => {
    for (const format of formats) {
      const texts = [[cafe, mall], new Set([cafe, mall])].map((zones) => writeZones(zones, format));
      expect(texts[0]).to.equal(texts[1]);
    }
  });

  it("writes a file without zones", () => {
    expect(JSON.parse(writeZones([], "geojson"))).to.deep.equal({ type: "FeatureCollection", features: [] });
    expect(writeZones([], "csv").split("\n")).to.have.lengthOf(2);
    expect(writeZones([], "kml")).to.include("<Document>\n</Document>");
  });

  it("writes no exponents to KML and CSV, and all digits", () => {
    const zone: DrawnZone = { name: "a", geofeatures: [circleAt(-1.25e-9)] };
    expect(writeZones([zone], "kml"))
      .to.include("<coordinates>-0.00000000125,10</coordinates>")
      .and.include("0.0000001<");
    expect(writeZones([zone], "csv")).to.include(",10,-0.00000000125,0.0000001,");
  });

  it("rounds to the decimals that are asked for", () => {
    const zone: DrawnZone = { name: "a", geofeatures: [circleAt(-0.123456789)] };
    expect(writeZones([zone], "geojson", { decimals: 3 })).to.include("[-0.123,10]");
    expect(writeZones([zone], "geojson", { decimals: 0 })).to.include("[0,10]");
    expect(() => writeZones([zone], "geojson", { decimals: 1.5 })).to.throw(
      RangeError,
      "decimals is 1.5, but must be a whole number from 0 to 15",
    );
  });

  it("writes circles as outlines of 64 vertices, where that is asked for", () => {
    const center = { latitude: -60, longitude: 179.9999 };
    const zone: DrawnZone = { name: "a", geofeatures: [{ type: "circle", name: "a", center, radius: 100 }] };
    const text = writeZones([zone], "geojson", { circles: "polygon" });
    const pairs = [...text.matchAll(/\[(-?[\d.]+),(-?[\d.]+)\]/g)];
    expect(pairs).to.have.lengthOf(65);
    for (const [, longitude, latitude] of pairs) {
      const vertex = { latitude: Number(latitude), longitude: Number(longitude) };
      expect(Math.abs(vertex.longitude)).to.be.at.most(180);
      expect(metresBetween(center, vertex)).to.be.closeTo(100, 0.001);
    }
    expect(text).not.to.include("radius");
  });

  const unwritable: [what: string, zone: DrawnZone, format: ZoneFormat, fault: string][] = [
    [
      "a blank at the end of a name",
      { ...cafe, name: "cafe " },
      "csv",
      'zone "cafe ": its name is blank, or begins or ends with a blank',
    ],
    [
      "a blank tag",
      { ...cafe, tags: [" "] },
      "csv",
      'zone "cafe": its tag is blank, or begins or ends with a blank',
    ],
    [
      "a control character in KML",
      { ...cafe, name: "ca\u0001fe" },
      "kml",
      'zone "ca\\u0001fe": its name has the character U+0001, which KML cannot hold',
    ],
    [
      "half a character in CSV",
      { ...cafe, destinationId: "\ud800x" },
      "csv",
      'zone "cafe": its destinationId has the character U+D800, which CSV cannot hold',
    ],
    [
      "a character in custom data that is none",
      { ...cafe, customData: { a: "\uffff" } },
      "kml",
      'zone "cafe": its text has the character U+FFFF, which KML cannot hold',
    ],
    [
      "no geofeature",
      { ...cafe, geofeatures: [] },
      "geojson",
      'zone "cafe": it has no geofeature, and a file has nothing else to hold it by',
    ],
    [
      "a number that is none",
      { ...cafe, geofeatures: [circleAt(NaN)] },
      "geojson",
      'zone "cafe": its geofeature "a" has a number that is none',
    ],
    [
      "a color that is none",
      { ...cafe, geofeatures: [{ ...circleAt(0), color: 'red"><x' }] },
      "kml",
      'zone "cafe": its geofeature "a" has the color "red\\"><x", but must have one such as #429BD5',
    ],
    [
      "a box around more than half the earth",
      {
        ...cafe,
        geofeatures: [
          {
            type: "boundingBox",
            name: "b",
            southWest: { latitude: 0, longitude: -100 },
            northEast: { latitude: 1, longitude: 100 },
          },
        ],
      },
      "kml",
      'zone "cafe": its geofeature "b" is wider than 180°, and an outline cannot say which way round it goes',
    ],
    [
      "a box at a pole",
      {
        ...cafe,
        geofeatures: [
          {
            type: "boundingBox",
            name: "b",
            southWest: { latitude: 89, longitude: 0 },
            northEast: { latitude: 90, longitude: 10 },
          },
        ],
      },
      "geojson",
      'zone "cafe": its geofeature "b" reaches a pole, which all longitudes share, and an outline loses its width there',
    ],
  ];
  for (const [what, zone, format, fault] of unwritable) {
    it(`refuses ${what}`, () => {
      expect(() => writeZones([zone], format))
        .to.throw(Error)
        .with.property("message", fault);
    });
  }

  it("refuses two zones of one name, with all that is wrong", () => {
    expect(() => writeZones([cafe, { ...cafe, tags: [""] }], "csv"))
      .to.throw(Error)
      .with.property(
        "message",
        'zone "cafe": its tag is blank, or begins or ends with a blank\n' +
          'zone "cafe": its name is that of another zone too, and each needs one of its own',
      );
  });

  it("writes control characters to GeoJSON, and those that XML has to KML", () => {
    expect(() => writeZones([{ ...cafe, name: "ca\u0001fe" }], "geojson")).not.to.throw();
    expect(writeZones([{ ...cafe, name: "ca\rfe" }], "kml")).to.include("<name>ca&#13;fe</name>");
    expect(() =>
      writeZones([{ ...cafe, actions: [{ type: "url", url: "a\u0001\r\ud800" }] }], "kml"),
    ).not.to.throw();
  });
});

const cafeToo: DrawnZone = {
  name: "too",
  geofeatures: mall.geofeatures
    .filter(({ type }) => type === "geoline")
    .map((each) => ({ ...each, name: "too" })),
};

/** The geometries of a FeatureCollection, as a list of objects with one each. */
function geometriesIn(collection: unknown): unknown[] {
  return [...JSON.stringify(collection).matchAll(/"geometry":(\{.*?\})\}/g)].map(([, text = "null"]) => {
    const geometry: unknown = JSON.parse(text);
    return { geometry };
  });
}
