import { expect } from "chai";

import type { Reading } from "../../../../fences/reading/point-table";
import { tableOf } from "../../../../fences/reading/points-list";
import { judgeRules } from "../../../../fences/rules/judge";
import type { FenceRules } from "../../../../fences/rules/rules";
import type { Versions } from "../../../../fences/rules/scene";
import type { Verdict } from "../../../../fences/rules/verdict";
import { circle } from "./zones";

const place = (latitude: number, longitude: number) => ({ latitude, longitude });

const reading: Reading = {
  points: (file) => tableOf([[0, 0], [0, 0.02], "0, 1"], file),
  lines: () => [{ name: '"M1"', points: [place(-1, 0.0015), place(1, 0.0015)] }],
  track: () => [],
};

function verdicts(versions: Versions, rules: FenceRules): Verdict[] {
  return judgeRules(versions, rules, { reading });
}

const zones = [
  circle("cafe", 0, 100, ["store"]),
  circle("mall", 0.001, 200),
  circle("far", 0.02, 50, ["store"]),
];

const holding: [what: string, FenceRules, title: string][] = [
  ["contains", { contains: [{ zone: "cafe", point: place(0, 0) }] }, 'zone "cafe" contains 0, 0'],
  ["contains, of several", { contains: [{ zone: "*", point: place(0, 0.02) }] }, 'zone "*" contains 0, 0.02'],
  ["misses", { misses: [{ zone: "cafe", point: place(0, 1) }] }, 'zone "cafe" misses 0, 1'],
  ["covers", { covers: [{ points: "p", within: 200_000 }] }, "every point of p is within 200 km of a zone"],
  ["overlaps, allowed", { overlaps: { allow: [["mall", "c*"]] } }, "no two zones overlap"],
  [
    "apart",
    { apart: { metres: 1_000, allow: [["tag:store", "mall"]] } },
    "no two zones are nearer than 1,000 m to each other",
  ],
  [
    "clearOf",
    { clearOf: [{ lines: "l", metres: 30, zones: "cafe" }] },
    'no zone "cafe" is nearer than 30 m to a line of l',
  ],
];

const failing: [what: string, FenceRules, message: string][] = [
  [
    "contains",
    { contains: [{ zone: "cafe", point: place(0, 0.001) }] },
    'zone "cafe" does not contain 0, 0.001: it is 11 m outside "door" of "cafe"',
  ],
  [
    "misses",
    { misses: [{ zone: "*", point: place(0, 0.001) }] },
    'zone "*" contains 0, 0.001, which it must miss: it is 200 m inside "door" of "mall"',
  ],
  [
    "covers",
    { covers: [{ points: "stores.csv" }] },
    '1 of 3 points of stores.csv is in no zone: [2] 0, 1 (nearest: "far", 109 km)',
  ],
  [
    "covers, by a tag",
    { covers: [{ points: "stores.csv", by: "tag:sto*", within: 5 }] },
    '1 of 3 points of stores.csv is within 5 m of no zone with the tag "sto*": [2] 0, 1 (nearest: "far", 109 km)',
  ],
  [
    "covers, by a name",
    { covers: [{ points: "stores.csv", by: "cafe" }] },
    '2 of 3 points of stores.csv are in no zone "cafe": [1] 0, 0.02 (nearest: "cafe", 2,126 m), [2] 0, 1 (nearest: "cafe", 111 km)',
  ],
  ["overlaps", { overlaps: {} }, '1 pair of zones overlaps: "cafe" and "mall" (overlap by 189 m)'],
  [
    "apart",
    { apart: { metres: 2_500 } },
    '3 pairs of zones are nearer than 2,500 m to each other: "cafe" and "mall" (overlap by 189 m), "mall" and "far" (1,865 m apart), "cafe" and "far" (2,076 m apart)',
  ],
  [
    "clearOf",
    { clearOf: [{ lines: "motorways.geojson", metres: 80 }] },
    '2 zones are nearer than 80 m to a line of motorways.geojson: "mall" (on "M1"), "cafe" (67 m from "M1")',
  ],
];

describe("a rule", () => {
  for (const [what, rules, title] of holding) {
    it(`holds: ${what}`, () => {
      expect(verdicts({ after: zones }, rules)).to.deep.equal([
        {
          rule: verdicts({ after: zones }, rules)[0]?.rule,
          title,
          outcome: "holds",
          message: "",
          count: 0,
          findings: [],
          changes: [],
        },
      ]);
    });
  }
  for (const [what, rules, message] of failing) {
    it(`fails: ${what}`, () => {
      const [verdict, ...more] = verdicts({ after: zones }, rules);
      expect(more).to.deep.equal([]);
      expect(verdict).to.deep.include({ outcome: "fails", message, changes: [] });
    });
  }
});

