import { expect } from "chai";

import { groundOf } from "../../../../fences/ground";
import { walk } from "../../../../fences/walk/walk";
import type { PlainZone } from "../../../../geometry/plain-zone";
import type { Fix } from "../../../../fences/track/fix";
import type { WalkOptions } from "../../../../fences/walk/options";
import { circle, eventsOf, line, place, short, track, zone } from "./street";

const cafe = zone("cafe", [circle("door", 200, 50)]);
const quiet = zone("cafe", [circle("door", 200, 50)], { triggerOnExit: false });
const through = track([0, 0], [60, 100], [120, 200], [180, 300]);
const twice = track([0, 0], [60, 200], [90, 300], [100, 200], [130, 200], [200, 300]);

const walks: [what: string, zones: PlainZone[], fixes: Fix[], events: string[], options?: WalkOptions][] = [
  ["an entry and an exit", [cafe], through, ["120 enter cafe", "180 exit cafe after 60"]],
  ["nothing beside a zone", [cafe], track([0, 0], [60, 100]), []],
  ["no exit where it is off", [quiet], through, ["120 enter cafe", "180 no exit cafe: triggerOnExit is off"]],
  ["a fence between two fixes as passed", [cafe], track([0, 100], [15, 300]), ["15 passed cafe"]],
  [
    "no entry within the minimumRetriggerTime, and no exit of that visit",
    [zone("cafe", [circle("door", 200, 50)], { minimumRetriggerTime: 300 })],
    track([0, 0], [60, 200], [90, 300], [150, 200], [240, 300], [360, 200]),
    [
      "60 enter cafe",
      "90 exit cafe after 30",
      "150 no enter cafe: 210 s of minimumRetriggerTime are left",
      "240 no exit cafe: the visit had no entry",
      "360 enter cafe",
    ],
  ],
  [
    "an entry at the second at which the minimumRetriggerTime ends",
    [cafe],
    track([0, 200], [10, 300], [59.5, 200], [59.8, 300], [60, 200]),
    [
      "0 enter cafe",
      "10 exit cafe after 10",
      "59.5 no enter cafe: 1 s of minimumRetriggerTime is left",
      "59.8 no exit cafe: the visit had no entry",
      "60 enter cafe",
    ],
  ],
  [
    "an entry inside when the minimumRetriggerTime ends, if asked",
    [cafe],
    twice,
    [
      "60 enter cafe",
      "90 exit cafe after 30",
      "100 no enter cafe: 20 s of minimumRetriggerTime are left",
      "130 enter cafe",
      "200 exit cafe after 70",
    ],
    { whenRetriggerTimeEnds: "trigger" },
  ],
  [
    "an exit without an entry, if asked",
    [cafe],
    twice.slice(0, 4).concat(twice.slice(5)),
    [
      "60 enter cafe",
      "90 exit cafe after 30",
      "100 no enter cafe: 20 s of minimumRetriggerTime are left",
      "200 exit cafe after 100",
    ],
    { exitWithoutEntry: "exit" },
  ],
  [
    "a dwell event once a visit",
    [cafe],
    track([0, 0], [60, 200], [100, 210], [150, 200], [200, 300]),
    ["60 enter cafe", "150 dwell cafe after 90", "200 exit cafe after 140"],
    { dwell: { cafe: 90 } },
  ],
  [
    "why there is no dwell event",
    [cafe],
    track([0, 0], [60, 200], [100, 210], [200, 300]),
    [
      "60 enter cafe",
      "200 no dwell cafe: the last fix in the zone is 40 s after the entry, of 90 s",
      "200 exit cafe after 140",
    ],
    { dwell: { cafe: 90 } },
  ],
  [
    "no dwell event without exit events",
    [quiet],
    track([0, 200], [90, 200]),
    ["0 enter cafe", "90 no dwell cafe: a dwell event needs triggerOnExit, which is off"],
    { dwell: { cafe: 90 } },
  ],
  [
    "an exit as far from the edge as asked",
    [cafe],
    track([0, 200], [30, 260], [60, 270], [90, 281]),
    ["0 enter cafe", "90 exit cafe after 90"],
    { exitDistance: 30 },
  ],
  ["an entry where the track begins inside", [cafe], track([0, 200]), ["0 enter cafe"]],
  [
    "no entry where the track begins inside, if asked",
    [cafe],
    track([0, 200], [30, 200], [60, 300], [90, 200]),
    [
      "0 no enter cafe: the track begins in the zone",
      "60 no exit cafe: the visit had no entry",
      "90 enter cafe",
    ],
    { whenStartsInside: "ignore" },
  ],
  [
    "a visit that a gap breaks off, and a new one",
    [cafe],
    track([0, 0], [60, 200], [661, 200], [700, 300]),
    [
      "60 enter cafe",
      "661 no exit cafe: the track has a gap of 601 s, so that the visit is broken off",
      "661 enter cafe",
      "700 exit cafe after 39",
    ],
  ],
  ["no break at a gap of ten minutes", [cafe], track([0, 200], [600, 200]), ["0 enter cafe"]],
  ["a gap as long as asked", [cafe], track([0, 100], [60, 300]), [], { breakAfter: 59 }],
  [
    "no step between segments",
    [cafe],
    [...track([0, 100]), ...track([15, 300]).map((fix) => ({ ...fix, segment: 1 }))],
    [],
  ],
  [
    "an exit in another segment",
    [cafe],
    [...track([0, 200]), ...track([15, 300]).map((fix) => ({ ...fix, segment: 1 }))],
    ["0 enter cafe", "15 exit cafe after 15"],
  ],
  [
    "an entry over a geoline, either way, and no exit",
    [zone("gate", [line("entry", 100)])],
    track([0, 0], [60, 150], [180, 50]),
    [
      "60 enter gate",
      "60 no exit gate: an exit does not apply to a geoline",
      "180 enter gate",
      "180 no exit gate: an exit does not apply to a geoline",
    ],
  ],
  [
    "an entry over a geoline that a fix is on, once",
    [zone("gate", [line("entry", 100)])],
    track([0, 0], [60, 100], [180, 150]),
    ["180 enter gate", "180 no exit gate: an exit does not apply to a geoline"],
  ],
  [
    "one visit of areas that touch each other",
    [zone("mall", [circle("east", 200, 60), circle("west", 300, 60)])],
    track([0, 0], [60, 200], [120, 250], [180, 300], [240, 400]),
    ["60 enter mall", "240 exit mall after 180"],
  ],
  [
    "no second entry over a line in a visit",
    [zone("mall", [circle("hall", 200, 60), line("gate", 200)])],
    track([0, 150], [60, 190], [180, 210], [240, 400]),
    ["0 enter mall", "240 exit mall after 240"],
  ],
  [
    "the exit of one zone before the entry of another",
    [zone("b", [circle("door", 300, 40)]), zone("a", [circle("door", 200, 40)])],
    track([0, 200], [60, 300]),
    ["0 enter a", "60 exit a after 60", "60 enter b"],
  ],
  [
    "the exit of one zone before the entry of another, also where a line of the first is crossed on the way",
    [zone("b", [circle("door", 300, 40)]), zone("a", [circle("door", 200, 40), line("gate", 250)])],
    track([0, 200], [50, 300]),
    ["0 enter a", "50 exit a after 50", "50 no enter a: 10 s of minimumRetriggerTime are left", "50 enter b"],
  ],
];

