import { expect } from "chai";

import type { Fix } from "../../../../fences/track/fix";
import { isBetween } from "../../../../fences/walk/direction";
import { LocalClock } from "../../../../fences/walk/local-time";
import type { WalkOptions } from "../../../../fences/walk/options";
import type { PlainCondition } from "../../../../geometry/plain-zone";
import { circle, conditioned, eventsOf, line, place, short, start, track, zone } from "./street";

/** At 09:02 UTC the phone is in the zone, after a step of 100 m in 60 s; the place has UTC+1. */
const through = track([0, 0], [60, 100], [120, 200], [180, 300]);
const entered = ["120 enter cafe", "180 exit cafe after 60"];
const refused = (reason: string) => [
  `120 no enter cafe: ${reason}`,
  "180 no exit cafe: the visit had no entry",
];

const hours = (fromTime: string, toTime: string): PlainCondition => ({
  type: "timeActive",
  fromTime,
  toTime,
});
const days = (startDate?: string, endDate?: string): PlainCondition => ({
  type: "dayRange",
  ...(startDate !== undefined && { startDate }),
  ...(endDate !== undefined && { endDate }),
});
const speed = (minimumSpeed: number, maximumSpeed: number): PlainCondition => ({
  type: "speed",
  minimumSpeed,
  maximumSpeed,
});
const direction = (fromAngle: number, toAngle: number): PlainCondition => ({
  type: "travelDirection",
  fromAngle,
  toAngle,
});

/** Places in Lagos's time zone, of UTC+1 in each season. */
const zoneName = "Etc/GMT-1";
const local: WalkOptions = { timeZone: zoneName };
const trueNorth: WalkOptions = { north: "true" };

