import { expect } from "chai";
import { zipSync } from "fflate";

import { zonesOf } from "./reading";

const latin1 = (text: string) => Buffer.from(text, "latin1");
const zip = (...names: string[]) =>
  Buffer.from(zipSync(Object.fromEntries(names.map((name) => [name, new Uint8Array([1])]))));
const shapefile = Buffer.alloc(100);
shapefile.writeUInt32BE(9994, 0);

const ogr = "ogr2ogr -f GeoJSON -t_srs EPSG:4326 zones.geojson";

describe("a file that is not read", () => {
  const files: [name: string, content: Buffer | string, sentence: RegExp][] = [
    [
      "stores.shp",
      shapefile,
      /^this is a shapefile; convert it first: ogr2ogr .* zones\.geojson stores\.shp$/,
    ],
    [
      "stores.zip",
      zip("a.shp", "a.dbf"),
      /zipped shapefile; convert it first: ogr2ogr .* \/vsizip\/stores\.zip$/,
    ],
    ["stores.dbf", latin1("\x03abc"), /one part of a shapefile; convert it first: .*stores\.shp$/],
    [
      "x.gpkg",
      latin1("SQLite format 3\0rest"),
      /GeoPackage or another SQLite database; convert it first: ogr2ogr/,
    ],
    ["x.xlsx", zip("xl/workbook.xml", "[Content_Types].xml"), /Excel workbook; save it as "CSV UTF-8"$/],
    ["x.ods", zip("content.xml", "meta.xml"), /OpenDocument file; save its table as "Text CSV"/],
    ["x.docx", zip("word/document.xml"), /Office document/],
    [
      "x.xls",
      latin1("\xd0\xcf\x11\xe0\xa1\xb1"),
      /old Office; of a workbook, save the sheet as "CSV UTF-8"$/,
    ],
    ["x.zip", zip("a.txt"), /archive holds no KML; unpack it first, such as unzip /],
    ["x.fgb", latin1("fgb\x03fgb\0"), /FlatGeobuf; convert it first: ogr2ogr/],
    ["x.parquet", latin1("PAR1\x15"), /Parquet; convert it first: ogr2ogr/],
    [
      "x.bin",
      latin1("\x01\x8fnobody knows"),
      /^this is none of GeoJSON, KML, KMZ, CSV and WKT; convert it first, such as ogr2ogr .* x\.bin$/,
    ],
    ["x.dwg", latin1("AC1032\0\0"), /AutoCAD drawing; save it as DXF, then convert/],
    ["x.dxf", "  0\r\nSECTION\r\n", /DXF drawing; convert it first: ogr2ogr/],
    ["x.geojson.gz", latin1("\x1f\x8b\x08"), /packed by gzip; unpack it first: gunzip /],
    ["x.7z", latin1("7z\xbc\xaf\x27\x1c"), /packed archive; unpack it first$/],
    ["x.pdf", "%PDF-1.7", /PDF, which holds a picture/],
    ["x.png", latin1("\x89PNG\r\n"), /image, which holds no shapes/],
    ["x.jpg", latin1("\xff\xd8\xff\xe0"), /image, which holds no shapes/],
    ["x.svg", "<svg xmlns='x'></svg>", /SVG image/],
    [
      "x.gml",
      '<?xml version="1.0"?><wfs:FeatureCollection xmlns:gml="http://www.opengis.net/gml">',
      /GML; convert it first/,
    ],
    ["x.osm", "<osm version='0.6'></osm>", /OpenStreetMap's XML; convert it first/],
    ["x.gpx", "<gpx><trk/></gpx>", /GPX track and no KML; `pulumi-bluedot walk <source> <track>`/],
    ["x.kml", "<!doctype html><html><body>Sign in", /web page, such as a sign-in page/],
    [
      "x.json",
      '{"type":"Topology","objects":{"my parks":{}}}',
      /TopoJSON; convert it first: npx -p topojson-client topo2geo 'my parks'=zones.geojson < \S*x\.json$/,
    ],
    [
      "x.json",
      '{"geometryType":"esriGeometryPolygon","features":[]}',
      /Esri JSON; convert it first: ogr2ogr -f GeoJSON -t_srs EPSG:4326 zones.geojson \S*x\.json$/,
    ],
    [
      "x.json",
      '{"type":"Point","crs":"EPSG:3857","coordinates":[16136000,-4552000]}',
      /^its crs is "EPSG:3857".*; convert it first: ogr2ogr -f GeoJSON -t_srs EPSG:4326 zones.geojson \S*x\.json$/,
    ],
    [
      "x.json",
      '{"type":"Point","coordinates":[16136000,-4552000]}',
      /are metres of a map projection .* first: ogr2ogr -f GeoJSON .* \S*x\.json, with -s_srs and the code of the projection$/,
    ],
    ["x.json", '{"steps":[]}', /JSON is no GeoJSON/],
    ["x.txt", "Dear all,\nhere are the zones.\n", /the table has no columns latitude and longitude/],
    [
      "notes.md",
      "# Zones\n\nNothing here.\n",
      /none of GeoJSON, KML, KMZ, CSV and WKT; convert it first, such as ogr2ogr/,
    ],
    ["x.csv", "", /the file is empty$/],
    ["x.csv", "\n \n", /the file is empty$/],
    ["x.json", latin1('{"name":"caf\xe9"}'), /the byte 0xE9 is not UTF-8; save it in UTF-8$/],
    ["x.csv", latin1("name,lat\xff\n"), /the byte 0xFF is not UTF-8/],
  ];
  for (const [name, content, sentence] of files) {
    it(`is refused in one sentence: ${name}, ${sentence.source}`, () => {
      const { rows, faults } = zonesOf(content, {}, name);
      expect(rows).to.deep.equal([]);
      expect(faults).to.have.length(1);
      expect(faults[0]).to.match(sentence);
    });
  }

  it("has its path quoted for a shell", () => {
    const { faults } = zonesOf(shapefile, {}, "our stores' map.shp");
    expect(faults[0])
      .to.contain(ogr)
      .and.to.match(/'\S*our stores'\\''[^']*map\.shp'$/);
  });

  it("is refused where it is not there", () => {
    expect(() => zonesOf("", {}, "no/such/folder")).to.throw(/ENOENT/);
  });

  it("is no image for the first letters of its header", () => {
    const { rows } = zonesOf("BMW,name,lat,lon\n1,a,1,2\n", { radius: 40 });
    expect(rows).to.have.length(1);
  });

  it("is known by its content, and not by its name", () => {
    const { rows } = zonesOf("POINT (144.9 -37.8)", { name: () => "a", radius: 40 }, "x.xyz");
    expect(rows).to.have.length(1);
  });
});
