import { expect } from "chai";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { assumptionNames } from "../../../../fences/walk/assumptions";
import { walkDefaults } from "../../../../fences/walk/options";

describe("The table of what a walk assumes", () => {
  it("has each option with its default", () => {
    const page = readFileSync(join(__dirname, "../../../../docs/walk.md"), "utf8");
    const section = page.slice(page.indexOf("## What is assumed"), page.indexOf("These have no option"));
    const rows = [...section.matchAll(/^\| `(\w+)` +\| `([^`]+)` +\|/gm)].map(([, name, value]) => [
      name,
      value,
    ]);
    const defaults = Object.entries(walkDefaults).map(([name, value]) => [
      name,
      value === undefined ? "undefined" : JSON.stringify(value),
    ]);
    expect(rows).to.deep.equal(defaults);
  });

  it("has nothing that --assume, --time-zone and --dwell do not take", () => {
    expect(["timeZone", "dwell", ...assumptionNames]).to.have.members(Object.keys(walkDefaults));
  });
});
