import { expect } from "chai";

import { reportOf } from "../../../../cli/walk/run";
import { textReport, type WalkReport } from "../../../../cli/walk/report-text";
import { jsonReport } from "../../../../cli/walk/report-json";
import type { Fix } from "../../../../fences/track/fix";
import type { PlainZone } from "../../../../geometry/plain-zone";
import type { ZoneSource, ZoneVersions } from "../../../../plan/zone-source";
import { circle, line, place, start, zone } from "../../fences/walk/street";

/** A morning on the street: five zones, each with another condition. */
const zones: PlainZone[] = [
  zone("cafe", [circle("door", 200, 50)], { minimumRetriggerTime: 600 }),
  zone("bank", [circle("hall", 800, 60)], {
    conditions: [{ type: "timeActive", fromTime: "10:10:00", toTime: "12:00:00" }],
  }),
  zone("drive-through", [line("entry", 1000), line("exit", 1100)], {
    triggerOnExit: false,
    conditions: [{ type: "travelPath", minimumGeofeaturesCrossed: 2, timeOutSeconds: 300, sequential: true }],
  }),
  zone("express", [circle("lane", 1400, 90)], {
    triggerOnExit: false,
    conditions: [{ type: "speed", minimumSpeed: 5, maximumSpeed: 40 }],
  }),
  zone("westbound", [circle("stop", 1300, 30)], {
    conditions: [{ type: "travelDirection", fromAngle: 225, toAngle: 315 }],
  }),
];

/** A fix each 15 seconds: from the place before to another one, in so many steps. */
const legs: [east: number, steps: number][] = [
  [0, 1],
  [200, 5],
  [200, 10],
  [320, 5],
  [200, 4],
  [200, 2],
  [600, 8],
  [800, 4],
  [800, 3],
  [1050, 8],
  [1200, 5],
  [1600, 2],
  [1800, 3],
  [1200, 14],
  [1030, 6],
];

const fixes: Fix[] = [];
for (const [east, steps] of legs) {
  const from = (fixes.at(-1)?.point ?? place(0)).longitude;
  const to = place(east).longitude;
  for (let step = 1; step <= steps; step += 1) {
    const longitude = from + ((to - from) * step) / steps;
    fixes.push({ time: start + fixes.length * 15_000, point: { latitude: 0, longitude }, segment: 0 });
  }
}

const versions = (after: PlainZone[], before?: PlainZone[]): ZoneVersions[] =>
  after.map((each, at) => ({
    label: each.name,
    change: "same",
    isDrifted: false,
    after: each,
    ...(before?.[at] && { before: before[at] }),
    settings: [],
  }));

const source = (kind: ZoneSource["kind"], all: ZoneVersions[]): ZoneSource => ({
  kind,
  name: "zones",
  zones: all,
  hidden: [],
  notes: [],
});

const walkedOver = (zoneSource: ZoneSource, expected?: string[]): WalkReport =>
  reportOf({
    source: zoneSource,
    earlier: undefined,
    trackName: "morning.gpx",
    track: fixes,
    options: {
      format: "text",
      dwell: ["cafe=120"],
      timeZone: "Africa/Lagos",
      ...(expected && { expect: expected }),
    },
  });

const events = [
  "10:01:00 enter  cafe (door)",
  "10:03:00 dwell  cafe after 120 s",
  "10:04:30 exit   cafe after 210 s",
  "10:05:45 –      cafe: no entry: 315 s of minimumRetriggerTime are left",
  "10:07:00 –      cafe: no exit: the visit had no entry",
  "10:09:15 –      bank: no entry: timeActive 10:10:00 to 12:00:00 does not hold at 2026-11-27 10:09:15 (Africa/Lagos)",
  "10:10:00 enter  bank (hall)",
  "10:10:45 exit   bank after 45 s",
  "10:12:00 –      drive-through: no entry: travelPath: 1 of 2 geofeatures crossed in the zone's order within 300 s",
  "10:12:45 enter  drive-through (exit)",
  "10:13:45 enter  express (lane)",
  "10:13:45 passed westbound (stop): it lies between two fixes 15 s apart; a phone may miss it",
  "10:14:00 –      express: no exit: triggerOnExit is off",
  "10:16:45 –      express: no entry: speed 5 to 40 m/s does not hold at 2.9 m/s",
  "10:17:30 enter  westbound (stop)",
  "10:18:00 exit   westbound after 30 s",
  "10:19:15 –      drive-through: no entry: travelPath: 1 of 2 geofeatures crossed in the zone's order within 300 s",
];

