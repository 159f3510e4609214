import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";
import { z } from "zod";

import { nodeFault, OLDEST_NODE } from "../../../provider/node-version";

const root = join(__dirname, "../../..");

/** Loads an entry point in a process that takes itself for an older Node.js, and has no more than that. */
function load(entry: string) {
  const script = `
    Object.defineProperty(process.versions, "node", { value: "20.19.5" });
    delete Map.groupBy;
    delete Object.groupBy;
    require(${JSON.stringify(join(root, entry))});`;
  return spawnSync(process.execPath, ["-r", "tsx/cjs", "-e", script], { cwd: root, encoding: "utf8" });
}

describe("a Node.js that is too old", () => {
  const versions: [version: string, isFault: boolean][] = [
    ["18.0.0", true],
    ["20.19.5", true],
    ["22.9.0", true],
    ["22.20.0", false],
    ["22.21.1", false],
    ["24.0.0", false],
  ];
  for (const [version, isFault] of versions) {
    it(`D8: ${version} is ${isFault ? "told, with the version needed" : "new enough"}`, () => {
      const fault = nodeFault(version);
      if (!isFault) expect(fault).to.equal(undefined);
      else expect(fault).to.include(`Node.js ${OLDEST_NODE} or newer`).and.include(`Node.js ${version};`);
    });
  }

  for (const entry of ["provider/index.ts", "provider/handlers.ts", "cli/main.ts"]) {
    it(`D8: is one sentence of ${entry}, before anything else is evaluated`, () => {
      const { status, stderr } = load(entry);
      expect(status).to.equal(1);
      expect(stderr).to.include("pulumi-bluedot needs Node.js 22.20 or newer, and this is Node.js 20.19.5");
      expect(stderr).to.not.match(/^ +at |groupBy/m);
    });
  }

  it("D8, D21: `engines` says what is needed to use the package", () => {
    const manifest = z
      .object({ engines: z.object({ node: z.string() }) })
      .parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8")));
    expect(manifest.engines.node).to.equal(`>=${OLDEST_NODE}`);
  });

  it("D21: `npm ci` on Node.js 20 warns of nothing but what is needed to use the package", () => {
    const { packages } = lockFile.parse(JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")));
    const tooNew = Object.entries(packages).flatMap(([path, { dev, engines }]) =>
      dev && engines !== undefined && engines.split("||").every((range) => /^\D*2[1-9]/.test(range))
        ? [path]
        : [],
    );
    expect(tooNew).to.deep.equal(["node_modules/@pulumi/pulumi"]);
  });
});

const lockFile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      dev: z.boolean().default(false),
      engines: z
        .looseObject({ node: z.string().optional() })
        .transform(({ node }) => node)
        .or(z.array(z.string()).transform(() => undefined))
        .optional(),
    }),
  ),
});
