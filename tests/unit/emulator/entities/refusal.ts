/** What the API answers to one wrong field. */
import { expect } from "chai";

import { at } from "../client";

export function expectRefusal({ status, body }: { status: number; body: unknown }, field: string): void {
  expect(status).to.equal(400);
  expect(at(body, "errorType")).to.equal("ValidationError");
  expect(at(body, "errorMessages")).to.have.all.keys("errorDescription", field);
  expect(at(body, "errorMessages", "errorDescription")).to.contain(field);
}
