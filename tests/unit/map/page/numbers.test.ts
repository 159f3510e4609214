import { expect } from "chai";
import * as fc from "fast-check";

import { encodeNumbers, NumberReader } from "../../../../map/page/numbers";
import { seed } from "../../../seed";

describe("the page's numbers", () => {
  it("come back as they were written", () => {
    const whole = fc.oneof(fc.integer({ min: -20, max: 20 }), fc.integer({ min: -(2 ** 50), max: 2 ** 50 }));
    fc.assert(
      fc.property(fc.array(whole), (numbers) => {
        expect(readAll(encodeNumbers(numbers))).to.deep.equal(numbers.map((number) => number + 0));
      }),
      { seed },
    );
  });

  it("take one character where they are small", () => {
    expect(encodeNumbers([0, -1, 1, 15, -16])).to.have.length(5);
    expect(encodeNumbers([16])).to.have.length(2);
  });

  it("need no escape in JSON and HTML", () => {
    expect(encodeNumbers(Array.from({ length: 200 }, (_, at) => at * 7919 - 500_000))).to.match(/^[\w-]+$/);
  });

  it("say so where they are cut off", () => {
    const text = encodeNumbers([123_456_789]).slice(0, -1);
    expect(() => new NumberReader(text).next()).to.throw("cut off");
  });
});

function readAll(text: string): number[] {
  const reader = new NumberReader(text);
  const numbers: number[] = [];
  while (!reader.isAtEnd) numbers.push(reader.next());
  return numbers;
}
