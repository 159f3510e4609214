import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import type { CheckOptions } from "../../../../cli/check/options";
import { check } from "../../../../cli/check/run";
import { parseXml } from "../../../../files/xml";
import { Report } from "../../../../files/report";
import type { PlainZone } from "../../../../geometry/plain-zone";
import type { ZoneSource } from "../../../../plan/zone-source";

const zone = (name: string, longitude: number, radius: number): PlainZone => ({
  name,
  geofeatures: [{ type: "circle", name: "door", center: { latitude: 0, longitude }, radius }],
});

const file: ZoneSource = {
  kind: "file",
  name: "zones.geojson",
  zones: ["cafe", "mall"].map((name, at) => ({
    label: name,
    change: "same",
    isDrifted: false,
    after: zone(name, at / 100, 100),
    settings: [],
  })),
  hidden: [],
  notes: [],
};

const plan: ZoneSource = {
  kind: "plan",
  name: "-",
  zones: [
    {
      label: 'stores["cafe"]',
      change: "move",
      isDrifted: false,
      before: zone("cafe", 0, 100),
      after: zone("cafe", 0, 60),
      settings: [],
    },
    {
      label: "mall",
      change: "move",
      isDrifted: false,
      before: zone("mall", 1, 100),
      after: zone("mall", 0.001, 100),
      settings: [],
    },
    { label: "kiosk", change: "delete", isDrifted: false, before: zone("kiosk", 2, 100), settings: [] },
  ],
  hidden: [{ label: "vault", change: "create", reason: "secret" }],
  notes: ["Unchanged zones are not in the plan; add --show-sames."],
};

const sources: Readonly<Record<string, ZoneSource>> = {
  "zones.geojson": file,
  "-": plan,
  "hidden.json": { ...plan, name: "hidden.json", zones: [] },
  "partial.json": { ...plan, name: "partial.json", isPartial: true },
};

