import { expect } from "chai";

import { expectFences } from "../../../../fences/expect";
import { judgeRules } from "../../../../fences/rules/judge";
import type { WalkRule } from "../../../../fences/rules/rules";
import type { Versions } from "../../../../fences/rules/scene";
import type { Verdict } from "../../../../fences/rules/verdict";
import type { PlainZone } from "../../../../geometry/plain-zone";
import type { HiddenZone } from "../../../../plan/zone-source";
import { circle, track, zone } from "../walk/street";

const fixes = track([0, 0], [60, 200], [120, 300], [180, 400], [240, 500]);
const cafe = zone("cafe", [circle("door", 200, 50)]);
const bank = zone("bank", [circle("hall", 400, 50)], { triggerOnExit: false });
const all = ["cafe enter", "cafe exit", "bank enter"];

const labelled = (zones: PlainZone[]) => zones.map((each) => ({ label: each.name, zone: each }));

function judge(rule: Partial<WalkRule>, versions: Partial<Versions> = {}): Verdict {
  const [verdict] = judgeRules(
    { after: labelled([cafe, bank]), ...versions },
    { walks: [{ track: "monday.gpx", expect: all, timeZone: "UTC", ...rule }] },
    {
      reading: {
        points: () => expect.fail("no points"),
        lines: () => expect.fail("no lines"),
        track: () => fixes,
      },
    },
  );
  return verdict ?? expect.fail("no verdict");
}

