import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";

import { STATE_KEYS } from "../../../../provider/dynamic/state-contract";
import { fromState, toState } from "../../../../provider/dynamic/engine-handler";
import { HIDDEN } from "../../../../provider/lifecycle/hidden-state";

const provider = join(__dirname, "../../../../provider");

describe("the keys of states", () => {
  it("are fixed", () => {
    expect(Object.values(STATE_KEYS).sort()).to.deep.equal([
      "__account",
      "__as",
      "__created",
      "__import",
      "__lookedUp",
      "__objects",
      "__provider",
      "__secret",
      "__unsettled",
      "__veiled",
    ]);
  });

  it("stand for hidden values below this layer", () => {
    const keys = Object.entries(STATE_KEYS).filter(([name]) => name !== "provider");
    const state = Object.fromEntries(keys.map(([, key], at) => [key, at]));
    const inMemory = Object.fromEntries(keys.map(([name], at) => [`$${name}`, at]));
    expect(Object.values(HIDDEN)).to.have.members(Object.keys(inMemory));
    expect(Object.keys(HIDDEN)).to.have.members(keys.map(([name]) => name));
    expect([fromState(state), toState(inMemory)]).to.deep.equal([inMemory, state]);
  });

  for (const folder of ["lifecycle", "ownership", "set", "schema", "api"])
    it(`are unknown to provider/${folder}`, () => {
      const files = readdirSync(join(provider, folder), { recursive: true, encoding: "utf8" });
      const sources = files.filter((file) => file.endsWith(".ts"));
      expect(sources).to.not.be.empty;
      const naming = sources.filter((file) =>
        /__\w/.test(readFileSync(join(provider, folder, file), "utf8")),
      );
      expect(naming).to.deep.equal([]);
    });
});
