import { expect } from "chai";

import { engineHandler, type ResourceOperations } from "../../../../provider/dynamic/engine-handler";
import type { JsonObject } from "../../../../provider/json";
import { PartialStateError } from "../../../../provider/lifecycle/partial-state-error";
import { openOwnership } from "../../../../provider/ownership/ownership";
import { PartialFailure } from "../../../../provider/set/partial-failure";
import { zone } from "../../../../provider/zone/definition";
import { refusal } from "../lifecycle/stand-in";

/** A handler whose operations return the arguments that they are given. */
function echo(changes: Partial<ResourceOperations> = {}) {
  return engineHandler(zone, openOwnership(), () => ({
    check: (_olds, news) => ({ inputs: news, failures: ["name: too\u0007 long"] }),
    diff: () => ({ changes: false, replaces: [] }),
    create: (news) => Promise.resolve({ id: "1", outs: news }),
    read: (id, state) => Promise.resolve({ id, props: state, inputs: state }),
    update: (_id, _olds, news) => Promise.resolve({ outs: news }),
    delete: () => Promise.resolve(),
    ...changes,
  }));
}

describe("the edge to the engine", () => {
  const state = { name: "cafe", __secret: ["name"], __unsettled: [["name"]] };
  const handler = "exports.handler = 1";
  const recorded = { ...state, __provider: handler };

  it("gives the operations no key of a state", async () => {
    const seen: JsonObject[] = [];
    const { create } = echo({
      create: (news) => {
        seen.push(news);
        return Promise.resolve({ id: "1", outs: {} });
      },
    });
    await create({ ...recorded, __later: 1 });
    expect(seen).to.deep.equal([{ name: "cafe", $secret: ["name"], $pending: [["name"]] }]);
  });

  it("records the keys of states, and repeats the handler's name in a check", async () => {
    const { check, create, read, update } = echo();
    expect(await check({}, recorded)).to.deep.equal({
      inputs: recorded,
      failures: [{ property: "", reason: "name: too\\u0007 long" }],
    });
    expect(await create(recorded)).to.deep.equal({ id: "1", outs: state });
    expect(await read("1", recorded)).to.deep.equal({ id: "1", props: state, inputs: state });
    expect(await update("1", recorded, recorded)).to.deep.equal({ outs: state });
  });

  it("adds nothing to the answer for an object that is gone", async () => {
    expect(await echo({ read: () => Promise.resolve({}) }).read("1", state)).to.deep.equal({});
  });

  const errors = [
    new PartialStateError(new Error("no answer"), "1", { name: "cafe", $created: 1 }),
    new PartialFailure("1 left", "1", { name: "cafe", $created: 1 }),
  ];
  for (const error of errors) {
    const { reasons } = error;
    const { create, update } = echo({
      create: () => Promise.reject(error),
      update: () => Promise.reject(error),
    });
    const partial = { id: "1", reasons, stack: "" };

    it(`records what is left by a ${error.constructor.name}, with the handler's name`, async () => {
      const properties = { name: "cafe", __created: 1, __provider: handler };
      expect(await refusal(create(recorded))).to.deep.include({ ...partial, properties });
      expect(await refusal(update("1", state, state))).to.deep.include({
        ...partial,
        properties: { ...properties, __provider: "" },
      });
    });
  }
});
