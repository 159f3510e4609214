import { output } from "@pulumi/pulumi";
import { expect } from "chai";

import { timeActive, travelDirection, type Bearing } from "../../../../provider/zone/condition-helpers";
import { untyped } from "./untyped";

describe("timeActive", () => {
  const read: [text: string, fromTime: string, toTime: string][] = [
    ["09:00-17:00", "09:00:00", "17:00:00"],
    ["09:00:30-17:30:59", "09:00:30", "17:30:59"],
    ["9:00 – 17:30", "09:00:00", "17:30:00"],
    [" 22:00 - 06:00 ", "22:00:00", "06:00:00"],
    ["00:00-24:00", "00:00:00", "23:59:59"],
    ["00:00:00-24:00:00", "00:00:00", "23:59:59"],
  ];
  for (const [text, fromTime, toTime] of read) {
    it(`reads ${JSON.stringify(text)} as ${fromTime} to ${toTime}`, () => {
      expect(timeActive(text)).to.deep.equal({ type: "timeActive", fromTime, toTime });
    });
  }

  const refused = [
    "",
    "09:00",
    "9-17",
    "9am-5pm",
    "24:00-06:00",
    "09:00-24:01",
    "09:00-24:00:01",
    "25:00-26:00",
    "09:60-17:00",
    "09:00-17:00:60",
    "09:00;17:00",
    "09:00-17:00-18:00",
  ];
  for (const text of refused) {
    it(`refuses ${JSON.stringify(text)} with a sentence that repeats it`, () => {
      expect(() => timeActive(text)).to.throw(
        `timeActive: ${JSON.stringify(text)} is no span of the day, such as "09:00-17:30" (from 00:00 to 24:00).`,
      );
    });
  }
});

describe("travelDirection", () => {
  const read: [from: Bearing, to: Bearing, fromAngle: number, toAngle: number][] = [
    ["NW", "NE", 315, 45],
    ["N", "E", 0, 90],
    ["SE", "SW", 135, 225],
    ["S", "W", 180, 270],
    [300, 60, 300, 60],
    [-45, 405, 315, 45],
    [360, -180, 0, 180],
    [0.5, 90, 0.5, 90],
  ];
  for (const [from, to, fromAngle, toAngle] of read) {
    it(`reads ${from} to ${to} as ${fromAngle}° to ${toAngle}°`, () => {
      expect(travelDirection(from, to)).to.deep.equal({ type: "travelDirection", fromAngle, toAngle });
    });
  }

  it("takes an angle that comes later as it is", () => {
    const [later, promised] = [output(300), Promise.resolve(60)];
    const condition = travelDirection(later, promised);
    expect(condition.fromAngle).to.equal(later);
    expect(condition.toAngle).to.equal(promised);
  });

  const refused = ["NNE", "n", "north", "", "toString", NaN, Infinity, null] as const;
  for (const bearing of refused) {
    it(`refuses ${JSON.stringify(bearing)} with a sentence that names the words`, () => {
      expect(() => untyped(travelDirection, "N", bearing)).to.throw(
        / is no direction; it must be degrees or one of N, NE, E, SE, S, SW, W, NW\.$/,
      );
    });
  }
});
