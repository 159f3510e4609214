import { readdirSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";
import { startEmulator, type RunningEmulator } from "pulumi-bluedot/emulator";

import { withSandbox } from "../../tools/engine/sandbox";
import { alreadyChecked, cliIn, configure, copyExample, held } from "./program";

const root = join(__dirname, "../..");

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