describe("A rule about a walk", () => {
  it("holds where all triggers come, and no other", () => {
    expect(judge({})).to.deep.include({
      rule: "walks[0]",
      title: 'monday.gpx triggers "cafe" enter, "cafe" exit, "bank" enter',
      outcome: "holds",
      message: "",
      changes: [],
    });
  });

  it("fails with what does not come, why, and what is not expected", () => {
    expect(judge({ expect: ["cafe enter", "bank enter", "bank exit"] })).to.deep.include({
      outcome: "fails",
      count: 2,
      message:
        'the walk of monday.gpx is not as expected: "cafe" exit comes at 09:02:00 and is not expected, ' +
        '"bank" exit does not come at 09:04:00: triggerOnExit is off',
    });
  });

  it("holds where nothing is expected and nothing comes", () => {
    const far = labelled([zone("mall", [circle("hall", 5_000, 50)])]);
    expect(judge({ expect: [] }, { after: far })).to.include({
      outcome: "holds",
      title: "monday.gpx triggers nothing",
    });
  });

  it("has the dwell times that it names", () => {
    const stay = zone("cafe", [circle("door", 200, 150)]);
    const rule = { expect: ["cafe enter", "cafe dwell", "cafe exit"], dwell: { cafe: 50 } };
    expect(judge(rule, { after: labelled([stay]) }).outcome).to.equal("holds");
  });

  it("may be about some zones only", () => {
    const about = { expect: ["cafe enter", "cafe exit"], zones: "caf*" };
    expect(judge(about)).to.include({
      outcome: "holds",
      title: 'monday.gpx triggers "cafe" enter, "cafe" exit of zone "caf*"',
    });
    expect(judge({ ...about, zones: undefined }).outcome).to.equal("fails");
    const other = { label: "kiosk", change: "create", reason: "secret" } as const;
    expect(judge(about, { hidden: [other] }).outcome).to.equal("unjudged");
    expect(judge({ ...about, zones: "cafe" }, { hidden: [other] }).outcome).to.equal("holds");
    const moved = labelled([cafe, { ...bank, geofeatures: [circle("hall", 460, 50)] }]);
    expect(judge(about, { before: moved }).changes).to.deep.equal([]);
  });

  it("takes what is assumed of a phone", () => {
    const late = { expect: ["cafe enter", "bank enter"], assume: { exitDistance: 500 } };
    expect(judge(late).outcome).to.equal("holds");
    expect(judge({ ...late, assume: {} }).outcome).to.equal("fails");
  });

  it("says what a plan changes, and what is new", () => {
    const before = labelled([cafe, { ...bank, minimumRetriggerTime: 60 }]);
    const after = labelled([zone("cafe", [circle("door", 260, 50)]), bank]);
    const verdict = judge({}, { before, after });
    expect(verdict.changes).to.deep.equal([
      'monday.gpx: "cafe" enter comes 60 s later (09:01:00): circle "door" moved 60 m',
      'monday.gpx: "cafe" exit comes 60 s later (09:02:00): circle "door" moved 60 m',
    ]);
    const gone = judge({}, { before, after: labelled([bank]) });
    expect(gone.outcome).to.equal("fails");
    expect(gone.findings.map(({ isNew }) => isNew)).to.deep.equal([true, true]);
  });

  const hidden: HiddenZone[] = [{ label: "mall", change: "create", reason: "secret" }];
  const unjudged: [what: string, expect: string[], outcome: Verdict["outcome"]][] = [
    ["it could give a trigger that is missing", [...all, "mall enter"], "unjudged"],
    ["it could add one that nobody expects", all, "unjudged"],
    ["it changes nothing of what fails", ["cafe enter"], "fails"],
  ];
  for (const [what, expected, outcome] of unjudged) {
    it(`gives "${outcome}" with a hidden zone: ${what}`, () => {
      expect(judge({ expect: expected }, { hidden }).outcome).to.equal(outcome);
    });
  }

  it("may expect a trigger of a hidden zone of a set by its key", () => {
    const inSet: HiddenZone[] = [{ label: 'stores["store-9"]', change: "create", reason: "secret" }];
    const rule = { expect: ["store-9 enter"], zones: "store-*" };
    expect(
      judge(rule, { hidden: inSet, after: [...labelled([cafe]), ...labelled([zone("store-1", [])])] })
        .outcome,
    ).to.equal("unjudged");
  });

  const faults: [rule: Partial<WalkRule>, message: RegExp][] = [
    [{ expect: ["caffe enter"] }, /walks\[0\]: no zone is called "caffe"; the nearest names are "cafe"/],
    [{ expect: ["cafe enters"] }, /walks\[0\]: expect\[0\] "cafe enters" must be a zone and a trigger/],
    [{ timeZone: "Melbourne" }, /walks\[0\]: timeZone "Melbourne" is no time zone/],
    [{ dwell: { mall: 60 } }, /walks\[0\]: dwell: no zone is called "mall"/],
    [{ zones: "caf" }, /walks\[0\]\.zones: no zone is called "caf"/],
    [
      { zones: "cafe", expect: ["bank enter"] },
      /walks\[0\]: expects "bank", which is none of the zones "cafe"/,
    ],
    [
      { expect: ["caffe enter", "cafe go"], timeZone: "Mars" },
      /walks\[0\]: timeZone "Mars" .*\nwalks\[0\]: expect\[1\] "cafe go" .*\nwalks\[0\]: no zone is called "caffe"/,
    ],
  ];
  for (const [rule, message] of faults) {
    it(`is refused: ${JSON.stringify(rule)}`, () => {
      expect(() => judge(rule)).to.throw(message);
    });
  }
});

describe("The assertion of a walk", () => {
  it("passes, and goes on", () => {
    expectFences([cafe, bank])
      .onWalk(fixes)
      .toTrigger([
        ["cafe", "enter"],
        ["cafe", "exit"],
        ["bank", "enter"],
      ])
      .notToOverlap();
  });

  it("may be about some zones only", () => {
    expectFences([cafe, bank])
      .onWalk(fixes)
      .toTrigger([["bank", "enter"]], { zones: "bank" });
  });

  it("throws with all that differs", () => {
    expect(() =>
      expectFences([cafe, bank])
        .onWalk(fixes, { timeZone: "UTC" })
        .toTrigger([["cafe", "enter"]]),
    ).to.throw(
      'toTrigger: the walk of the track is not as expected: "cafe" exit comes at 09:02:00 and is not expected, ' +
        '"bank" enter comes at 09:03:00 and is not expected',
    );
  });
});
