import { execFileSync } from "node:child_process";
import { join } from "node:path";

import { expect } from "chai";

const root = join(__dirname, "../../../..");

describe("the functions and helpers", () => {
  it("load neither a schema library nor a session before the first call", () => {
    const modules = ["functions/project", "functions/zone", "functions/destination", "functions/beacon"];
    const helpers = ["seconds", "zone/shapes", "zone/beacons", "zone/geojson", "zone/moments"];
    const script = `
      for (const module of ${JSON.stringify([...modules, ...helpers])}) require("./provider/" + module);
      process.stdout.write(JSON.stringify(Object.keys(require.cache)));`;
    const output = execFileSync(process.execPath, ["-r", "tsx/cjs", "-e", script], {
      cwd: root,
      encoding: "utf8",
    });
    expect(output).to.include("provider/functions/ask.ts").and.include("provider/zone/geojson/index.ts");
    const heavy = ["got", "zod", "p-limit", "geographiclib-geodesic"].map((name) => `node_modules/${name}/`);
    const ours = ["session/", "schema/leaves", "schema/check", "functions/lookups/"].map(
      (name) => `provider/${name}`,
    );
    for (const module of [...heavy, ...ours]) {
      expect(output).to.not.include(module);
    }
  });
});
