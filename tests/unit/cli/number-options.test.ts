import { expect } from "chai";

import { notNegative, positive, wholeNumber } from "../../../cli/number-options";

describe("the number of an option", () => {
  const taken: [read: (text: string) => number, text: string, number: number][] = [
    [notNegative, "0", 0],
    [notNegative, "12.5", 12.5],
    [notNegative, "5.", 5],
    [positive, ".5", 0.5],
    [wholeNumber(0, 15), "15", 15],
    [wholeNumber(60, 100), "060", 60],
  ];
  for (const [read, text, number] of taken)
    it(`may be ${text} for ${read.name}`, () => {
      expect(read(text)).to.equal(number);
    });

  const refused: [read: (text: string) => number, texts: string[], message: string][] = [
    [
      notNegative,
      ["", " ", "-1", "1e3", "0x10", "1,5", "five", "NaN", "Infinity", "9".repeat(400)],
      "It must be a number, 0 or more.",
    ],
    [positive, ["0", "0.0", "-1", "", "9".repeat(400)], "It must be a number above 0."],
    [
      wholeNumber(60, 100),
      ["59", "101", "60.0", "", "-60", "6e1"],
      "It must be a whole number from 60 to 100.",
    ],
  ];
  for (const [read, texts, message] of refused)
    for (const text of texts)
      it(`is not ${JSON.stringify(text.slice(0, 20))}: ${message}`, () => {
        expect(() => read(text)).to.throw(message);
      });
});
