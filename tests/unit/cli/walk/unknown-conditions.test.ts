import { expect } from "chai";

import { reportOf } from "../../../../cli/walk/run";
import { readPlan } from "../../../../plan/preview";
import type { JsonObject } from "../../../../provider/json";
import { plan, step, zone } from "../../plan/plans";

describe("a walk over a zone with a condition that nobody knows", () => {
  it("notes that its triggers cannot be judged", () => {
    const conditions: JsonObject[] = [{ type: "weather", rain: true }, { type: "<b>free text" }];
    const source = readPlan(plan([step("create", { new: zone({ conditions }) })]), "plan.json");
    const track = [
      { point: { latitude: -37.9, longitude: 144.9 }, segment: 0 },
      { point: { latitude: -37.8, longitude: 144.9 }, segment: 0 },
    ];
    const options = { format: "text" } as const;
    const report = reportOf({ source, earlier: undefined, trackName: "t.csv", track, options });
    expect(report.walk.notes).to.include(
      "Conditions that cannot be read (weather, without a type) are passed over, so that triggers cannot be judged of cafe.",
    );
  });
});