const cases: [
  what: string,
  condition: PlainCondition,
  fixes: Fix[],
  events: string[],
  options?: WalkOptions,
][] = [
  ["timeActive holds between its ends", hours("10:00:00", "11:00:00"), through, entered, local],
  ["timeActive holds at its first second", hours("10:02:00", "11:00:00"), through, entered, local],
  ["timeActive holds at its last second", hours("09:00:00", "10:02:00"), through, entered, local],
  [
    "timeActive does not hold at its ends if they are exclusive",
    hours("10:02:00", "11:00:00"),
    through,
    refused(`timeActive 10:02:00 to 11:00:00 does not hold at 2026-11-27 10:02:00 (${zoneName})`),
    { ...local, timeActiveEnds: "exclusive" },
  ],
  [
    "timeActive does not hold a second later",
    hours("09:00:00", "10:01:59"),
    through,
    refused(`timeActive 09:00:00 to 10:01:59 does not hold at 2026-11-27 10:02:00 (${zoneName})`),
    local,
  ],
  ["timeActive goes over midnight", hours("22:00:00", "10:30:00"), through, entered, local],
  [
    "timeActive does not hold in the gap of one over midnight",
    hours("22:00", "06:00"),
    through,
    refused(`timeActive 22:00:00 to 06:00:00 does not hold at 2026-11-27 10:02:00 (${zoneName})`),
    local,
  ],
  [
    "timeActive is the time of the place where no zone is given",
    hours("09:00:00", "09:30:00"),
    through,
    refused("timeActive 09:00:00 to 09:30:00 does not hold at 2026-11-27 10:02:00 (Africa/Libreville)"),
  ],
  ["dayRange holds on its first day", days("2026-11-27", "2026-12-24"), through, entered, local],
  ["dayRange holds on its last day", days("2026-11-01", "2026-11-27"), through, entered, local],
  ["dayRange holds with an open start", days(undefined, "2026-11-27"), through, entered, local],
  [
    "dayRange does not hold before",
    days("2026-11-28"),
    through,
    refused(`dayRange from 2026-11-28 does not hold on 2026-11-27 (${zoneName})`),
    local,
  ],
  [
    "dayRange does not hold after",
    days("2026-11-01", "2026-11-26"),
    through,
    refused(`dayRange from 2026-11-01 to 2026-11-26 does not hold on 2026-11-27 (${zoneName})`),
    local,
  ],
  [
    "dayRange is of the local date",
    days(undefined, "2026-11-26"),
    through,
    entered,
    { timeZone: "Pacific/Pago_Pago" },
  ],
  ["speed is that of the step", speed(1.6, 5), through, entered],
  [
    "speed does not hold",
    speed(2, 5),
    through,
    refused("speed 2 to 5 m/s does not hold at 1.7 m/s"),
    { whenInside: "ignore" },
  ],
  [
    "speed is that of the fix where it has one",
    speed(0, 5),
    track([0, 0], [120, 200, { speed: 9.04 }], [180, 300]),
    refused("speed 0 to 5 m/s does not hold at 9 m/s"),
  ],
  [
    "speed cannot be told at the first fix, and is at the next",
    speed(0, 5),
    track([0, 200], [60, 220], [120, 300]),
    [
      "0 no enter cafe: speed: cannot tell, since no step leads to this fix",
      "60 enter cafe",
      "120 exit cafe after 60",
    ],
  ],
  [
    "speed holds where it is unknown, if asked",
    speed(0, 5),
    track([0, 200]),
    ["0 enter cafe"],
    { whenUnknown: "hold" },
  ],
  ["travelDirection holds eastward", direction(45, 135), through, entered, trueNorth],
  ["travelDirection holds at its first angle", direction(90, 180), through, entered, trueNorth],
  [
    "travelDirection does not hold eastward for what goes west",
    direction(225, 315),
    through,
    refused("travelDirection 225° to 315° does not hold at 90° from true north"),
    trueNorth,
  ],
  ["travelDirection goes over north", direction(270, 100), through, entered, trueNorth],
  [
    "travelDirection is counterclockwise if asked",
    direction(45, 135),
    through,
    refused("travelDirection 45° to 135° counterclockwise does not hold at 90° from true north"),
    { north: "true", directionTurns: "counterclockwise" },
  ],
  [
    "travelDirection is that of the fix where it has one",
    direction(45, 135),
    track([0, 0], [120, 200, { course: 200 }], [180, 300]),
    refused("travelDirection 45° to 135° does not hold at 200° from true north"),
    trueNorth,
  ],
  [
    "travelDirection cannot be told of a step that is too short",
    direction(0, 180),
    track([0, 200], [60, 200.5], [120, 300]),
    [
      "0 no enter cafe: travelDirection: cannot tell, since no step leads to this fix",
      "120 no exit cafe: the visit had no entry",
    ],
  ],
  [
    "travelDirection is told of a step as short as asked",
    direction(0, 180),
    track([0, 200], [60, 200.5]),
    ["0 no enter cafe: travelDirection: cannot tell, since no step leads to this fix", "60 enter cafe"],
    { shortestStep: 0.3 },
  ],
];