describe("A walk", () => {
  for (const [what, zones, fixes, events, options] of walks) {
    it(`gives ${what}`, () => {
      expect(eventsOf(zones, fixes, options).map(short)).to.deep.equal(events);
    });
  }

  it("names zone, geofeature, place and line of an event", () => {
    const [event] = eventsOf([cafe], track([0, 200, { line: 7 }]));
    expect(event).to.include({ type: "enter", zone: "cafe", geofeature: "door", fix: 0, line: 7 });
    expect(event?.at).to.deep.equal(place(200));
  });

  it("calls zones by their labels", () => {
    const { events } = walk(groundOf([{ label: 'stores["a"]', zone: cafe }]), through, {
      dwell: { 'stores["a"]': 1 },
    });
    expect(events[0]?.zone).to.equal('stores["a"]');
  });

  it("passes over what needs times in a track without, and says so once", () => {
    const hours = { type: "timeActive", fromTime: "01:00:00", toTime: "02:00:00" } as const;
    const speed = { type: "speed", minimumSpeed: 5, maximumSpeed: 10 } as const;
    const zones = [{ ...cafe, conditions: [hours, speed] }];
    const untimed = [0, 200, 300, 200].map((east) => ({ point: place(east), segment: 0 }));
    const { events, notes } = walk(groundOf([{ label: "cafe", zone: zones[0] ?? cafe }]), untimed, {
      dwell: { cafe: 5 },
    });
    expect(events.map(short)).to.deep.equal(["- enter cafe", "- exit cafe", "- enter cafe"]);
    expect(notes.filter((note) => note.includes("no times"))).to.have.length(1);
  });

  const noted: [what: string, zone: PlainZone, fixes: Fix[], note: RegExp][] = [
    [
      "beacons",
      { ...cafe, geofeatures: [{ type: "beacon", name: "b" }] },
      through,
      /^Beacons are not simulated: cafe/,
    ],
    [
      "an unknown minimumRetriggerTime",
      { name: "cafe", geofeatures: cafe.geofeatures },
      through,
      /says no minimumRetrigger/,
    ],
    ["accuracy", cafe, track([0, 0, { accuracy: 5 }]), /accuracy of the fixes is not used/],
    ["a visit at the end", cafe, track([0, 200]), /ends in cafe/],
  ];
  for (const [what, one, fixes, note] of noted) {
    it(`notes ${what}`, () => {
      const { notes } = walk(groundOf([{ label: one.name, zone: one }]), fixes);
      expect(notes.filter((each) => note.test(each))).to.have.length(1);
    });
  }

  const wrong: [options: WalkOptions, message: RegExp][] = [
    [{ dwell: { caffe: 60 } }, /"caffe".*no such zone/],
    [{ dwell: { cafe: 0 } }, /must be above 0/],
    [{ timeZone: "Melbourne" }, /"Melbourne" is no time zone/],
    [{ exitDistance: -1 }, /exitDistance is -1/],
    [{ breakAfter: Number.NaN }, /breakAfter is NaN/],
  ];
  for (const [options, message] of wrong) {
    it(`refuses ${JSON.stringify(options)}`, () => {
      expect(() => walk(groundOf([{ label: "cafe", zone: cafe }]), through, options)).to.throw(message);
    });
  }
});
