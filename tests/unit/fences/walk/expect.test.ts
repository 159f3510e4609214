import { expect } from "chai";

import { expectedTrigger, outcomesOf, type ExpectedTrigger } from "../../../../fences/walk/expect";
import { labelMeant } from "../../../../fences/walk/labels";
import { circle, eventsOf, track, zone } from "./street";

const cafe = zone("cafe", [circle("door", 200, 50)], { triggerOnExit: false });
const bank = zone("bank", [circle("hall", 400, 50)]);
/** cafe enter, bank enter, bank exit */
const events = eventsOf([cafe, bank], track([0, 0], [60, 200], [120, 400], [180, 500]));

const outcomes: [what: string, expected: ExpectedTrigger[], lines: string[]][] = [
  [
    "all that comes",
    [
      ["cafe", "enter"],
      ["bank", "enter"],
      ["bank", "exit"],
    ],
    ["as expected cafe enter", "as expected bank enter", "as expected bank exit"],
  ],
  ["nothing", [], ["extra cafe enter", "extra bank enter", "extra bank exit"]],
  [
    "what does not come, with the reason",
    [
      ["cafe", "enter"],
      ["cafe", "exit"],
      ["bank", "enter"],
      ["bank", "exit"],
    ],
    [
      "as expected cafe enter",
      "missing cafe exit: triggerOnExit is off",
      "as expected bank enter",
      "as expected bank exit",
    ],
  ],
  [
    "another order",
    [
      ["bank", "enter"],
      ["cafe", "enter"],
      ["bank", "exit"],
    ],
    ["missing bank enter", "as expected cafe enter", "extra bank enter", "as expected bank exit"],
  ],
];

describe("An expectation of a walk", () => {
  for (const [what, expected, lines] of outcomes) {
    it(`is ${what}`, () => {
      const found = outcomesOf(events, expected).map(
        ({ outcome, zone: label, trigger, instead }) =>
          `${outcome} ${label} ${trigger}${instead === undefined ? "" : `: ${instead.reason}`}`,
      );
      expect(found).to.deep.equal(lines);
    });
  }

  const texts: [text: string, trigger: ExpectedTrigger | undefined][] = [
    ["cafe enter", ["cafe", "enter"]],
    ["  the corner cafe   exit ", ["the corner cafe", "exit"]],
    ['stores["a b"] dwell', ['stores["a b"]', "dwell"]],
    ["cafe", undefined],
    ["enter", undefined],
    ["cafe enters", undefined],
    ["cafe passed", undefined],
  ];
  for (const [text, trigger] of texts) {
    it(`is read from ${JSON.stringify(text)}`, () => {
      expect(expectedTrigger(text)).to.deep.equal(trigger);
    });
  }

  it("names a zone by its label, or by a name that one zone alone has", () => {
    const zones = [
      { label: "a", zone: cafe },
      { label: "b", zone: bank },
      { label: "c", zone: bank },
    ];
    expect(["a", "cafe", "b", "bank", "mall"].map((text) => labelMeant(text, zones))).to.deep.equal([
      "a",
      "a",
      "b",
      undefined,
      undefined,
    ]);
  });
});
