import { readdirSync, readFileSync } from "node:fs";
import { copyFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { expect } from "chai";
import * as bluedot from "pulumi-bluedot";
import { startEmulator, type RunningEmulator } from "pulumi-bluedot/emulator";
import { readZones } from "pulumi-bluedot/files";

import { runCommand } from "../../tools/engine/command";
import { createSandbox, type Sandbox } from "../../tools/engine/sandbox";
import { withoutCheckpoints } from "./crash/engines";
import { inventedOpenings, readOpenings, zoneCsvOf } from "./openings";
import { alreadyChecked, cliIn, configure, copyExample, held, type Cli } from "./program";
import { openStack, type Step, type TestStack } from "./stack";

const rectangle = "rectangle;59.32841 18.07112;59.32903 18.06987";
const root = join(__dirname, "../..");
const sampleData = process.env["SAMPLE_DATA"];

describe("examples/store-network goes up, has nothing left to do, and at last goes down with", function () {
  this.timeout(300_000);

  let sandbox: Sandbox;
  let emulator: RunningEmulator;
  let folder: string;
  let pulumi: Cli;
  let printed: string;

  before(async () => {
    sandbox = await createSandbox({ environment: { ...alreadyChecked, ...withoutCheckpoints } });
    emulator = await startEmulator();
    folder = await copyExample(sandbox, "store-network");
    pulumi = cliIn(sandbox, folder);
    await pulumi("stack", "init", "dev");
    const plain = { "bluedot:endpoint": emulator.url, "bluedot:email": emulator.email };
    await configure(pulumi, "dev", plain, { "bluedot:password": emulator.password });
  });
  after(async () => {
    await emulator.close();
    await sandbox.dispose();
  });

  /** The names of the zones once the stack, which may have those of another file, has the file's. */
  const live = async (zonesFile: string, asSet: boolean): Promise<unknown[]> => {
    const settings = ["--config", `zonesFile=${zonesFile}`, "--config", `asSet=${String(asSet)}`];
    printed = await pulumi("up", "--yes", "--skip-preview", ...settings);
    const names = emulator.zones.list().map(({ name }) => name);
    await pulumi("preview", "--expect-no-changes");
    return names;
  };

  it("a spreadsheet's file in UTF-16, and then another in its place: with a BOM, semicolons and a warning", async () => {
    await copyFile(join(root, "tests/fixtures/zone-csv/unicode-text.csv"), join(folder, "utf-16.csv"));
    expect(await live("utf-16.csv", false)).to.deep.equal(["Käse & Brot"]);
    const rows = ["Zone Name;Minimum Retrigger Time;Fences", `Møss "Park";0:30;"${rectangle}"`];
    await writeFile(join(folder, "semicolons.csv"), `\uFEFF${rows.join("\r\n")}\r\n`);
    expect(await live("semicolons.csv", false)).to.deep.equal(['Møss "Park"']);
    expect(printed).to.match(
      /warning: semicolons\.csv:2:\d+ \(fences\): the corners of the rectangle are the wrong/,
    );
  });

  const forms: [what: string, asSet: boolean, most: number][] = [
    ["300 shops of a retailer", false, 300],
    ["2,992 shops of a retailer, as one set", true, 2992],
  ];
  for (const [what, asSet, most] of forms) {
    it(what, async () => {
      const shops =
        sampleData === undefined
          ? inventedOpenings(most)
          : readOpenings(readFileSync(join(sampleData, "store-openings.csv"), "utf8")).slice(0, most);
      await writeFile(join(folder, "shops.csv"), zoneCsvOf(shops));
      expect(await live("shops.csv", asSet)).to.have.members(
        shops.map(({ storenum, STRCITY }) => `${storenum} ${STRCITY}`),
      );
      await pulumi("destroy", "--yes", "--skip-preview");
      expect(held(emulator)).to.deep.equal({ projects: 0, zones: 0 });
    });
  }
});

describe("examples/store-network is tested by", function () {
  this.timeout(30_000);

  const run = async (...args: string[]) => {
    const main = join(root, "dist/cli/main.js");
    const { code, stdout } = await runCommand(process.execPath, [main, ...args], {
      cwd: join(root, "examples/store-network"),
    });
    return { code, last: stdout.trimEnd().split("\n").slice(-2).join("\n") };
  };

  it("its rules, all of which hold", async () => {
    const { code, last } = await run("check", "zones.csv");
    expect(last).to.match(/All 5 rules hold/);
    expect(code).to.equal(0);
  });

  it("its walk, past a market that is closed", async () => {
    const { code, last } = await run("walk", "zones.csv", "walk.gpx");
    expect(last).to.match(/^2 entries, 2 exits, 1 that did not come\./);
    expect(code).to.equal(0);
  });
});

describe("a file of the importer goes up, whole, and has nothing left to do:", function () {
  this.timeout(120_000);

  const folder =
    sampleData === undefined ? join(root, "tests/fixtures/zone-csv") : join(sampleData, "zone-importer");
  const files = readdirSync(folder);
  // As examples/store-network reads its file.
  const zonesOf = (file: string) =>
    readZones(join(folder, file), { customActionName: "action", onWarning: () => undefined });
  let stack: TestStack;
  let planned: Step[];

  // One run for all: each would take as long as all of them.
  before(async () => {
    stack = await openStack();
    stack.run(() => {
      for (const file of files) {
        const project = new bluedot.Project(file);
        for (const zone of zonesOf(file)) {
          new bluedot.Zone(`${file} ${zone.name}`, { projectId: project.id, ...zone });
        }
      }
      return {};
    });
    await stack.up();
    planned = await stack.preview();
  });
  after(() => stack.close());

  for (const file of files) {
    it(file, () => {
      const { projects, zones } = stack.emulator;
      const ofFile = projects.list().find(({ name }) => name === file);
      const made = zones.list().filter(({ projectId }) => projectId === ofFile?._id);
      expect(made.map(({ name }) => name)).to.have.members(zonesOf(file).map(({ name }) => name));
      expect(planned.filter(({ name }) => name.startsWith(file))).to.deep.equal([]);
    });
  }
});
