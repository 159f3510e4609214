import { execFileSync } from "node:child_process";
import { join } from "node:path";

import { expect } from "chai";

const root = join(__dirname, "../..");

/** The files that Node.js loads for a script, without those of TypeScript's loader. */
function loadedBy(script: string): string[] {
  const print = "process.stdout.write(Object.keys(require.cache).join('\\n'));";
  const output = execFileSync(process.execPath, ["-r", "tsx/cjs", "-e", `${script}; ${print}`], {
    cwd: root,
    encoding: "utf8",
  });
  return output.split("\n").map((file) => file.slice(root.length + 1));
}

const onlyForFiles = /^(files|plan|fences|map|cli|emulator)\//;
const libraries =
  /node_modules\/(saxes|fflate|flatbush|papaparse|commander|hono|geomagnetism|@photostructure|leaflet)\//;

describe("a Pulumi program that declares zones", () => {
  const loaded = loadedBy('require("./provider")');

  it("loads nothing that reads files, plans or maps", () => {
    expect(loaded).to.include("provider/index.ts");
    expect(loaded.filter((file) => onlyForFiles.test(file))).to.deep.equal([]);
  });

  it("loads none of the libraries that do", () => {
    expect(loaded.filter((file) => libraries.test(file))).to.deep.equal([]);
  });
});

describe("the handlers", () => {
  it("load none of it either", () => {
    const loaded = loadedBy('require("./provider/handlers")');
    expect(loaded).to.include("provider/handlers.ts");
    expect(loaded.filter((file) => onlyForFiles.test(file) || libraries.test(file))).to.deep.equal([]);
  });
});
