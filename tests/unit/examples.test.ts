import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { z } from "zod";

const root = join(__dirname, "../..");
const versioned = z.object({ version: z.string() });
const dependent = z.object({ dependencies: z.object({ "pulumi-bluedot": z.string() }) });
const read = (path: string): unknown => JSON.parse(readFileSync(join(root, path), "utf8"));

describe("the examples", () => {
  const { version } = versioned.parse(read("package.json"));
  for (const path of globSync("examples/*/package.json", { cwd: root })) {
    it(`ask for the package as it is: ${path}`, () => {
      expect(dependent.parse(read(path)).dependencies["pulumi-bluedot"]).to.equal(`^${version}`);
    });
  }
});
