import { expect } from "chai";
import fc from "fast-check";

import { modelOf } from "../../../map/model-of";
import { seed } from "../../seed";
import { anyPlan, circle, everyChange, planOf, versions } from "./sources";

describe("the model of a map", () => {
  it("lists zones by change, then by label", () => {
    const labels = modelOf(everyChange()).zones.map(({ label }) => label);
    expect(labels).to.deep.equal(["new", 'stores["moved"]', "patient", "gone", "drifted", "quiet"]);
  });

  it("counts the zones by change", () => {
    expect(modelOf(everyChange()).counts).to.deep.equal({
      create: 1,
      move: 1,
      update: 1,
      delete: 1,
      drift: 1,
      same: 1,
    });
  });

  it("has old shapes only where they differ", () => {
    const withBefore = modelOf(everyChange()).zones.flatMap(({ label, before }) => (before ? [label] : []));
    expect(withBefore).to.deep.equal(['stores["moved"]', "gone", "drifted"]);
  });

  it("takes shapes within 0.1 mm as equal", () => {
    const { center } = circle(0, 0, 40);
    const near = { ...circle(0, 0, 40), center: { ...center, latitude: center.latitude + 1e-10 } };
    const [zone] = modelOf(planOf([versions("same", [circle(0, 0, 40)], [near])])).zones;
    expect(zone).not.to.have.property("before");
  });

  it("draws the asked changes only, counts all, and says so", () => {
    const { zones, counts, hidden, notes } = modelOf(everyChange(), { only: ["move"] });
    expect(zones.map(({ change }) => change)).to.deep.equal(["move"]);
    expect(counts.same).to.equal(1);
    expect(hidden.map(({ label }) => label)).to.deep.equal(["vault"]);
    expect(notes.at(-1)).to.equal(
      "6 zones are left out of the drawing: 2 created, 1 changed, 1 deleted, 1 drifted, 1 unchanged.",
    );
  });

  for (const [kind, name, source] of [
    ["plan", "/home/ci/build 12/plan.json", "plan.json"],
    ["plan", "-", "plan"],
    ["account", "account:Shops/North", "account:Shops/North"],
  ] as const) {
    it(`calls a source ${source} that is given as ${name}`, () => {
      expect(modelOf(planOf([], { kind, name })).source).to.equal(source);
    });
  }

  it("is the same for the zones in any order", () => {
    fc.assert(
      fc.property(
        anyPlan.chain((source) =>
          fc.record({
            source: fc.constant(source),
            zones: fc.shuffledSubarray([...source.zones], { minLength: source.zones.length }),
          }),
        ),
        ({ source, zones }) => {
          expect(modelOf({ ...source, zones })).to.deep.equal(modelOf(source));
        },
      ),
      { seed, numRuns: 30 },
    );
  });
});
