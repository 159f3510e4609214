import { existsSync, readdirSync, readFileSync } from "node:fs";
import { copyFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";

import { expect } from "chai";
import { startEmulator, type RunningEmulator } from "pulumi-bluedot/emulator";
import { readZoneCsv } from "pulumi-bluedot/files";

import { copyProgram } from "../../tools/engine/program";
import { createSandbox, withSandbox, type Sandbox } from "../../tools/engine/sandbox";
import { withoutCheckpoints } from "./crash/engines";
import { inventedOpenings, readOpenings, zoneCsvOf } from "./openings";
import { alreadyChecked, cliIn, configure, held, type Cli } from "./program";

const root = join(__dirname, "../..");
const sampleData = process.env["SAMPLE_DATA"];

/** An account lives in one region, and so does its password. */
interface Regions {
  readonly apac: RunningEmulator;
  readonly eu: RunningEmulator;
}

const users = ["dev@example.com", "apac@example.com", "eu@example.com"];
const accounts = (password: string) => users.map((email) => ({ email, password }));

async function withRegions(work: (regions: Regions) => Promise<void>): Promise<void> {
  const apac = await startEmulator({ accounts: accounts("password-of-apac") });
  const eu = await startEmulator({ accounts: accounts("password-of-eu") });
  try {
    await work({ apac, eu });
  } finally {
    await Promise.all([apac.close(), eu.close()]);
  }
}

/** The folder of an example's project: its own, or the root, whose program it then is. */
async function copyExample(sandbox: Sandbox, example: string): Promise<string> {
  const path = `examples/${example}`;
  if (!existsSync(join(root, path, "Pulumi.yaml"))) return await copyProgram(sandbox, ["Pulumi.yaml", path]);
  return join(await copyProgram(sandbox, [path]), path);
}

/** The stacks that an example has settings of, such as `prod` of Pulumi.prod.yaml. */
function stacksOf(folder: string): string[] {
  const stacks = readdirSync(folder).flatMap((file) => /^Pulumi\.(.+)\.yaml$/.exec(file)?.[1] ?? []);
  return stacks.length > 0 ? stacks : ["dev"];
}

/** Of the stack's own account, and of those of the two regions; an example takes what it knows. */
function settingsFor({ apac, eu }: Regions) {
  const plain = {
    "bluedot:endpoint": apac.url,
    "bluedot:email": apac.email,
    "environments:apacEndpoint": apac.url,
    "environments:euEndpoint": eu.url,
  };
  const secret = {
    "bluedot:password": apac.password,
    "environments:apacPassword": apac.password,
    "environments:euPassword": eu.password,
  };
  return { plain, secret };
}

/** Further expectations of an example while all its stacks are up. */
const whileUp: Record<string, (regions: Regions) => void> = {
  environments: ({ apac, eu }) => {
    const namesOf = ({ projects, zones }: RunningEmulator) => [
      ...projects.list().map(({ name }) => name),
      ...zones.list().map(({ name }) => name),
    ];
    const coffee = ["Coffee (dev)", "Coffee (prod)"];
    expect(namesOf(apac)).to.have.members([...coffee, "flagship-apac", "flagship-apac"]);
    expect(namesOf(eu)).to.have.members([...coffee, "flagship-eu", "flagship-eu"]);
  },
};

const examples = readdirSync(join(root, "examples"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

describe("an example, type-checked, goes up, has nothing left to do, and goes down:", function () {
  this.timeout(300_000);

  for (const example of examples) {
    it(`examples/${example}`, () =>
      withRegions((regions) =>
        withSandbox(async (sandbox) => {
          const folder = await copyExample(sandbox, example);
          const stacks = stacksOf(folder);
          const pulumi = cliIn(sandbox, folder);
          const again = cliIn(sandbox, folder, alreadyChecked);
          const { plain, secret } = settingsFor(regions);

          for (const [at, stack] of stacks.entries()) {
            await pulumi("stack", "init", stack);
            await configure(pulumi, stack, plain, secret);
            await (at === 0 ? pulumi : again)("up", "--yes", "--skip-preview", "--stack", stack);
          }
          expect(held(regions.apac).projects).to.equal(stacks.length);
          whileUp[example]?.(regions);
          for (const stack of stacks) await again("preview", "--expect-no-changes", "--stack", stack);
          for (const stack of stacks) await again("destroy", "--yes", "--skip-preview", "--stack", stack);
          expect(held(regions.apac)).to.deep.equal({ projects: 0, zones: 0 });
          expect(held(regions.eu)).to.deep.equal({ projects: 0, zones: 0 });
        }),
      ));
  }
});

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
