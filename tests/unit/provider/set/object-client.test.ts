import { expect } from "chai";

import { BluedotError } from "../../../../provider/errors";
import { isObject } from "../../../../provider/json";
import { PartialStateError } from "../../../../provider/lifecycle/partial-state-error";
import { openObjectClient } from "../../../../provider/set/object-client";
import { refusal } from "../lifecycle/stand-in";
import { openFixtures } from "../ownership/fixtures";
import { circle, zone } from "../samples";

describe("an object of a set", () => {
  it("that is created is recorded with its id where a later read of it fails", async () => {
    const { operation, next } = openFixtures();
    next("POST /zones", (work) => {
      const answer = work();
      const body = isObject(answer.body) ? answer.body : {};
      return { ...answer, body: { ...body, geofeatures: [circle()] } };
    });
    next("GET /zones/made-1", () => ({ status: 404, body: { errorType: "NotFoundError" }, headers: {} }));
    next("GET /zones/made-1", () => Promise.reject(new BluedotError("unavailable", "not now")));
    const error = await refusal(openObjectClient(operation).create(zone()));
    expect(error).to.be.instanceOf(PartialStateError).with.property("id", "made-1");
  });
});
