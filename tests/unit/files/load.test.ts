import { execFileSync } from "node:child_process";
import { join } from "node:path";

import { expect } from "chai";

const root = join(__dirname, "../../..");

describe("a program that reads no file", () => {
  it("loads no reader of files, and nothing that one needs", () => {
    const script = `
      require("./provider/index");
      process.stdout.write(JSON.stringify(Object.keys(require.cache)));`;
    const output = execFileSync(process.execPath, ["-r", "tsx/cjs", "-e", script], {
      cwd: root,
      encoding: "utf8",
      maxBuffer: 64 * 2 ** 20,
    });
    expect(output).to.include("provider/zone/geojson/index.ts").and.include("/geojson/shapes.ts");
    const ours = ["files", "plan", "fences", "map"].map((folder) => join(root, folder, "/"));
    const heavy = ["saxes", "papaparse", "fflate", "flatbush"].map((name) => `node_modules/${name}/`);
    for (const module of [...ours, ...heavy]) expect(output).to.not.include(module);
  });
});