describe("check", () => {
  let folder = "";
  const warnings: string[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "check-"));
    warnings.length = 0;
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const write = (name: string, content: unknown) => {
    writeFileSync(join(folder, name), typeof content === "string" ? content : JSON.stringify(content));
  };
  const run = (source: string, options: Partial<CheckOptions> = {}) =>
    check(
      source,
      { overlaps: true, format: "text", ...options },
      {
        folder,
        warn: (sentence) => warnings.push(sentence),
        readSource: (name) => {
          const found = sources[name];
          return found === undefined
            ? Promise.reject(new Error(`${name}: there is no such file`))
            : Promise.resolve(found);
        },
      },
    );
  const refusal = async (source: string, options: Partial<CheckOptions> = {}) => {
    const error = await run(source, options).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    return error instanceof Error ? error.message : "";
  };

  it("refuses to judge a plan all of whose zones are hidden", async () => {
    expect(await refusal("hidden.json", { overlaps: false })).to.equal(
      "All zones of hidden.json are hidden, so that nothing can be judged by it.",
    );
  });

  it("judges nothing by a plan without its unchanged zones", async () => {
    const sentence =
      "partial.json: unchanged zones are not in the plan, so that nothing can be judged by it; " +
      "make it with `pulumi preview --json --show-sames`.";
    expect(await refusal("partial.json", { contains: ["cafe=0,0.0005"] })).to.equal(sentence);
    expect(await refusal("zones.geojson", { before: "partial.json", contains: ["cafe=0,0.0005"] })).to.equal(
      sentence,
    );
  });

  it("reports rules that hold", async () => {
    const { report, holds } = await run("zones.geojson", {
      contains: ["cafe=0,0.0005"],
      misses: ["mall=0,0"],
      apart: 500,
      overlaps: false,
    });
    expect(holds).to.equal(true);
    expect(report).to.equal(
      [
        "zones.geojson: 2 zones, 4 rules",
        '  holds     options contains[0]: zone "cafe" contains 0, 0.0005',
        '  holds     options misses[0]: zone "mall" misses 0, 0',
        "  holds     options overlaps: no two zones overlap",
        "  holds     options apart: no two zones are nearer than 500 m to each other",
        "All 4 rules hold. This is geometry, not a phone.",
        "",
      ].join("\n"),
    );
  });

  it("takes the rules of fences.json, says so, and reads what they name from its folder", async () => {
    write("stores.csv", "name,lat,lon\nRogers,0,0\nHarrison,0,1\n");
    write("fences.json", { covers: [{ points: "stores.csv" }] });
    const { report, holds } = await run("zones.geojson");
    expect(holds).to.equal(false);
    expect(warnings).to.deep.equal(["The rules are those of fences.json."]);
    expect(report).to.include(
      '  FAILS     fences.json covers[0]: 1 of 2 points of stores.csv is in no zone: line 3 "Harrison" (nearest: "mall", 110 km)',
    );
    expect(report).to.match(/1 of 1 rule does not hold\. This is geometry, not a phone\.\n$/);
  });

  it("reads points and lines of GeoJSON", async () => {
    const feature = (name: string, geometry: object) => ({ type: "Feature", properties: { name }, geometry });
    write("p.geojson", {
      type: "FeatureCollection",
      features: [feature("Rogers", { type: "Point", coordinates: [1, 0] })],
    });
    write(
      "l.geojson",
      feature("M1", {
        type: "LineString",
        coordinates: [
          [0.0008, 1],
          [0.0008, -1],
        ],
      }),
    );
    write("rules.json", { covers: [{ points: "p.geojson" }], clearOf: [{ lines: "l.geojson", metres: 15 }] });
    const { report } = await run("zones.geojson", { rules: "rules.json" });
    expect(report).to.include('rules.json covers[0]: 1 of 1 point of p.geojson is in no zone: "Rogers"');
    expect(report).to.include(
      'clearOf[0]: 1 zone is nearer than 15 m to a line of l.geojson: "cafe" (on "M1")',
    );
  });

  it("says of a plan what changes, and which rules depend on a hidden zone", async () => {
    const { report, holds } = await run("-", {
      contains: ["cafe=0,0.0008"],
      misses: ["vault=0,0"],
      overlaps: false,
    });
    expect(holds).to.equal(false);
    expect(report.split("\n")).to.deep.equal([
      "-: 2 zones, 3 rules",
      '  FAILS     options contains[0]: zone "cafe" does not contain 0, 0.0008: it is 29 m outside "door" of "stores["cafe"]"; before, it was 11 m inside'.replace(
        '"stores["cafe"]"',
        String.raw`"stores[\"cafe\"]"`,
      ),
      '  unjudged  options misses[0]: it depends on zones that cannot be seen: "vault" (secret)',
      String.raw`  FAILS     options overlaps: 1 pair of zones overlaps: "stores[\"cafe\"]" and "mall" (overlap by 49 m, new)`,
      "What changes:",
      '  "cafe" no longer contains 0, 0.0008',
      String.raw`  1 pair of zones now overlaps: "stores[\"cafe\"]" and "mall"`,
      "Note: Unchanged zones are not in the plan; add --show-sames.",
      "Note: 1 zone could not be looked at: a value is secret.",
      "2 of 3 rules do not hold, 1 could not be judged. This is geometry, not a phone.",
      "",
    ]);
    expect(warnings).to.deep.equal([
      'Warning: options misses[0] could not be judged: it depends on zones that cannot be seen: "vault" (secret)',
    ]);
  });

  it("does not hold with --strict where a rule could not be judged", async () => {
    expect((await run("-", { misses: ["vault=0,0"] })).holds).to.equal(true);
    expect((await run("-", { misses: ["vault=0,0"], strict: true })).holds).to.equal(false);
  });

  it("compares with an earlier source, by the names of zones", async () => {
    const { report } = await run("-", { before: "zones.geojson", apart: 1_000 });
    expect(report).to.include("overlap by 49 m");
    expect(report).to.not.include("overlap by 49 m, new");
  });

  it("adds options to the rules of a file, and keeps the pairs that it allows", async () => {
    write("fences.json", { apart: { metres: 10_000, allow: [["cafe", "mall"]] }, overlaps: {} });
    const { holds } = await run("zones.geojson", { apart: 5_000, contains: ["cafe=0,0"], overlaps: false });
    expect(holds).to.equal(true);
  });

  it("gives JSON", async () => {
    const { report } = await run("-", { format: "json", overlaps: false });
    const value: unknown = JSON.parse(report);
    expect(value).to.deep.include({
      holds: false,
      source: "-",
      rules: "options",
      zones: 2,
      changes: [String.raw`1 pair of zones now overlaps: "stores[\"cafe\"]" and "mall"`],
      hidden: [{ label: "vault", change: "create", reason: "secret" }],
      disclaimer: "geometry, not a phone",
    });
  });

  it("gives well-formed XML of JUnit, a test case for each rule", async () => {
    const name = "a<b>&\"'\u0007\uFFFE\n";
    const odd: ZoneSource = {
      ...file,
      zones: [{ label: name, change: "same", isDrifted: false, after: zone(name, 0, 50), settings: [] }],
    };
    const { report } = await check(
      "x",
      { overlaps: false, format: "junit", contains: [`${name}=0,1`] },
      { folder, warn: () => undefined, readSource: () => Promise.resolve(odd) },
    );
    const faults = new Report();
    const root = parseXml(report, faults)?.root;
    expect(faults.faultsInOrder()).to.deep.equal([]);
    expect(root?.attributes).to.deep.include({ tests: "2", failures: "1", skipped: "0" });
    const cases = root?.children[0]?.children.filter((child) => child.name === "testcase");
    expect(cases).to.have.length(2);
    expect(cases?.[0]?.children[0]?.attributes["message"]).to.include("does not contain 0, 1");
  });

  it("gives Markdown for a comment, in which a name has no meaning of its own", async () => {
    const name = "@everyone <img src=x> `|` #1 ";
    const odd: ZoneSource = {
      ...file,
      zones: [0, 1].map((at) => ({
        label: `${name}${at}`,
        change: "same",
        isDrifted: false,
        after: zone(`${name}${at}`, 0, 50),
        settings: [],
      })),
    };
    const { report } = await check(
      "x",
      { overlaps: false, format: "markdown" },
      { folder, warn: () => undefined, readSource: () => Promise.resolve(odd) },
    );
    expect(report).to.match(/^<!-- pulumi-bluedot check -->\n### ❌ Fences: 1 of 1 rule does not hold\.\n/);
    expect(report).to.not.include("<img");
    expect(report).to.include("- ❌ **overlaps** 1 pair of zones overlaps: <code>&#64;everyone ");
    expect(report).to.not.match(/(?<!<code>[^\n]*)@everyone/);
    expect(report).to.match(/_This is geometry, not a phone\._\n$/);
  });

  it("keeps Markdown within the length of a comment", async () => {
    const contains = Array.from({ length: 2_000 }, (_, at) => `cafe=0,${at / 100 + 1}`);
    const { report } = await run("zones.geojson", { format: "markdown", contains });
    expect(report.length).to.be.within(60_000, 65_536);
    expect(report).to.match(/- … and [\d,]+ rules more/);
  });

  it("keeps Markdown within the length of a comment, however long names, changes and notes are", async () => {
    const name = (at: number) => `${"|`".repeat(100)}${at}`;
    const zones = Array.from({ length: 30 }, (_, at) => name(at));
    const odd: ZoneSource = {
      ...plan,
      zones: zones.map((label) => ({
        label,
        change: "move",
        isDrifted: false,
        before: zone(label, 0, 100),
        after: zone(label, 2, 100),
        settings: [],
      })),
      notes: zones.map(() => "`| ".repeat(600)),
    };
    const { report } = await check(
      "x",
      { overlaps: false, format: "markdown", contains: zones.map((each) => `${each}=0,0`) },
      { folder, warn: () => undefined, readSource: () => Promise.resolve(odd) },
    );
    expect(report.length).to.be.below(65_536);
    expect(report).to.include("**What changes**").and.to.include("**Notes**").and.to.include("- … and ");
    expect(report).to.include("❌ **contains[0]**");
  });

  const refused: [what: string, source: string, Partial<CheckOptions>, message: string][] = [
    [
      "no rule",
      "zones.geojson",
      {},
      "There is no rule to check: name a file with --rules (or write fences.json), or use --contains",
    ],
    [
      "a file of rules that is not there",
      "zones.geojson",
      { rules: "x.json" },
      "x.json: there is no such file",
    ],
    ["a source that is not there", "x", { overlaps: false }, "x: there is no such file"],
    [
      "a point without a zone",
      "zones.geojson",
      { contains: ["0,0"] },
      '--contains "0,0": it must be a zone and a point',
    ],
    [
      "a zone without a point",
      "zones.geojson",
      { misses: ["cafe=here"] },
      '--misses "cafe=here": "here" is no point',
    ],
    [
      "all points that are none",
      "zones.geojson",
      { contains: ["cafe=1", "0,0"], misses: ["mall"] },
      'latitude first, from -90 to 90, then longitude, from -180 to 180\n--contains "0,0": it must be a zone and a ' +
        'point, such as "cafe=-37.8,144.9".\n--misses "mall": it must be',
    ],
    [
      "a zone that is not there",
      "zones.geojson",
      { contains: ["caffe=0,0"] },
      'options: contains[0].zone: no zone is called "caffe"',
    ],
    [
      "a file of points that is not there",
      "zones.geojson",
      { covers: ["x.csv"] },
      "x.csv: there is no such file",
    ],
  ];
  for (const [what, source, options, message] of refused) {
    it(`refuses ${what}`, async () => {
      expect(await refusal(source, options)).to.include(message);
    });
  }

  it("refuses a file of points that has none, and of lines that has none", async () => {
    write("empty.csv", "lat,lon\n");
    write("point.geojson", { type: "Point", coordinates: [0, 0] });
    write("rules.json", {
      covers: [{ points: "empty.csv" }],
      clearOf: [{ lines: "point.geojson", metres: 5 }],
    });
    expect(await refusal("zones.geojson", { rules: "rules.json" })).to.match(
      /^empty\.csv: it has no points, and must have one at least\npoint\.geojson: .*this is a point, and each must be a line$/,
    );
  });

  it("refuses a file of points with all its faults", async () => {
    write("bad.csv", "lat,lon\n1,2\nx,2\n3,\n");
    expect(await refusal("zones.geojson", { covers: ["bad.csv"] })).to.equal(
      'bad.csv:3:1 (lat): "x" is no number of degrees from -90 to 90\nbad.csv:4:1 (lon): this is blank',
    );
  });
});