describe("A condition", () => {
  for (const [what, condition, fixes, events, options] of cases) {
    it(`of ${what}`, () => {
      expect(eventsOf([conditioned(condition)], fixes, options).map(short)).to.deep.equal(events);
    });
  }

  it("that comes to hold inside triggers at the first fix where all hold", () => {
    const fixes = track([0, 100], [60, 200], [120, 201], [180, 202], [240, 300]);
    const events = (options: WalkOptions) =>
      eventsOf([conditioned(hours("10:02:30", "11:00:00"))], fixes, { ...local, ...options }).map(short);
    const reason = `timeActive 10:02:30 to 11:00:00 does not hold at 2026-11-27 10:01:00 (${zoneName})`;
    expect(events({})).to.deep.equal([
      `60 no enter cafe: ${reason}`,
      "180 enter cafe",
      "240 exit cafe after 60",
    ]);
    expect(events({ whenInside: "ignore" })).to.deep.equal([
      `60 no enter cafe: ${reason}`,
      "240 no exit cafe: the visit had no entry",
    ]);
  });

  it("is told with all others that do not hold, and the minimumRetriggerTime", () => {
    const cafe = {
      ...conditioned(hours("10:00:00", "10:01:00"), speed(0, 5)),
      minimumRetriggerTime: 600,
    };
    const fixes = track([0, 100], [60, 200], [70, 300], [75, 200]);
    expect(eventsOf([cafe], fixes, local).map(short).at(-1)).to.equal(
      `75 no enter cafe: timeActive 10:00:00 to 10:01:00 does not hold at 2026-11-27 10:01:15 (${zoneName}); ` +
        "speed 0 to 5 m/s does not hold at 20 m/s; 585 s of minimumRetriggerTime are left",
    );
  });

  it("of travelDirection counts from magnetic north: in Seattle, 15° east of true north", () => {
    const seattle = { latitude: 47.6062, longitude: -122.3321 };
    const cafe = zone("cafe", [{ type: "circle", name: "door", center: seattle, radius: 50 }], {
      conditions: [direction(0, 90)],
    });
    // A course of 10° is 355° on a compass there.
    const fixes: Fix[] = [{ time: start, point: seattle, course: 10, segment: 0 }];
    expect(eventsOf([cafe], fixes).map(short)).to.deep.equal([
      "0 no enter cafe: travelDirection 0° to 90° does not hold at 355° from magnetic north",
    ]);
    expect(eventsOf([cafe], fixes, trueNorth).map(short)).to.deep.equal(["0 enter cafe"]);
  });
});

const path = (
  minimumGeofeaturesCrossed: number,
  more: { timeOutSeconds?: number; sequential?: boolean } = {},
) => ({ type: "travelPath", minimumGeofeaturesCrossed, timeOutSeconds: 600, ...more }) as const;

const gates = [line("a", 100), line("b", 200), line("c", 300)];

const paths: [
  what: string,
  condition: PlainCondition,
  fixes: Fix[],
  events: string[],
  options?: WalkOptions,
][] = [
  [
    "at the second geofeature",
    path(2),
    track([0, 0], [60, 150], [120, 250]),
    ["60 no enter drive: travelPath: 1 of 2 geofeatures crossed within 600 s", "120 enter drive"],
  ],
  [
    "not at the same geofeature twice",
    path(2),
    track([0, 0], [60, 150], [120, 50]),
    [
      "60 no enter drive: travelPath: 1 of 2 geofeatures crossed within 600 s",
      "120 no enter drive: travelPath: 1 of 2 geofeatures crossed within 600 s",
    ],
  ],
  [
    "at the same geofeature twice, if asked",
    path(2),
    track([0, 0], [60, 150], [120, 50]),
    ["60 no enter drive: travelPath: 1 of 2 geofeatures crossed within 600 s", "120 enter drive"],
    { travelPathCounts: "every" },
  ],
  [
    "at the end of the time-out",
    path(2, { timeOutSeconds: 60 }),
    track([0, 0], [60, 150], [120, 250]),
    ["60 no enter drive: travelPath: 1 of 2 geofeatures crossed within 60 s", "120 enter drive"],
  ],
  [
    "not after the time-out",
    path(2, { timeOutSeconds: 60 }),
    track([0, 0], [60, 150], [121, 250]),
    [
      "60 no enter drive: travelPath: 1 of 2 geofeatures crossed within 60 s",
      "121 no enter drive: travelPath: 1 of 2 geofeatures crossed within 60 s",
    ],
  ],
  [
    "backwards, unless it is sequential",
    path(3),
    track([0, 350], [60, 250], [120, 150], [180, 50]),
    [
      "60 no enter drive: travelPath: 1 of 3 geofeatures crossed within 600 s",
      "120 no enter drive: travelPath: 2 of 3 geofeatures crossed within 600 s",
      "180 enter drive",
    ],
  ],
  [
    "not backwards if it is sequential",
    path(2, { sequential: true }),
    track([0, 350], [60, 250], [120, 150]),
    [
      "60 no enter drive: travelPath: 1 of 2 geofeatures crossed in the zone's order within 600 s",
      "120 no enter drive: travelPath: 1 of 2 geofeatures crossed in the zone's order within 600 s",
    ],
  ],
  [
    "forwards after a turn if it is sequential",
    path(3, { sequential: true }),
    track([0, 0], [60, 150], [120, 50], [180, 150], [240, 250], [300, 350]),
    [
      "60 no enter drive: travelPath: 1 of 3 geofeatures crossed in the zone's order within 600 s",
      "120 no enter drive: travelPath: 1 of 3 geofeatures crossed in the zone's order within 600 s",
      "180 no enter drive: travelPath: 1 of 3 geofeatures crossed in the zone's order within 600 s",
      "240 no enter drive: travelPath: 2 of 3 geofeatures crossed in the zone's order within 600 s",
      "300 enter drive",
    ],
  ],
  ["at one step over all of them", path(3), track([0, 0], [60, 350]), ["60 enter drive"]],
  [
    "in the order in which one step crosses them",
    path(3, { sequential: true }),
    track([0, 350], [60, 0]),
    ["60 no enter drive: travelPath: 1 of 3 geofeatures crossed in the zone's order within 600 s"],
  ],
];

