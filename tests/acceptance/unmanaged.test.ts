import { writeFile } from "node:fs/promises";
import { join } from "node:path";

import { expect } from "chai";
import { z } from "zod";

import { runCommand } from "../../tools/engine/command";
import { openEveryChange, type EveryChange } from "./every-change";

const listed = z.object({
  looked: z.number(),
  unmanaged: z.array(
    z.object({
      kind: z.string(),
      name: z.string(),
      id: z.string(),
      project: z.object({ name: z.string() }).optional(),
      lookedUp: z.boolean(),
    }),
  ),
});
const layer = z.object({
  features: z.array(
    z.object({ properties: z.object({ zone: z.string() }), geometry: z.object({ type: z.string() }) }),
  ),
});

describe("what is not in a stack, on the real CLI", function () {
  this.timeout(180_000);
  let stack: EveryChange;

  const unmanaged = async (...args: string[]) => {
    const main = join(__dirname, "../../cli/main.ts");
    return runCommand(process.execPath, ["--import", "tsx", main, "unmanaged", ...args], {
      cwd: stack.folder,
      environment: { ...stack.sandbox.environment, ...stack.signIn },
    });
  };
  const namesIn = (stdout: string) =>
    listed.parse(JSON.parse(stdout)).unmanaged.map(({ kind, name }) => `${kind} ${name}`);

  before(async () => {
    stack = await openEveryChange();
  });
  after(() => stack.close());

  it("is nothing at first, though the ids of sets are secret", async () => {
    const { code, stdout, stderr } = await unmanaged();
    expect(stdout).to.match(/^Nothing is unmanaged: 22 objects looked at, all in the stack\.\n$/);
    expect(stderr).to.not.contain("canary");
    expect(code).to.equal(0);
  });

  it("is what somebody makes by hand in a project of the stack", async () => {
    const { emulator } = stack;
    const [made] = emulator.zones.list().filter(({ name }) => name === "moved");
    if (made === undefined) throw new Error("The program has a zone of this name.");
    const byHand = { ...made, _id: "6e4aeb98-05b3-4b3f-b9ac-3b9a169e395c", name: "by hand" };
    const elsewhere = {
      ...byHand,
      _id: "7e4aeb98-05b3-4b3f-b9ac-3b9a169e395c",
      projectId: "8e4aeb98-05b3-4b3f-b9ac-3b9a169e395c",
    };
    const [project] = emulator.projects.list();
    if (project === undefined) throw new Error("The program has projects.");
    emulator.seed({
      projects: [{ ...project, _id: elsewhere.projectId, name: "elsewhere" }],
      zones: [byHand, elsewhere],
    });

    const text = await unmanaged("--stack", "test");
    expect(text.stdout).to.match(/^Not in the stack: 1 of 23 objects\.\nProject "\w+" \([\w-]+\):\n/);
    expect(text.stdout).to.contain(`\n  zone "by hand" ${byHand._id}`);
    expect(text.code).to.equal(7);

    const all = await unmanaged("--account", "--format", "json");
    expect(namesIn(all.stdout)).to.have.members(["zone by hand", "project elsewhere", "zone by hand"]);

    const one = await unmanaged("--project", "elsewhere", "--format", "geojson");
    const { features } = layer.parse(JSON.parse(one.stdout));
    expect(features.map(({ properties, geometry }) => [properties.zone, geometry.type])).to.deep.equal([
      ["by hand", "Polygon"],
    ]);
  });

  it("is found from a state too, but not from one whose ids are encrypted", async () => {
    const file = join(stack.sandbox.folder, "stack.json");
    await writeFile(file, (await stack.pulumi(["stack", "export"])).stdout);
    const encrypted = await unmanaged("--state", file);
    expect(encrypted.stderr)
      .to.contain("are encrypted")
      .and.to.contain("--show-secrets | npx pulumi-bluedot");
    expect(encrypted.code).to.equal(1);
    await writeFile(file, (await stack.pulumi(["stack", "export", "--show-secrets"])).stdout);
    const clear = await unmanaged("--state", file, "--format", "json");
    expect(namesIn(clear.stdout)).to.deep.equal(["zone by hand"]);
  });

  it("cannot be said of a stack that is not there", async () => {
    const { code, stderr } = await unmanaged("--stack", "other");
    expect(stderr).to.contain("`pulumi stack export` ended with exit code").and.to.contain("no stack named");
    expect(code).to.equal(1);
  });
});
