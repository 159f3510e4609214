import { expect } from "chai";

import { zonesOf } from "../reading";
import { aPoint, aPolygon, kml, placemark, read } from "./reading";

describe("readKml", () => {
  it("gives the placemarks of folders within each other, with the names of the folders", () => {
    const { features } = read(
      kml(
        `<name>Map</name><Folder><name> North </name><Placemark><name>A</name>${aPoint}</Placemark>` +
          `<Folder><Placemark><name>B</name>${aPoint}</Placemark></Folder></Folder>` +
          `<Placemark>${aPoint}</Placemark>`,
      ),
    );
    expect(features.map(({ name, folders }) => [name, folders])).to.deep.equal([
      ["A", ["Map", "North"]],
      ["B", ["Map", "North"]],
      [undefined, ["Map"]],
    ]);
  });

  it("gives extended data with its places", () => {
    const { features } = read(
      placemark(
        `${aPoint}<ExtendedData>\n<Data name="radius"><displayName>R</displayName><value> 40</value></Data>\n` +
          '<SchemaData schemaUrl="#s"><SimpleData name="tag"><![CDATA[a & b]]></SimpleData></SchemaData>\n' +
          '<camp:number>14</camp:number><Data name="empty"/></ExtendedData>',
      ),
    );
    expect([...(features[0]?.properties ?? [])]).to.deep.equal([
      ["radius", { value: "40", place: { position: { line: 3, column: 57 } } }],
      ["tag", { value: "a & b", place: { position: { line: 4, column: 51 } } }],
      ["number", { value: "14", place: { position: { line: 5, column: 14 } } }],
    ]);
  });

  it("takes the first of two data of one name, and says so", () => {
    const data = (value: string) => `<Data name="radius"><value>${value}</value></Data>`;
    const { features, warnings } = read(
      placemark(`${aPoint}<ExtendedData>${data("1")}${data("2")}</ExtendedData>`),
    );
    expect(features[0]?.properties.get("radius")?.value).to.equal("1");
    expect(warnings[0]).to.include('the data "radius" is there twice');
  });

  it("gives a plain description and an address as properties", () => {
    const { features, warnings } = read(
      placemark(`${aPoint}<description>The door</description><address>1 High St</address>`),
    );
    const values = [...(features[0]?.properties ?? [])].map(([name, { value }]) => [name, value]);
    expect(values).to.deep.equal([
      ["description", "The door"],
      ["address", "1 High St"],
    ]);
    expect(warnings).to.deep.equal([]);
  });

  for (const root of ["Document", "Folder"]) {
    it(`reads a ${root} without <kml> around it`, () => {
      const placemark = `<Placemark><styleUrl>#a</styleUrl>${aPoint}</Placemark>`;
      const style = '<Style id="a"><LineStyle><color>ff0000ff</color></LineStyle></Style>';
      const { features, faults } = read(`<${root}><name>Map</name>${style}${placemark}</${root}>`);
      expect(faults).to.deep.equal([]);
      expect(features.map(({ folders, color }) => [folders, color])).to.deep.equal([[["Map"], "#FF0000"]]);
    });
  }

  it("reads a Placemark without <kml> around it", () => {
    expect(read(`<Placemark>${aPoint}</Placemark>`).features).to.have.lengthOf(1);
  });

  const links: [what: string, link: string, name: string][] = [
    [
      "Link",
      "<Link><href>https://example.com/a.kml?mid=1&amp;b=2</href></Link>",
      " to https://example.com/a.kml?…",
    ],
    ["Url", "<Url><href>sites/b.kmz</href></Url>", " to sites/b.kmz"],
    [
      "a sign-in in its address",
      "<Link><href>https://me:pass@example.com/a.kml</href></Link>",
      " to https://example.com/a.kml",
    ],
    ["no address", "", ""],
  ];
  for (const [what, link, name] of links) {
    it(`refuses a network link with ${what}`, () => {
      const { faults } = read(kml(`<NetworkLink>${link}</NetworkLink>`));
      expect(faults).to.deep.equal([
        `a.kml:2:1: the network link${name} is not followed; download that file and read it instead`,
      ]);
    });
  }

  it("takes a drawing in a description for no drawing of the file", () => {
    const svg = "<description><![CDATA[<svg width='1'></svg>]]></description>";
    const { rows, faults } = zonesOf(placemark(`<name>a</name>${svg}${aPolygon}`));
    expect([rows.length, faults]).to.deep.equal([1, []]);
  });

  it("says what to do about an address beside coordinates that are empty", () => {
    const point = "<address>1 High St</address><Point><coordinates> </coordinates></Point>";
    expect(read(placemark(point)).faults[0]).to.match(
      /a Point has no coordinates and its placemark an address: My Maps .*; geocode it first$/,
    );
  });

  it("refuses a placemark with an address and no coordinates", () => {
    const { faults } = read(placemark("<name>Shop</name><address>1 High St</address>"));
    expect(faults).to.deep.equal([
      'a.kml:2:1: the placemark "Shop" has an address and no coordinates: My Maps leaves them out for places imported from a table; geocode it first',
    ]);
  });

  const passedOver: [what: string, text: string, warning: string][] = [
    [
      "a placemark without a shape",
      placemark("<name>Shop</name>"),
      'the placemark "Shop" has no shape, and is passed over',
    ],
    [
      "a track",
      placemark("<gx:Track><when>x</when></gx:Track>"),
      "<Track> is passed over: a track is no fence",
    ],
    ["a 3-D model", placemark("<Model/>"), "<Model> is passed over: it is a 3-D model"],
    ["a ground overlay", kml("<GroundOverlay/>"), "<GroundOverlay> is passed over: it is an image"],
    ["a photo overlay", kml("<PhotoOverlay/>"), "<PhotoOverlay> is passed over: it is an image"],
    ["a screen overlay", kml("<ScreenOverlay/>"), "<ScreenOverlay> is passed over: it is an image"],
    ["a tour", kml("<gx:Tour/>"), "<Tour> is passed over: a tour is no fence"],
    [
      "a description in HTML",
      placemark(`${aPoint}<description><![CDATA[<b>x</b>]]></description>`),
      "the HTML of a description is passed over",
    ],
    [
      "an icon",
      placemark(`${aPoint}<Style><IconStyle/></Style>`),
      "<IconStyle> is passed over: a fence has a color and no icon",
    ],
    [
      "a balloon",
      placemark(`${aPoint}<Style><BalloonStyle/></Style>`),
      "<BalloonStyle> is passed over: a fence has no balloon",
    ],
  ];
  for (const [what, text, warning] of passedOver) {
    it(`passes over ${what} with a warning`, () => {
      const { faults, warnings } = read(text);
      expect(faults).to.deep.equal([]);
      expect(warnings).to.have.lengthOf(1);
      expect(warnings[0]).to.include(warning);
    });
  }

  it("warns once for all of a kind", () => {
    const { warnings } = read(kml("<GroundOverlay/><GroundOverlay/><GroundOverlay/>"));
    expect(warnings).to.deep.equal([
      "a.kml:2:1: <GroundOverlay> is passed over: it is an image (and 2 more like it)",
    ]);
  });

  const others: [what: string, text: string, fault: RegExp][] = [
    [
      "a web page",
      "<!DOCTYPE html>\n<html><body><br></body></html>",
      /1:1: this is a web page, such as a sign-in page, and no KML/,
    ],
    ["a web page without a document type", "\n<!-- x --><html>", /1:1: this is a web page/],
    [
      "a GPX track",
      '<?xml version="1.0"?><gpx/>',
      /1:1: this is a GPX track and no KML; `pulumi-bluedot walk/,
    ],
    ["other XML", '<?xml version="1.0"?>\n<osm/>', /2:1: this is XML of <osm> and no KML/],
    ["XML that is not well-formed", "<kml>\n<Document></kml>", /2:\d+: this is no well-formed XML/],
    [
      "an entity of a DTD",
      '<!DOCTYPE kml [<!ENTITY a "b">]>\n<kml>&a;</kml>',
      /2:\d+: this is no well-formed XML: undefined entity/,
    ],
    ["no text", "", /: this is no well-formed XML/],
  ];
  for (const [what, text, fault] of others) {
    it(`refuses ${what}`, () => {
      const { faults } = read(text);
      expect(faults).to.have.lengthOf(1);
      expect(faults[0]).to.match(fault);
    });
  }

  it("reads 10,000 placemarks in less than two seconds", () => {
    const many = Array.from(
      { length: 10_000 },
      (_, at) => `<Placemark><name>${at}</name>${aPolygon}</Placemark>`,
    );
    const start = performance.now();
    expect(read(kml(many.join("\n"))).features).to.have.lengthOf(10_000);
    expect(performance.now() - start).to.be.below(2_000);
  });
});
