import { expect } from "chai";

import { readStack } from "../../../plan/stack";
import { ciphertext, circle, resource, set, state, urnOf, zone } from "./plans";

const stores = (inputs: ReturnType<typeof set>) => ({
  urn: urnOf("stores", "ZoneSet"),
  type: "pulumi-nodejs:dynamic/bluedot:ZoneSet",
  inputs,
});

describe("the state of a stack", () => {
  it("holds each zone in one version", () => {
    const { kind, name, zones, notes } = readStack(
      state([resource("cafe", zone({ tags: ["a"], customData: { key: ciphertext } }))]),
      "stack.json",
    );
    const after = {
      name: "cafe",
      geofeatures: [circle()],
      minimumRetriggerTime: 600,
      triggerOnExit: false,
      tags: ["a"],
    };
    expect({ kind, name, notes }).to.deep.equal({ kind: "stack", name: "stack.json", notes: [] });
    expect(zones).to.deep.equal([{ label: "cafe", change: "same", isDrifted: false, after, settings: [] }]);
  });

  it("holds the zones of a set, which their keys name", () => {
    const one = { geofeatures: [circle()] };
    const { zones } = readStack(state([stores(set({ b: { ...one, name: "B" }, a: one }))]), "-");
    expect(zones.map(({ label, after }) => [label, after?.name])).to.deep.equal([
      ['stores["a"]', "a"],
      ['stores["b"]', "B"],
    ]);
  });

  it("names what it cannot show", () => {
    const secretZones = set({});
    const { hidden } = readStack(
      state([
        resource("secret-place", zone({ geofeatures: ciphertext })),
        resource("beacon", zone({ geofeatures: [{ type: "beacon", name: "b" }] })),
        resource("broken", zone({ geofeatures: 7 })),
        stores({ ...secretZones, zones: ciphertext }),
      ]),
      "-",
    );
    expect(hidden.map(({ label, reason }) => `${label}: ${reason}`)).to.deep.equal([
      "beacon: beacons only",
      "broken: unreadable",
      "secret-place: secret",
      "stores: secret",
    ]);
  });

  it("shows a zone that is looked up as it was found, and none that is about to be deleted", () => {
    const { zones } = readStack(
      state([
        resource("found", {}, { external: true, outputs: zone({ name: "Found" }) }),
        resource("found", zone(), { delete: true }),
      ]),
      "-",
    );
    expect(zones.map(({ label, after }) => [label, after?.name])).to.deep.equal([["found", "Found"]]);
  });
});
