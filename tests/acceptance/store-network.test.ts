import { readdirSync, readFileSync } from "node:fs";
import { copyFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";

import { expect } from "chai";
import { startEmulator, type RunningEmulator } from "pulumi-bluedot/emulator";
import { readZoneCsv } from "pulumi-bluedot/files";

import { createSandbox, type Sandbox } from "../../tools/engine/sandbox";
import { withoutCheckpoints } from "./crash/engines";
import { inventedOpenings, readOpenings, zoneCsvOf } from "./openings";
import { alreadyChecked, cliIn, configure, copyExample, held, type Cli } from "./program";

const root = join(__dirname, "../..");
const sampleData = process.env["SAMPLE_DATA"];

describe("examples/store-network goes up, has nothing left to do, and at last goes down with", function () {
  this.timeout(300_000);

  let sandbox: Sandbox;
  let emulator: RunningEmulator;
  let folder: string;
  let pulumi: Cli;

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
  const live = async (zonesFile: string, asSet = false): Promise<unknown[]> => {
    const settings = ["--config", `zonesFile=${zonesFile}`, "--config", `asSet=${String(asSet)}`];
    await pulumi("up", "--yes", "--skip-preview", ...settings);
    const names = emulator.zones.list().map(({ name }) => name);
    await pulumi("preview", "--expect-no-changes");
    return names;
  };

  const files =
    sampleData === undefined ? join(root, "tests/fixtures/zone-csv") : join(sampleData, "zone-importer");
  for (const file of readdirSync(files)) {
    it(`a file of the importer: ${basename(file)}`, async () => {
      await copyFile(join(files, file), join(folder, file));
      const zones = readZoneCsv(join(files, file), { onWarning: () => undefined });
      expect(await live(file)).to.have.members(zones.map(({ name }) => name));
    });
  }

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