describe("A travelPath triggers", () => {
  it("at the second crossing of an area that the phone is in on both sides of a gap", () => {
    const drive = zone("drive", [circle("in", 100, 60)], { conditions: [path(2, { timeOutSeconds: 3600 })] });
    const events = eventsOf([drive], track([0, 100], [601, 100]), { travelPathCounts: "every" });
    expect(events.map(short).at(-1)).to.equal("601 enter drive");
  });

  for (const [what, condition, fixes, events, options] of paths) {
    it(what, () => {
      const drive = zone("drive", gates, { conditions: [condition], triggerOnExit: false });
      expect(eventsOf([drive], fixes, options).map(short)).to.deep.equal(events);
    });
  }

  it("over areas too, at the entry of the second one within a visit", () => {
    const drive = zone("drive", [circle("in", 100, 60), circle("out", 200, 60)], { conditions: [path(2)] });
    const events = eventsOf([drive], track([0, 0], [60, 100], [120, 150], [180, 300]), {
      whenInside: "ignore",
    });
    expect(events.map(short)).to.deep.equal([
      "60 no enter drive: travelPath: 1 of 2 geofeatures crossed within 600 s",
      "120 enter drive",
      "180 exit drive after 60",
    ]);
    expect(events[1]?.geofeature).to.equal("out");
    expect(events[1]?.at).to.deep.equal(place(150));
  });
});

describe("The clock of a phone", () => {
  it("is put forward and back with that of its place", () => {
    const clock = new LocalClock("Australia/Melbourne");
    const times = [
      "2026-10-03T15:59:59Z",
      "2026-10-03T16:00:00Z",
      "2027-04-03T15:59:59Z",
      "2027-04-03T16:00:00Z",
    ];
    expect(times.map((time) => clock.at(Date.parse(time), place(0)).clock)).to.deep.equal([
      "01:59:59",
      "03:00:00",
      "02:59:59",
      "02:00:00",
    ]);
  });
});

describe("An angle", () => {
  const angles: [angle: number, from: number, to: number, isBetween: boolean][] = [
    [90, 0, 90, true],
    [0, 0, 90, true],
    [90.1, 0, 90, false],
    [359, 315, 45, true],
    [46, 315, 45, false],
    [180, 90, 90, false],
  ];
  for (const [angle, from, to, expected] of angles) {
    it(`of ${angle}° is ${expected ? "" : "not "}on the clockwise way from ${from}° to ${to}°`, () => {
      expect(isBetween(angle, from, to)).to.equal(expected);
    });
  }
});
