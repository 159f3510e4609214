import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import { start } from "../command";

const kml = `<kml><Folder><name>North</name>
<Placemark><name>Gate</name><LineString><coordinates>1,2 3,4</coordinates></LineString></Placemark>
<Placemark><name>Door</name><Style><IconStyle/></Style><Point><coordinates>144.9,-37.8</coordinates></Point></Placemark>
</Folder></kml>`;

describe("pulumi-bluedot convert", () => {
  let folder = "";
  const at = (name: string) => join(folder, name);
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "convert-"));
    writeFileSync(at("a.kml"), kml);
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it("writes another format, with warnings and a summary", async () => {
    const command = start(
      "convert",
      at("a.kml"),
      "--radius",
      "40",
      "--name",
      "{folder} {name}",
      "--out",
      at("b.csv"),
    );
    expect(await command.code).to.equal(0);
    expect(command.printed()).to.equal(
      `Warning: ${at("a.kml")}:3:36: <IconStyle> is passed over: a fence has a color and no icon\n` +
        "2 zones: 1 circle, 1 geoline; 1 warning\n",
    );
    const [, gate, door] = readFileSync(at("b.csv"), "utf8").split("\n");
    expect(gate).to.match(/^North Gate,North Gate,geoline,,,,"LINESTRING \(1 2, 3 4\)"/);
    expect(door).to.match(/^North Door,North Door,circle,-37.8,144.9,40,/);
  });

  it("writes KMZ, and reads it", async () => {
    const first = start("convert", at("a.kml"), "--radius", "40", "--group", "folder", "--out", at("b.kmz"));
    expect(await first.code).to.equal(0);
    const second = start("convert", at("b.kmz"), "--format", "geojson");
    expect(await second.code).to.equal(0);
    expect(second.printed())
      .to.include('"name":"Gate","zone":"North"')
      .and.include("1 zone: 1 circle, 1 geoline");
  });

  it("shows all faults, and writes nothing", async () => {
    const bad = kml.replace("1,2", "x,2").replace("144.9", "y");
    writeFileSync(at("a.kml"), bad);
    const command = start("convert", at("a.kml"), "--out", at("b.csv"));
    expect(await command.code).to.equal(1);
    expect(command.printed()).to.match(
      /a\.kml:2:54: longitude "x" must.*\n.*a\.kml:3:76: longitude "y" must/,
    );
    expect(existsSync(at("b.csv"))).to.equal(false);
  });

  it("names options by its flags", async () => {
    const [ring, sliver] = ["0 0, 1 0, 1 1, 0 1, 0 0", "0 0, 0.00001 0, 0 0.00001, 0 0"];
    writeFileSync(
      at("a.csv"),
      `name,wkt\na,"POLYGON ((${ring}), (${ring.replaceAll("1", "0.5")}))"\nb,"POLYGON ((${sliver}))"\nc,POINT (1 2)\n`,
    );
    const command = start("convert", at("a.csv"), "--custom-data", "nam", "--format", "csv");
    expect(await command.code).to.equal(1);
    expect(command.printed())
      .to.include('there is no "nam", which --custom-data names; did you mean "name"?')
      .and.include("or give --holes fill, and the zone")
      .and.include("with --drop-smaller-than 70")
      .and.include("must be given: --radius 40, or a property radius");
  });

  it("refuses a radius below the least", async () => {
    const command = start("convert", at("a.kml"), "--radius", "2", "--format", "csv");
    expect(await command.code).to.equal(1);
    expect(command.printed()).to.match(/^--radius is 2, but must be metres, 5 or more/);
  });

  it("reads standard input", async () => {
    const command = start("convert", "-", "--format", "csv");
    expect(await command.code).to.equal(1);
    expect(command.printed()).to.match(/^standard input: it is empty; .*\n$/);
  });

  it("replaces no file without --force", async () => {
    const command = start("convert", at("a.kml"), "--out", at("a.kml"));
    expect(await command.code).to.equal(1);
    expect(command.printed()).to.equal(`${at("a.kml")} exists; --force replaces it.\n`);
  });
});
