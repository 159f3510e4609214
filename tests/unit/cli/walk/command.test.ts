import { expect } from "chai";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { readTrack } from "../../../../fences/track/read";
import { start } from "../command";

const fixtures = join(__dirname, "../../../fixtures");
const plan = join(fixtures, "plans/every-change.json");
const south = join(fixtures, "tracks/south.csv");

const zones = JSON.stringify({
  type: "FeatureCollection",
  features: [
    {
      type: "Feature",
      properties: { name: "cafe", radius: 40, minimumRetriggerTime: 600, triggerOnExit: true },
      geometry: { type: "Point", coordinates: [144.964, -37.814] },
    },
    {
      type: "Feature",
      properties: { name: "mall\u001b[2J", minimumRetriggerTime: 600 },
      geometry: { type: "Point", coordinates: [144.99, -37.81] },
    },
  ],
});

const drawn = JSON.stringify({
  type: "LineString",
  coordinates: [
    [144.962, -37.813],
    [144.966, -37.815],
  ],
});

describe("pulumi-bluedot walk", function () {
  this.timeout(60_000);
  let folder = "";
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "walk-"));
    writeFileSync(join(folder, "zones.geojson"), zones);
    writeFileSync(join(folder, "drawn.geojson"), drawn);
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });
  const inFolder = (file: string) => join(folder, file);
  const walk = (...args: string[]) => start("walk", ...args);

  it("walks over the new version of a plan, and says what changes", async () => {
    const command = walk(plan, south, "--format", "text");
    expect(await command.code).to.equal(0);
    const printed = command.printed();
    for (const line of [
      "13:00:10 enter  moved (door)",
      '  moved enter comes 10 s earlier (13:00:20): circle "door" moved 11 m; the radius of circle "door" is 60 m, was 40 m',
      "  created enter comes now (13:04:00): the zone is new",
      "  deleted enter no longer comes (13:05:00): the zone is gone",
      "Note: 2 zones could not be looked at: a value is secret.",
      "This is geometry, not a phone: docs/walk.md lists what is assumed.",
    ])
      expect(printed.split("\n")).to.include(line);
    expect(printed).not.to.contain("canary");
  });

  it("exits with 7 where the triggers are not those that were expected", async () => {
    const command = walk(plan, south, "--expect", "moved enter", "updated enter");
    expect(await command.code).to.equal(7);
    expect(command.printed()).to.contain("  + created enter (13:04:00)");
  });

  it("compares with an earlier version, whose labels are its own", async () => {
    const earlier = JSON.stringify({
      type: "Feature",
      properties: { name: "moved", radius: 40, minimumRetriggerTime: 600 },
      geometry: { type: "Point", coordinates: [144.9, -37.02] },
    });
    writeFileSync(inFolder("earlier.json"), earlier);
    const command = walk(plan, south, "--before", inFolder("earlier.json"));
    expect(await command.code).to.equal(0);
    expect(command.printed()).to.contain("  updated enter comes now (13:02:00): the zone is new");
    rmSync(inFolder("earlier.json"));
  });

  it("takes assumptions, and expects triggers of some zones only", async () => {
    const expected = [plan, south, "--zones", "moved", "--expect", "moved enter"];
    const met = walk(...expected, "--assume", "whenStartsInside=trigger", "exitDistance=30");
    expect(await met.code).to.equal(0);
    expect(met.printed()).to.contain("\nAs expected:\n    moved enter");
    expect(await walk(plan, south, "--expect", "moved enter").code).to.equal(7);
  });

  it("expects that nothing triggers, where --expect has no trigger", async () => {
    const command = walk(plan, south, "--expect");
    expect(await command.code).to.equal(7);
    expect(command.printed()).to.contain("+ moved enter");
    expect(await walk(plan, south, "--zones", "in-component", "--expect").code).to.equal(0);
  });

  it("gives times to a drawn track, and writes it for Xcode, whole", async () => {
    const gpx = inFolder("out.gpx");
    const given = [inFolder("zones.geojson"), inFolder("drawn.geojson"), "--radius", "50", "--gpx", gpx];
    const command = walk(...given, "--start", "2026-11-30T09:00", "--speed", "1.4", "--format", "json");
    expect(await command.code).to.equal(0);
    const report: unknown = JSON.parse(command.printed());
    expect(report).to.have.nested.include({
      "events[0].type": "enter",
      "events[0].zone": "cafe",
      "events[0].time": "2026-11-29T22:02:05.000Z",
    });
    expect(readFileSync(gpx, "utf8")).to.contain("<time>2026-11-29T22:02:05Z</time><name>enter cafe</name>");
    expect(readTrack(gpx)).to.have.length(61);
    expect(readdirSync(folder)).to.have.members(["zones.geojson", "drawn.geojson", "out.gpx"]);
  });

  it("writes over its own file, and over somebody's only with --force", async () => {
    const recorded = inFolder("recorded.gpx");
    const text = '<gpx><wpt lat="-37.814" lon="144.964"><time>2026-11-30T09:00:00Z</time></wpt></gpx>';
    writeFileSync(recorded, text);
    const given = [inFolder("zones.geojson"), recorded, "--radius", "50", "--gpx", recorded];
    const refused = walk(...given);
    expect(await refused.code).to.equal(1);
    expect(refused.printed()).to.contain("recorded.gpx exists and was not written by this command");
    expect(readFileSync(recorded, "utf8")).to.equal(text);
    expect(await walk(...given, "--force").code).to.equal(0);
    expect(await walk(...given).code).to.equal(0);
    rmSync(recorded);
  });

  const faults: [what: string, args: () => string[], message: RegExp][] = [
    ["a track that is not there", () => [plan, inFolder("no.gpx")], /no\.gpx: there is no such file/],
    ["zones that are not there", () => [inFolder("no.json"), south], /no\.json: there is no such file/],
    [
      "all texts that name no zone or trigger",
      () => [plan, south, "--expect", "mooved enter", "moved", "--dwell", "x=5"],
      /--expect names "mooved".*the nearest are "moved".*\n--expect "moved" must be a zone and a trigger/,
    ],
    [
      "a zone that is hidden",
      () => [plan, south, "--dwell", "secret-place=5"],
      /cannot be judged: its shapes are secret/,
    ],
    ["--force without its file", () => [plan, south, "--force"], /--force is for the file of --gpx/],
    [
      "a start without a speed",
      () => [plan, inFolder("drawn.geojson"), "--start", "2026-11-30T09:00Z"],
      /go together/,
    ],
    [
      "a start of a track with times",
      () => [plan, south, "--start", "2026-11-30T09:00Z", "--speed", "1"],
      /has times already/,
    ],
    [
      "a time zone that is none",
      () => [plan, south, "--time-zone", "Melbourne"],
      /Melbourne is no time zone/,
    ],
    [
      "assumptions that are none, all of them",
      () => [plan, south, "--assume", "exitDistance=far", "northh=true", "whenInside=ignored"],
      /--assume exitDistance: it must be a number\n.*--assume whenInside: it must be "trigger" or "ignore"\n.*--assume "northh".*did you mean north\?/,
    ],
    ["zones that count for nothing", () => [plan, south, "--zones", "moved"], /--expect, which is not there/],
    [
      "an expectation of a zone that does not count",
      () => [plan, south, "--zones", "created", "--expect", "moved enter"],
      /--expect names "moved", which is none of the zones of --zones created/,
    ],
    [
      "a file that cannot be written",
      () => [plan, south, "--gpx", inFolder("no/out.gpx")],
      /out\.gpx cannot be written: ENOENT/,
    ],
  ];
  for (const [what, args, message] of faults) {
    it(`exits with 1 at ${what}`, async () => {
      const command = walk(...args());
      expect(await command.code).to.equal(1);
      expect(command.printed()).to.match(message);
    });
  }
});
