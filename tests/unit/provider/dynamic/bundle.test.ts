import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { build } from "esbuild";
import { expect } from "chai";

const root = join(__dirname, "../../../..");

describe("a bundle of the handlers", () => {
  let folder: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "bluedot-bundle-"));
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  it("runs where no package is installed", async () => {
    const outfile = join(folder, "handlers.js");
    const { warnings } = await build({
      entryPoints: [join(root, "provider/handlers.ts")],
      bundle: true,
      platform: "node",
      format: "cjs",
      outfile,
      logLevel: "silent",
    });
    expect(warnings).to.deep.equal([]);
    const program = `
      require(${JSON.stringify(outfile)})
        .zone.check({}, ${JSON.stringify(triangle)})
        .then((result) => console.log(JSON.stringify(result)));`;
    const printed = execFileSync(process.execPath, ["-e", program], { cwd: folder, encoding: "utf8" });
    expect(JSON.parse(printed)).to.deep.equal({
      inputs: triangle,
      failures: [],
    });
  });
});

/** Its area is near the smallest one, so that the library that measures it is loaded. */
const triangle = {
  name: "cafe",
  projectId: "6e4aeb98-05b3-4b3f-b9ac-3b9a169e395c",
  minimumRetriggerTime: 600,
  triggerOnExit: false,
  geofeatures: [
    {
      type: "polygon",
      name: "door",
      vertices: [
        { latitude: 0, longitude: 0 },
        { latitude: 0.0001, longitude: 0 },
        { latitude: 0, longitude: 0.00012 },
      ],
    },
  ],
  __provider: 'exports.handler = () => require("pulumi-bluedot/handlers").zone',
};