describe("with a plan, a rule", () => {
  const before = [circle("cafe", 0, 100), circle("mall", 0.01, 200), circle("far", 0.02, 50)];
  const after = [circle("cafe", 0, 60), circle("mall", 0.001, 200)];
  const changes: [what: string, FenceRules, changes: string[], end: string][] = [
    [
      "contains",
      { contains: [{ zone: "cafe", point: place(0, 0.0008) }] },
      ['"cafe" no longer contains 0, 0.0008'],
      "before, it was 11 m inside",
    ],
    [
      "contains, of a zone that goes",
      { contains: [{ zone: "far", point: place(0, 0.02) }] },
      ['"far" no longer contains 0, 0.02'],
      "it has no fence with an inside; before, it was 50 m inside",
    ],
    ["misses", { misses: [{ zone: "mall", point: place(0, 0) }] }, ['"mall" now contains 0, 0'], '"mall"'],
    [
      "misses, better",
      { misses: [{ zone: "mall", point: place(0, 0.01) }] },
      ['"mall" no longer contains 0, 0.01'],
      "",
    ],
    [
      "covers",
      { covers: [{ points: "p" }] },
      ["1 point of p loses cover: [1] 0, 0.02"],
      "1 of them was covered before",
    ],
    [
      "overlaps",
      { overlaps: {} },
      ['1 pair of zones now overlaps: "cafe" and "mall"'],
      "(overlap by 149 m, new)",
    ],
    [
      "apart",
      { apart: { metres: 1_000 } },
      ['1 pair of zones is no longer nearer than 1,000 m: "mall" and "far"'],
      "(overlap by 149 m)",
    ],
    [
      "clearOf",
      { clearOf: [{ lines: "l", metres: 80 }] },
      [
        '1 zone is now nearer than 80 m to a line of l: "mall"',
        '1 zone is no longer nearer than 80 m to a line of l: "cafe"',
      ],
      "",
    ],
  ];
  for (const [what, rules, sentences, end] of changes) {
    it(`says what changes: ${what}`, () => {
      const [verdict] = verdicts({ before, after }, rules);
      expect(verdict?.changes).to.deep.equal(sentences);
      expect(verdict?.message).to.satisfy((text: string) => text.endsWith(end));
    });
  }

  it("names what gets worse and what gets better, at most five of each", () => {
    const names = Array.from({ length: 8 }, (_, at) => String(at));
    const pairs = (radius: number, start: number) =>
      names.flatMap((name, at) => [
        circle(`${name}a`, start + at / 10, radius),
        circle(`${name}b`, start + at / 10 + 0.001, radius),
      ]);
    const [one, other] = [pairs(100, 0), pairs(20, 0)];
    const list = names.slice(0, 5).map((name) => `"${name}a" and "${name}b"`);
    const changes = (versions: Versions) => verdicts(versions, { overlaps: {} })[0]?.changes;
    expect(changes({ before: other, after: one })).to.deep.equal([
      `8 pairs of zones now overlap: ${list.join(", ")}, and 3 more`,
    ]);
    expect(changes({ before: one, after: other })).to.deep.equal([
      `8 pairs of zones no longer overlap: ${list.join(", ")}, and 3 more`,
    ]);
  });

  it("names the points that gain cover", () => {
    const [verdict] = verdicts({ before: after, after: before }, { covers: [{ points: "p" }] });
    expect(verdict?.changes).to.deep.equal(["1 point of p gains cover: [1] 0, 0.02"]);
  });

  it("names what is new first", () => {
    const [verdict] = verdicts({ before, after }, { covers: [{ points: "p" }] });
    expect(verdict?.findings.map(({ isNew, text }) => [isNew, text.slice(0, 3)])).to.deep.equal([
      [true, "[1]"],
      [false, "[2]"],
    ]);
  });
});

