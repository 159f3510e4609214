import { expect } from "chai";

import { faultsIn, withCell, zoneWith } from "./tables";

describe("minimumRetriggerTime is hours and minutes", () => {
  const cases: [string, number][] = [
    ["0:01", 60],
    ["0:40", 2_400],
    ["00:40", 2_400],
    ["1:00", 3_600],
    ["12:30", 45_000],
    ["36:05", 129_900],
    ["0:40:00", 2_400],
    ["0:01:30", 90],
    ["999:59", 3_599_940],
    [" 0:40 ", 2_400],
  ];
  for (const [text, seconds] of cases) {
    it(`"${text}" is ${seconds} s`, () => {
      expect(zoneWith("minimumRetriggerTime", text)?.minimumRetriggerTime).to.equal(seconds);
    });
  }

  const faults: [string, string][] = [
    ["", "minimumRetriggerTime is missing, and it is required"],
    ["0:00", "0:00 is below the least of 0:01 (60 s)"],
    ["0:00:59", "0:00:59 is below the least of 0:01 (60 s)"],
    ["999:59:01", "999:59:01 is above the most of 999:59 (3,599,940 s)"],
    ["1000:00", "1000:00 is above the most of 999:59 (3,599,940 s)"],
    ...["40", "0:60", "0:5", "-1:00", "0.0277", "1:00 h", "0:40 AM"].map((text): [string, string] => [
      text,
      `"${text}" must be hours and minutes, such as "0:40" or "36:00"`,
    ]),
  ];
  for (const [text, message] of faults) {
    it(`"${text}" is a fault`, () => {
      const [fault] = faultsIn(withCell("minimumRetriggerTime", text));
      expect(fault).to.match(/^text:2:(9|10) \(minimumRetriggerTime\): /);
      expect(fault?.split("): ")[1]).to.equal(message);
    });
  }
});

describe("timeActive is two times of the 24-hour clock", () => {
  const cases: [string, string, string][] = [
    ["09:00;15:00", "09:00:00", "15:00:00"],
    ["9:00;15:00", "09:00:00", "15:00:00"],
    ["09:00:00;15:30:15", "09:00:00", "15:30:15"],
    ["00:00;12:30", "00:00:00", "12:30:00"],
    ["12:30;23:59:59", "12:30:00", "23:59:59"],
    ["22:00;06:00", "22:00:00", "06:00:00"],
    [" 09:00 ; 15:00 ;", "09:00:00", "15:00:00"],
  ];
  for (const [text, fromTime, toTime] of cases) {
    it(`"${text}" is from ${fromTime} to ${toTime}`, () => {
      expect(zoneWith("timeActive", text)?.conditions).to.deep.equal([
        { type: "timeActive", fromTime, toTime },
      ]);
    });
  }

  // The field's text begins at the 35th character.
  const faults: [string, string[]][] = [
    ["09:00", ['35: "09:00" must be two times of day with a semicolon between, such as "09:00;17:30"']],
    [
      "09:00-15:00",
      ['35: "09:00-15:00" must be two times of day with a semicolon between, such as "09:00;17:30"'],
    ],
    [
      "1:00;2:00;3:00",
      ['35: "1:00;2:00;3:00" must be two times of day with a semicolon between, such as "09:00;17:30"'],
    ],
    ["09:00;24:00", ['41: "24:00" must be a time of day from "00:00" to "23:59"']],
    [
      "9;15",
      [
        '35: "9" must be a time of day from "00:00" to "23:59"',
        '37: "15" must be a time of day from "00:00" to "23:59"',
      ],
    ],
    [
      "9:00 am;3:00 PM",
      [
        '35: "9:00 am" is a time of the 12-hour clock; write "09:00"',
        '43: "3:00 PM" is a time of the 12-hour clock; write "15:00"',
      ],
    ],
    [
      "12:30am;12:30p.m.",
      [
        '35: "12:30am" is a time of the 12-hour clock; write "00:30"',
        '43: "12:30p.m." is a time of the 12-hour clock; write "12:30"',
      ],
    ],
    [
      "9am;5pm",
      [
        '35: "9am" is a time of the 12-hour clock; write "09:00"',
        '39: "5pm" is a time of the 12-hour clock; write "17:00"',
      ],
    ],
  ];
  for (const [text, expected] of faults) {
    it(`"${text}" is a fault`, () => {
      expect(faultsIn(withCell("timeActive", text))).to.deep.equal(
        expected.map((line) => `text:2:${line.replace(":", " (timeActive):")}`),
      );
    });
  }
});