const triggers = [
  "cafe enter",
  "cafe dwell",
  "cafe exit",
  "bank enter",
  "bank exit",
  "drive-through enter",
  "express enter",
  "westbound enter",
  "westbound exit",
];

describe("The walk of a morning", () => {
  it("has 80 fixes", () => {
    expect(fixes).to.have.length(80);
  });

  it("tells each trigger, and why others do not come", () => {
    expect(textReport(walkedOver(source("file", versions(zones)))).split("\n")).to.deep.equal([
      "morning.gpx over zones: 80 fixes, times of Africa/Lagos",
      ...events,
      "5 entries, 3 exits, 1 dwell event, 7 that did not come, 1 fence passed between two fixes.",
      "This is geometry, not a phone: docs/walk.md lists what is assumed.",
      "",
    ]);
  });

  it("is as expected", () => {
    const report = walkedOver(source("file", versions(zones)), triggers);
    expect(report.outcomes?.map(({ outcome }) => outcome)).to.deep.equal(triggers.map(() => "as expected"));
    expect(textReport(report)).to.contain("\nAs expected:\n    cafe enter (10:01:00)\n");
  });

  it("shows what differs from what was expected, with the reason", () => {
    const expected = triggers.toSpliced(3, 2).toSpliced(5, 0, "express exit");
    const lines = textReport(walkedOver(source("file", versions(zones)), expected)).split("\n");
    const at = lines.indexOf("Not as expected (- did not come, + was not expected):");
    expect(lines.slice(at + 1, at + 11)).to.deep.equal([
      "    cafe enter (10:01:00)",
      "    cafe dwell (10:03:00)",
      "    cafe exit (10:04:30)",
      "  + bank enter (10:10:00)",
      "  + bank exit (10:10:45)",
      "    drive-through enter (10:12:45)",
      "    express enter (10:13:45)",
      "  - express exit: triggerOnExit is off (10:14:00)",
      "    westbound enter (10:17:30)",
      "    westbound exit (10:18:00)",
    ]);
  });

  it("shows what a plan changes, with the cause", () => {
    const after = zones.map((each): PlainZone => {
      if (each.name === "cafe") return { ...each, geofeatures: [circle("door", 200, 30)] };
      if (each.name === "bank") return { ...each, conditions: [] };
      if (each.name !== "drive-through") return each;
      return { ...each, geofeatures: [line("entry", 1140), line("exit", 1100)] };
    });
    const lines = textReport(walkedOver(source("plan", versions(after, zones)))).split("\n");
    const at = lines.indexOf("What changes:");
    expect(lines.slice(at + 1, at + 7)).to.deep.equal([
      '  cafe enter comes 15 s later (10:01:00): the radius of circle "door" is 30 m, was 50 m',
      '  cafe dwell comes 15 s later (10:03:00): the radius of circle "door" is 30 m, was 50 m',
      '  cafe exit comes 15 s earlier (10:04:30): the radius of circle "door" is 30 m, was 50 m',
      "  bank enter comes 45 s earlier (10:10:00): its conditions differ",
      '  drive-through enter no longer comes (10:12:45): geoline "entry" moved 140 m; ' +
        "travelPath: 1 of 2 geofeatures crossed in the zone's order within 300 s",
      '  drive-through enter comes now (10:19:15): geoline "entry" moved 140 m',
    ]);
  });

  it("says that a plan changes nothing", () => {
    const report = textReport(walkedOver(source("plan", versions(zones, zones))));
    expect(report).to.contain("\nWhat changes: nothing.\n");
  });

  it("is JSON too, with all events and differences", () => {
    const text = jsonReport(walkedOver(source("plan", versions(zones, zones.slice(1))), triggers));
    const report: unknown = JSON.parse(text);
    expect(report).to.deep.include({ source: "zones", track: "morning.gpx", fixes: 80, asExpected: true });
    expect(report).to.have.property("events").with.length(events.length);
    expect(report).to.have.nested.include({
      "events[0].time": "2026-11-27T09:01:00.000Z",
      "events[0].zone": "cafe",
      "events[0].latitude": 0,
      "events[0].fix": 4,
    });
  });
});
