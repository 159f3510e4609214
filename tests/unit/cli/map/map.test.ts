import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";

import { drawMap, type Drawing } from "../../../../cli/map/map";
import { readZones } from "../../../../files";
import { plan as planOf, secret, step, zone } from "../../plan/plans";
import { start } from "../command";

const plan = join(__dirname, "../../../fixtures/plans/every-change.json");

describe("the command that draws a map", () => {
  let folder = "";
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "map-"));
  });
  after(() => rm(folder, { recursive: true }));

  const path = (name: string) => join(folder, name);
  async function file(name: string, text: string): Promise<string> {
    await writeFile(path(name), text);
    return path(name);
  }
  async function drawn(drawing: Partial<Drawing>) {
    let printed = "";
    const warnings: string[] = [];
    const summary = await drawMap({
      source: plan,
      format: "geojson",
      print: (text) => {
        printed += text;
        return Promise.resolve();
      },
      onWarning: (sentence) => warnings.push(sentence),
      ...drawing,
    });
    return { printed, warnings, summary };
  }
  const refusal = (drawing: Partial<Drawing>) =>
    drawn(drawing).then(
      () => "",
      (error: unknown) => String(error),
    );

  it("writes a page, says what it shows, and overwrites its own page", async () => {
    for (let run = 0; run < 2; run++) {
      const { summary } = await drawn({ format: "html", out: path("map.html") });
      expect(summary).to.equal(
        `${path("map.html")}: 2 created, 4 moved, 3 changed, 2 deleted, 5 drifted, 4 unchanged; 5 not drawn`,
      );
    }
    expect(await readFile(path("map.html"), "utf8")).to.match(/^<!doctype html>/);
    expect(await readdir(folder)).to.deep.equal(["map.html"]);
  });

  it("refuses to overwrite another file before it reads the source", async () => {
    const out = await file("mine.html", "mine");
    expect(await refusal({ source: "missing.json", out })).to.include("mine.html exists");
    expect((await drawn({ out, force: true })).summary).to.include("mine.html: 2 created");
  });

  it("prints the other formats", async () => {
    expect((await drawn({ format: "markdown" })).printed).to.match(/^<!-- pulumi-bluedot map -->/);
    expect((await drawn({ format: "svg" })).printed).to.match(/^<svg /);
    const { printed, summary } = await drawn({ format: "geojson", only: ["create"] });
    expect(printed.match(/"change":"\w+"/g)).to.deep.equal(Array(2).fill('"change":"create"'));
    expect(summary).to.match(/^standard output: 2 created, 4 moved/);
  });

  it("draws the zones of a file, with a radius for its points", async () => {
    const source = await file("shops.csv", "name,latitude,longitude\ncafe,-37.81,144.96\n");
    const { printed, summary } = await drawn({ source, radius: 60 });
    expect(printed).to.include('"label":"cafe"').and.to.include('"radius":60');
    expect(summary).to.equal("standard output: 1 zone");
    expect(await refusal({ source })).to.include("shops.csv:2");
  });

  it("writes GeoJSON of which the circles can be read as zones again", async () => {
    const source = await file("one.csv", "name,latitude,longitude,radius\ncafe,-37.81,144.96,40\n");
    const { printed } = await drawn({ source });
    const [zone] = readZones(await file("again.geojson", printed), { minimumRetriggerTime: 60 });
    expect(zone?.name).to.equal("cafe");
  });

  it("draws points and a track", async () => {
    const points = await file("points.csv", "name,lat,lng\nRogers,-37.81,144.96\n");
    const track = await file(
      "track.geojson",
      '{"type":"LineString","coordinates":[[144.96,-37.81],[144.97,-37.81]]}',
    );
    const { printed } = await drawn({ points, track });
    expect(printed)
      .to.match(/"kind":"point","name":"[^\n]*Rogers/)
      .and.to.include('"kind":"track"');
  });

  it("refuses more points than can be told apart", async () => {
    const points = await file("many.csv", `lat,lng\n${"-37.81,144.96\n".repeat(50_001)}`);
    expect(await refusal({ points })).to.match(
      /many\.csv: it has 50,001 points; a map shows 50,000 at most\.$/,
    );
  });

  it("refuses a source without zones", async () => {
    const source = await file(
      "empty.json",
      JSON.stringify({ version: 3, deployment: { manifest: {}, resources: [] } }),
    );
    expect(await refusal({ source })).to.match(/empty\.json: .*no zones/);
  });

  it("refuses --only for a source of one version", async () => {
    const source = await file("single.csv", "name,latitude,longitude,radius\ncafe,-37.81,144.96,40\n");
    expect(await refusal({ source, only: ["create"] })).to.match(/single\.csv: --only is for a plan;/);
  });

  it("draws a source whose zones are all secret and none of --only", async () => {
    const inputs = zone({ geofeatures: secret });
    const source = await file("secret.json", planOf([step("same", { old: inputs, new: inputs })]));
    expect((await drawn({ source, only: ["create"] })).summary).to.include("standard output");
  });

  const P = plan;
  const told: [what: string, args: string[], code: number, parts: string[]][] = [
    ["its options with --help", ["--help"], 0, ["--only <created,…>", "A <source> is one of", "Examples:"]],
    ["of a missing source", [], 1, ["missing required argument 'source'"]],
    ["of a format that there is not", [P, "--format", "png"], 1, ["html, markdown, svg, geojson"]],
    ["of a change that there is not", [P, "--only", "moved,deletd"], 1, ["Did you mean deleted?"]],
    ["of a radius that is none", [P, "--radius", "-3"], 1, ["It must be a number of metres, 5 or more"]],
    ["of tiles without words", [P, "--tiles", "https://x/{z}/{x}/{y}"], 1, ["--tiles needs --attribution"]],
    ["of words without tiles", [P, "--attribution", "me"], 1, ["--attribution is for --tiles"]],
    ["of tiles in a picture", [P, "--format", "svg", "--tiles", "x"], 1, ["for --format html"]],
    ["of points in a comment", [P, "--format", "markdown", "--points", "x"], 1, ["for the other formats"]],
    ["of a file that is missing", ["missing.json"], 1, ["missing.json: there is no such file"]],
    [
      "what it drew",
      [P, "--out", "-", "--format", "svg"],
      0,
      ["<svg ", "standard output: 2 created, 4 moved"],
    ],
  ];
  for (const [what, args, code, parts] of told) {
    it(`tells ${what}`, async () => {
      const command = start("map", ...args);
      expect(await command.code).to.equal(code);
      for (const part of parts) expect(command.printed()).to.include(part);
      expect(command.printed()).not.to.match(/^ +at /m);
    });
  }

  it("chooses the format by the ending of the file", async () => {
    const out = path("zones.MD");
    expect(await start("map", plan, "--out", out, "--only", "moved,deleted").code).to.equal(0);
    const text = await readFile(out, "utf8");
    expect(text).to.include("Map of 4 moved zones").and.to.include("left out of the drawing: 3 created");
  });
});
