import { expect } from "chai";

import { causesOf } from "../../../../fences/walk/causes";
import { differencesOf } from "../../../../fences/walk/compare";
import type { PlainZone } from "../../../../geometry/plain-zone";
import { circle, eventsOf, line, place, start, track, zone } from "./street";

const cafe = zone("cafe", [circle("door", 200, 50), line("gate", 0)]);

const causes: [what: string, after: PlainZone | undefined, phrases: string[]][] = [
  ["nothing", structuredClone(cafe), []],
  ["a zone that is gone", undefined, ["the zone is gone"]],
  [
    "a circle that moved",
    zone("cafe", [circle("door", 240, 50), line("gate", 0)]),
    ['circle "door" moved 40 m'],
  ],
  [
    "a circle that moved a little and grew",
    zone("cafe", [circle("door", 202.5, 60), line("gate", 0)]),
    ['circle "door" moved 2.5 m', 'the radius of circle "door" is 60 m, was 50 m'],
  ],
  [
    "a line that moved",
    zone("cafe", [circle("door", 200, 50), line("gate", -40)]),
    ['geoline "gate" moved 40 m'],
  ],
  [
    "a line that bends",
    zone("cafe", [
      circle("door", 200, 50),
      { type: "geoline", name: "gate", vertices: [place(0, -20), place(9, 20)] },
    ]),
    ['geoline "gate" has another outline'],
  ],
  [
    "geofeatures that are gone, new and of another type",
    zone("cafe", [line("door", 200), circle("hall", 0, 30)]),
    ['geoline "gate" is gone', 'geoline "door" was a circle', 'circle "hall" is new'],
  ],
  [
    "settings",
    {
      ...cafe,
      minimumRetriggerTime: 600,
      triggerOnExit: false,
      conditions: [{ type: "dayRange", startDate: "2026-12-01" }],
    },
    ["minimumRetriggerTime is 600 s, was 60 s", "triggerOnExit is off, was on", "its conditions differ"],
  ],
];

describe("The cause of a difference", () => {
  for (const [what, after, phrases] of causes) {
    it(`is ${what}`, () => {
      expect(causesOf(cafe, after)).to.deep.equal(phrases);
    });
  }
  it("is a zone that is new", () => {
    expect(causesOf(undefined, cafe)).to.deep.equal(["the zone is new"]);
  });
});

describe("The differences of a walk over two versions of a zone", () => {
  const there = track([0, 0], [60, 180], [120, 300], [900, 180], [960, 300]);
  const differences = (before: PlainZone[], after: PlainZone[], fixes = there) =>
    differencesOf(
      { zones: before.map((each) => ({ label: each.name, zone: each })), events: eventsOf(before, fixes) },
      { zones: after.map((each) => ({ label: each.name, zone: each })), events: eventsOf(after, fixes) },
    ).map(
      ({ change, trigger, event, seconds, reasons }) =>
        `${((event.time ?? 0) - start) / 1000} ${trigger} ${change} ${seconds ?? ""}: ${reasons.join("; ")}`,
    );
  const door = (more: Partial<PlainZone> = {}, east = 200) => zone("cafe", [circle("door", east, 50)], more);

  it("are none where the zones are the same", () => {
    expect(differences([door()], [door()])).to.deep.equal([]);
  });

  it("are triggers that are lost, each with the reason of the new version", () => {
    expect(differences([door()], [door({ minimumRetriggerTime: 3600 })])).to.deep.equal([
      "900 enter lost : minimumRetriggerTime is 3600 s, was 60 s; 2760 s of minimumRetriggerTime are left",
      "960 exit lost : minimumRetriggerTime is 3600 s, was 60 s; the visit had no entry",
    ]);
  });

  it("are triggers that are gained", () => {
    expect(differences([door({ triggerOnExit: false })], [door()])).to.deep.equal([
      "120 exit gained : triggerOnExit is on, was off",
      "960 exit gained : triggerOnExit is on, was off",
    ]);
  });

  it("are triggers that come later or earlier", () => {
    const fixes = track([0, 0], [60, 160], [70, 200], [80, 240], [90, 290], [100, 400]);
    expect(differences([door()], [door({}, 240)], fixes)).to.deep.equal([
      '60 enter later 10: circle "door" moved 40 m',
      '90 exit later 10: circle "door" moved 40 m',
    ]);
  });

  it("tell one that is lost from those around it that stay", () => {
    const fixes = track([0, 200], [10, 300], [70, 200], [80, 300], [140, 200], [150, 300]);
    const before = [door({ triggerOnExit: false })];
    const after = [door({ triggerOnExit: false, minimumRetriggerTime: 100 })];
    expect(differences(before, after, fixes)).to.deep.equal([
      "70 enter lost : minimumRetriggerTime is 100 s, was 60 s; 30 s of minimumRetriggerTime are left",
    ]);
  });

  it("tell one that is gained from those around it that were there", () => {
    const fixes = track([0, 200], [10, 300], [70, 200], [80, 300], [140, 200], [150, 300]);
    const before = [door({ triggerOnExit: false, minimumRetriggerTime: 100 })];
    const after = [door({ triggerOnExit: false })];
    expect(differences(before, after, fixes)).to.deep.equal([
      "70 enter gained : minimumRetriggerTime is 60 s, was 100 s",
    ]);
  });

  it("are the triggers of a zone that is new or gone", () => {
    const fixes = track([0, 200]);
    expect(differences([door()], [], fixes)).to.deep.equal(["0 enter lost : the zone is gone"]);
    expect(differences([], [door()], fixes)).to.deep.equal(["0 enter gained : the zone is new"]);
  });
});