describe("a hidden zone", () => {
  const hidden = [{ label: "kiosk", change: "create", reason: "secret" }] as const;
  const because = 'it depends on zones that cannot be seen: "kiosk" (secret)';
  const cases: [what: string, FenceRules, outcome: Verdict["outcome"], message: string][] = [
    ["is named by contains", { contains: [{ zone: "kiosk", point: place(0, 0) }] }, "unjudged", because],
    ["is named by misses", { misses: [{ zone: "kiosk", point: place(0, 0) }] }, "unjudged", because],
    ["is not named", { contains: [{ zone: "cafe", point: place(0, 0) }] }, "holds", ""],
    ["might cover a point", { covers: [{ points: "p" }] }, "unjudged", because],
    ["cannot take cover away", { covers: [{ points: "p", within: 2e5 }] }, "holds", ""],
    [
      "has another name than the zones that count",
      { covers: [{ points: "p", by: "cafe" }] },
      "fails",
      "2 of 3",
    ],
    ["might have the tag", { covers: [{ points: "p", by: "tag:store" }] }, "unjudged", because],
    ["might overlap", { overlaps: { allow: [["*", "*"]] } }, "unjudged", because],
    ["cannot mend an overlap", { overlaps: {} }, "fails", "1 pair of zones overlaps"],
  ];
  for (const [what, rules, outcome, message] of cases) {
    it(`${what}: ${outcome}`, () => {
      const [verdict] = verdicts({ after: zones, hidden }, rules);
      expect(verdict?.outcome).to.equal(outcome);
      expect(verdict?.message).to.satisfy((text: string) => text.startsWith(message));
    });
  }

  const inSet = [{ label: 'stores["store-9"]', change: "create", reason: "secret" }] as const;
  const stores = [
    { label: 'stores["store-1"]', zone: circle("store-1", 0, 100).zone },
    { label: "mall", zone: circle("mall", 0.001, 200).zone },
    { label: "main", zone: circle("Main Store", 0.002, 100).zone },
  ];
  const named: [selector: string, outcome: Verdict["outcome"]][] = [
    ["store-9", "unjudged"],
    ['stores["store-9"]', "unjudged"],
    ["store-*", "unjudged"],
    ["store-1", "holds"],
    // A name that is no label: another zone may have it too.
    ["Main Store", "unjudged"],
    ['stores["store-1"]', "holds"],
    ["mall", "holds"],
  ];
  for (const [selector, outcome] of named) {
    it(`of a set may have any name, but not that of another label: ${selector} is ${outcome}`, () => {
      const rules = { misses: [{ zone: selector, point: place(0, 1) }] };
      expect(verdicts({ after: stores, hidden: inSet }, rules)[0]?.outcome).to.equal(outcome);
    });
  }

  it("hides no mistyped name", () => {
    const rules = { misses: [{ zone: "stare-9", point: place(0, 1) }] };
    expect(() => verdicts({ after: stores, hidden: inSet }, rules)).to.throw(
      'no zone is called "stare-9"; the nearest names are "store-9"',
    );
  });

  it("of beacons alone leaves nothing open", () => {
    const beacons = [{ label: "kiosk", change: "same", reason: "beacons only" }] as const;
    expect(
      verdicts({ after: zones, hidden: beacons }, { overlaps: { allow: [["*", "*"]] } })[0]?.outcome,
    ).to.equal("holds");
  });
});

describe("nothing is judged", () => {
  const cases: [what: string, Versions, FenceRules, message: string][] = [
    ["without a rule", { after: zones }, {}, "there is no rule; a check of nothing must not pass"],
    ["without a zone", { after: [] }, { overlaps: {} }, "there is no zone; a check of nothing must not pass"],
    [
      "by a rule that names no zone",
      { after: zones },
      { contains: [{ zone: "caffe", point: place(0, 0) }] },
      'contains[0].zone: no zone is called "caffe"; the nearest names are "cafe", "mall", "far"',
    ],
    [
      "by a rule with a tag that no zone has",
      { after: zones },
      { covers: [{ points: "p", by: "tag:stare" }] },
      'covers[0].by: no zone has the tag "stare"; the nearest tags are "store"',
    ],
    [
      "where a pair that is allowed names no zone",
      { after: zones },
      { apart: { metres: 5, allow: [["mall", "kiosk"]] } },
      'apart.allow[0][1]: no zone is called "kiosk"',
    ],
  ];
  for (const [what, versions, rules, message] of cases) {
    it(what, () => {
      expect(() => verdicts(versions, rules)).to.throw(message);
    });
  }

  it("and all faults are named at once", () => {
    const broken: Reading = {
      ...reading,
      points: (file) => {
        throw new Error(`${file}: line 3 is blank`);
      },
    };
    const rules: FenceRules = {
      contains: [{ zone: "x", point: place(0, 0) }],
      covers: [{ points: "a" }, { points: "b" }],
    };
    expect(() => judgeRules({ after: zones }, rules, { reading: broken })).to.throw(
      /^contains\[0\].*\na: line 3 is blank\nb: line 3 is blank$/,
    );
  });
});
