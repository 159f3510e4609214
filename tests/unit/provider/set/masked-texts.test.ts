import { expect } from "chai";

import type { JsonObject } from "../../../../provider/json";
import { diffSet } from "../../../../provider/set/diff";
import { createSet, updateSet, type SetOperation } from "../../../../provider/set/operations";
import { PartialFailure } from "../../../../provider/set/partial-failure";
import { readSet } from "../../../../provider/set/read";
import { openProgress } from "../../../../provider/api/progress";
import { zoneSet } from "../../../../provider/zone-set/definition";
import { plain as settings } from "../lifecycle/stand-in";
import { fakeObjects } from "./fake-objects";
import { projectId, zone } from "./stand-in";

/** The inputs of a set with a secret text, and of one without. */
const secret = (zones: JsonObject) => ({ projectId, zones, $objects: "" });
const plain = (zones: JsonObject) => ({ projectId, zones });
const pin = (value: string) => zone({ customData: { pin: value } });

describe("the texts of a set that may be secret", () => {
  const open = () => {
    const api = fakeObjects();
    const operation: SetOperation = {
      set: zoneSet,
      open: () => ({ client: api, atOnce: 4, account: { configuration: settings } }),
      log: () => undefined,
      progress: openProgress({ now: () => 0, show: () => undefined, startTimer: () => undefined }),
      listen: () => ({ isAsked: () => false, close: () => undefined }),
    };
    const recorded = async (work: Promise<{ outs: JsonObject }>): Promise<JsonObject> => {
      try {
        return (await work).outs;
      } catch (error) {
        if (error instanceof PartialFailure) return error.properties;
        throw error;
      }
    };
    return {
      api,
      create: (news: JsonObject) => recorded(createSet(operation, news)),
      update: (olds: JsonObject, news: JsonObject) => recorded(updateSet(operation, "id", olds, news)),
      refreshed: async (state: JsonObject) => (await readSet(operation, "id", state)).inputs["zones"],
    };
  };
  const hiddenText = "(not shown, since it may hold a secret)";

  it("are shown to the engine by a refresh where the run that made them was all done: it knows their marks", async () => {
    const { create, refreshed } = open();
    const state = await create(secret({ a: zone(), b: pin("4711") }));
    expect(state).to.not.have.property("$masked");
    expect(await refreshed(state)).to.deep.equal({ a: zone(), b: pin("4711") });
  });

  it("are not shown where it was not all done, and those from before are", async () => {
    const { api, create, update, refreshed } = open();
    api.faults.set("make d", new Error("refused"));
    const before = await create(plain({ a: zone(), b: zone() }));
    const news = secret({ a: zone(), b: pin("4711"), c: pin("4712"), d: zone() });
    const state = await update(before, news);
    expect(state["$masked"]).to.deep.equal(["b", "c"]);
    expect(await refreshed(state)).to.deep.equal({ a: zone(), b: hiddenText, c: hiddenText });
  });

  it("stay so, though the program declares them in clear, as long as they are what the API holds", async () => {
    const { api, create, update } = open();
    api.faults.set("make d", new Error("refused"));
    const half = await update(await create(plain({})), secret({ b: pin("4711"), c: pin("4712"), d: zone() }));
    api.faults.set("change b", new Error("refused"));
    const news = plain({ b: pin("none"), c: pin("none"), d: zone() });
    const state = await update(half, news);
    expect(state["$masked"]).to.deep.equal(["b"]);
    api.faults.clear();
    expect(await update(state, news)).to.not.have.property("$masked");
  });

  it("are recorded anew from the program, also where nothing is left to be done", async () => {
    const { api, create, update } = open();
    api.faults.set("make d", new Error("refused"));
    const zones = { b: pin("4711") };
    const state = await update(await create(plain({})), secret({ ...zones, d: zone() }));
    expect(diffSet(zoneSet, state, secret(zones)).changes).to.equal(undefined);
    const after = await update(state, secret(zones));
    expect(diffSet(zoneSet, after, secret(zones)).changes).to.equal(false);
  });

  it("are none where the program marks none", async () => {
    const { api, create } = open();
    api.faults.set("make b", new Error("refused"));
    expect(await create(plain({ a: zone(), b: zone() }))).to.not.have.property("$masked");
  });
});
