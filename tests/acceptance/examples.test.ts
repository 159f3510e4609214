import { readdirSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";
import { startEmulator, type RunningEmulator } from "pulumi-bluedot/emulator";
import * as ts from "typescript";

import type { Engine } from "../../tools/engine/engine";
import { findEngine } from "../../tools/engine/find";
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

/** Finds the faults of some examples as the compiler does that `pulumi up` runs, with the options of each. */
function typeFaults(names: readonly string[]): string[] {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: fail };
  const configs = names.flatMap((name) => {
    const path = join(root, "examples", name, "tsconfig.json");
    return ts.getParsedCommandLineOfConfigFile(path, undefined, host) ?? [];
  });
  expect(configs).to.have.length(names.length);
  // Examples with the same options are one program, which checks what they share once.
  const programs = Map.groupBy(configs, ({ options }) =>
    JSON.stringify({ ...options, configFilePath: undefined }),
  );
  return [...programs.values()].flatMap((alike) => {
    const rootNames = alike.flatMap(({ fileNames }) => fileNames);
    const program = ts.createProgram({ rootNames, options: alike[0]?.options ?? {} });
    const faults = [...alike.flatMap(({ errors }) => errors), ...ts.getPreEmitDiagnostics(program)];
    return faults.map((fault) => ts.formatDiagnostic(fault, formatHost));
  });
}

const formatHost: ts.FormatDiagnosticsHost = {
  getCurrentDirectory: () => root,
  getCanonicalFileName: (name) => name,
  getNewLine: () => "\n",
};

function fail(fault: ts.Diagnostic): never {
  throw new Error(ts.formatDiagnostic(fault, formatHost));
}

describe("every example", function () {
  this.timeout(120_000);

  // All at once: the type check of each `up` takes longer than all else of it. package.test.ts and readme.test.ts run it.
  it("passes the type check of its own options", () => {
    expect(typeFaults(examples)).to.deep.equal([]);
  });
});

describe("an example goes up, has nothing left to do, and goes down:", function () {
  this.timeout(300_000);
  let engine: Engine;

  before(async () => {
    engine = await findEngine();
  });

  for (const example of examples) {
    it(`examples/${example}`, () =>
      withRegions((regions) =>
        withSandbox(
          async (sandbox) => {
            const folder = await copyExample(sandbox, example);
            const stacks = stacksOf(folder);
            const pulumi = cliIn(sandbox, folder);
            const { plain, secret } = settingsFor(regions);

            for (const stack of stacks) {
              await pulumi("stack", "init", stack);
              await configure(pulumi, stack, plain, secret);
              await pulumi("up", "--yes", "--skip-preview", "--stack", stack);
            }
            expect(held(regions.apac).projects).to.equal(stacks.length);
            whileUp[example]?.(regions);
            for (const stack of stacks) await pulumi("preview", "--expect-no-changes", "--stack", stack);
            for (const stack of stacks) await pulumi("destroy", "--yes", "--skip-preview", "--stack", stack);
            expect(held(regions.apac)).to.deep.equal({ projects: 0, zones: 0 });
            expect(held(regions.eu)).to.deep.equal({ projects: 0, zones: 0 });
          },
          { engine, environment: alreadyChecked },
        ),
      ));
  }
});
