import { execFileSync } from "node:child_process";
import { join } from "node:path";

import { expect } from "chai";

const root = join(__dirname, "../../../..");

describe("the functions and helpers", () => {
  it("load neither a schema library nor a session before the first call", () => {
    const modules = ["lookups/project", "lookups/zone", "lookups/destination", "lookups/beacon"];
    const helpers = [
      "seconds",
      "zone/geofeature-helpers",
      "zone/beacon-geofeature",
      "zone/geojson",
      "zone/condition-helpers",
    ];
    const script = `
      for (const module of ${JSON.stringify([...modules, ...helpers])}) require("./provider/" + module);
      process.stdout.write(JSON.stringify(Object.keys(require.cache)));`;
    const output = execFileSync(process.execPath, ["-r", "tsx/cjs", "-e", script], {
      cwd: root,
      encoding: "utf8",
    });
    expect(output).to.include("provider/lookups/invoke.ts").and.include("provider/zone/geojson/index.ts");
    const heavy = ["got", "zod", "p-limit", "geographiclib-geodesic"].map((name) => `node_modules/${name}/`);
    const ours = ["api/", "schema/leaves", "schema/validate", "lookups/queries/"].map(
      (name) => `provider/${name}`,
    );
    for (const module of [...heavy, ...ours]) {
      expect(output).to.not.include(module);
    }
  });
});
