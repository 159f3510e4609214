import { AssertionError } from "node:assert";

import { expect } from "chai";

import { expectFences, type ZoneLike } from "../../../fences";

const circle = (name: string, longitude: number, radius: number): ZoneLike => ({
  name,
  tags: ["store"],
  geofeatures: [{ type: "circle", name: "door", center: { latitude: 0, longitude }, radius }],
});
const zones = [circle("cafe", 0, 100), circle("mall", 0.001, 200)];

describe("expectFences", () => {
  it("passes what holds, step by step", () => {
    expectFences(zones)
      .toContain("cafe", [0, 0])
      .toMiss("cafe", "0, 0.001")
      .toCover([[0, 0.002]], { by: "tag:store" })
      .notToOverlap({ allow: [["cafe", "*"]] })
      .toBeApart(500, { allow: [["cafe", "mall"]] })
      .toBeClearOf(
        [
          [1, 1],
          [-1, 1],
        ],
        1_000,
      );
  });

  const failing: [message: string, () => void][] = [
    [
      'toContain: zone "cafe" does not contain 0, 1: it is 111 km outside',
      () => expectFences(zones).toContain("cafe", [0, 1]),
    ],
    [
      'toContain: no zone is called "caffe"; the nearest names are "cafe"',
      () => expectFences(zones).toContain("caffe", [0, 0]),
    ],
    ['toMiss: no zone is called "caffe"', () => expectFences(zones).toMiss("caffe", [0, 1])],
    ['toMiss: zone "mall" contains 0, 0.001', () => expectFences(zones).toMiss("mall", [0, 0.001])],
    [
      'toCover: 2 of 3 points are in no zone: [1] 0, 1 (nearest: "mall", 111 km), [2] 0, 2 (nearest: "mall", 222 km)',
      () =>
        expectFences(zones).toCover([
          [0, 0],
          [0, 1],
          [0, 2],
        ]),
    ],
    ['notToOverlap: 1 pair of zones overlaps: "cafe" and "mall"', () => expectFences(zones).notToOverlap()],
    ["toBeApart: 1 pair of zones is nearer than 50 m", () => expectFences(zones).toBeApart(50)],
    [
      'toBeClearOf: 1 zone is nearer than 3 m to the line: "cafe" (on it)',
      () =>
        expectFences(zones).toBeClearOf(
          [
            [1, -0.00085],
            [-1, -0.00085],
          ],
          3,
        ),
    ],
  ];
  for (const [message, fail] of failing) {
    it(`throws: ${message}`, () => {
      expect(fail).to.throw(AssertionError, message);
    });
  }

  it("lists in one error all that fails in a function", () => {
    const states = () =>
      expectFences(zones, (fences) => {
        fences.toContain("cafe", [0, 0]).toContain("mall", [1, 1]).notToOverlap().toBeApart(50);
      });
    expect(states).to.throw(AssertionError, /^toContain:.*\nnotToOverlap:.*\ntoBeApart:.*$/);
  });

  const line: [number, number][] = [
    [1, 1],
    [-1, 1],
  ];
  const nothing = "an expectation of nothing must not pass";
  const refused: [message: string, () => void][] = [
    [`there is no zone; ${nothing}`, () => expectFences([]).notToOverlap()],
    [`toCover: there are no points; ${nothing}`, () => expectFences(zones).toCover([])],
    [
      "toCover: within: NaN must be a number of metres from 0",
      () => expectFences(zones).toCover([[0, 0]], { within: NaN }),
    ],
    ["toBeApart: NaN must be a number of metres from 0", () => expectFences(zones).toBeApart(NaN)],
    ["toBeApart: -1 must be a number of metres from 0", () => expectFences(zones).toBeApart(-1)],
    [
      "toBeApart: undefined must be a number of metres from 0",
      // As JavaScript may call it.
      () => {
        const fences = expectFences(zones);
        Reflect.apply(fences.toBeApart.bind(fences), undefined, []);
      },
    ],
    [`toBeClearOf: the line has no points; ${nothing}`, () => expectFences(zones).toBeClearOf([], 500)],
    ["toBeClearOf: NaN must be a number of metres from 0", () => expectFences(zones).toBeClearOf(line, NaN)],
  ];
  for (const [message, state] of refused) {
    it(`refuses as an error of the test: ${message}`, () => {
      expect(state).to.throw(Error, message).and.not.be.instanceOf(AssertionError);
    });
  }

  it("refuses a point that is none as an error of the test", () => {
    expect(() => expectFences(zones, (fences) => fences.toMiss("cafe", [0, 181])))
      .to.throw("is no point")
      .and.not.be.instanceOf(AssertionError);
  });
});
