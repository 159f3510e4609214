import { expect } from "chai";

import { isTimeZone, timeOf } from "../../../../fences/track/time";

const times: [text: string | number, zone: string | undefined, iso: string][] = [
  ["2026-11-30T09:00:00Z", undefined, "2026-11-30T09:00:00.000Z"],
  ["2026-11-30T09:00Z", undefined, "2026-11-30T09:00:00.000Z"],
  ["2026-11-30 09:00:00.25+0530", undefined, "2026-11-30T03:30:00.250Z"],
  ["2026-11-30T09:00:00-08", undefined, "2026-11-30T17:00:00.000Z"],
  [" 2026-11-30t09:00:00,1z ", "Europe/Berlin", "2026-11-30T09:00:00.100Z"],
  [1796029200, undefined, "2026-11-30T09:00:00.000Z"],
  ["1796029200.5", undefined, "2026-11-30T09:00:00.500Z"],
  ["1796029200250", undefined, "2026-11-30T09:00:00.250Z"],
  ["99999999999999", undefined, "5138-11-16T09:46:39.999Z"],
  ["2026-07-01T12:00:00", "Europe/Berlin", "2026-07-01T10:00:00.000Z"],
  ["2026-12-01T12:00:00", "Europe/Berlin", "2026-12-01T11:00:00.000Z"],
  ["2026-11-30T20:00:00", "Australia/Melbourne", "2026-11-30T09:00:00.000Z"],
  ["2026-11-30T20:00:00", "+11:00", "2026-11-30T09:00:00.000Z"],
  // Clocks show this hour twice, and the next one never.
  ["2026-10-25T02:30:00", "Europe/Berlin", "2026-10-25T00:30:00.000Z"],
  ["2026-03-29T02:30:00", "Europe/Berlin", "2026-03-29T01:30:00.000Z"],
];

const faults: [text: string, fault: RegExp][] = [
  ["2026-11-30", /must be a date and a time/],
  ["2026-13-01T09:00:00Z", /does not exist/],
  ["2026-11-30T24:00:00Z", /does not exist/],
  ["2026-11-30T09:00:60Z", /does not exist/],
  ["2026-11-30T09:00:00", /says no time zone/],
  ["12:00:00", /must be a date and a time/],
  ["1796029200000000", /"1796029200000000" must be seconds or milliseconds since 1970/],
  ["1796029200000000000", /must be seconds or milliseconds since 1970/],
  ["100000000000000", /must be seconds or milliseconds since 1970/],
];

describe("The time of a fix", () => {
  for (const [text, zone, iso] of times) {
    it(`${text}${zone === undefined ? "" : ` in ${zone}`} is ${iso}`, () => {
      const time = timeOf(text, zone);
      expect(typeof time === "number" ? new Date(time).toISOString() : time).to.equal(iso);
    });
  }
  for (const [text, fault] of faults) {
    it(`is not ${text}`, () => {
      expect(timeOf(text, undefined)).to.match(fault);
    });
  }
  it("has a zone that exists", () => {
    expect(["Australia/Melbourne", "UTC", "+10:00", "Melbourne", ""].map(isTimeZone)).to.deep.equal([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});
