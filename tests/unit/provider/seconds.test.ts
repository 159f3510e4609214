import { expect } from "chai";

import { seconds } from "../../../provider/seconds";

describe("seconds", () => {
  const read: [text: string, result: number][] = [
    ["24h", 86_400],
    ["90m", 5_400],
    ["1h 30m", 5_400],
    ["1h30m", 5_400],
    ["2d", 172_800],
    ["45s", 45],
    ["1d 2h 3m 4s", 93_784],
    ["999h 59m", 3_599_940],
    ["0s", 0],
    [" 5m ", 300],
  ];
  for (const [text, result] of read) {
    it(`reads ${JSON.stringify(text)} as ${result}`, () => {
      expect(seconds(text)).to.equal(result);
    });
  }

  const refused = [
    "",
    " ",
    "24",
    "1.5h",
    "-1h",
    "24 h",
    "24H",
    "1h 1h",
    "30m 1h",
    "h",
    "1w",
    "9007199254740993s",
  ];
  for (const text of refused) {
    it(`refuses ${JSON.stringify(text)} with a sentence that repeats it`, () => {
      expect(() => seconds(text)).to.throw(
        `seconds: ${JSON.stringify(text)} is no duration of whole days, hours, minutes and seconds, such as "24h"`,
      );
    });
  }

  it("tells where in the program it was called", () => {
    expect(() => seconds("soon"))
      .to.throw()
      .with.property("stack")
      .that.matches(/"45s"\.\n\s+at .*seconds\.test\.ts/);
  });
});
