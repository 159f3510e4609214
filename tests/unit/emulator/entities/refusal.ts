/** The answer of the API to one wrong field. */
import { expect } from "chai";

import { at } from "../client";

export function expectRefusal(reply: { status: number; body: unknown }, field: string, expected = 400): void {
  const { status, body } = reply;
  expect(status, JSON.stringify(body)).to.equal(expected);
  expect(at(body, "errorType")).to.equal("ValidationError");
  expect(at(body, "errorMessages")).to.have.all.keys("errorDescription", field);
  expect(at(body, "errorMessages", "errorDescription")).to.contain(field);
}
