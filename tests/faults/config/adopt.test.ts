import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

import { expect } from "chai";
import { startEmulator, type RunningEmulator } from "pulumi-bluedot/emulator";

const root = join(__dirname, "../../..");
const script = join(root, "cli/main.ts");

/** The command with no variables of Bluedot's but these. */
async function adopt(environment: Record<string, string>, ...args: string[]) {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", script, "adopt", "--out", "/nowhere/at/all", ...args],
    {
      cwd: root,
      env: { PATH: process.env["PATH"], ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (printed += text));
  const code = await once(child, "close").then(([given]: unknown[]) => given);
  return { code, printed };
}

const ofStacks = /bluedot:|--run-program|pulumi (refresh|up|config)/;

describe("adopt, where it cannot sign in or does not find the project", () => {
  let emulator: RunningEmulator;
  before(async () => {
    emulator = await startEmulator();
    for (const name of ["Coffee Melbourne", "Coffee Sydney", "Tea", "Depots"])
      emulator.projects.create({ name, nextRuleUpdateInterval: 300 });
  });
  after(() => emulator.close());

  const incomplete: [what: string, environment: Record<string, string>, words: RegExp][] = [
    [
      "no settings",
      {},
      /^The configuration of Bluedot cannot be used: BLUEDOT_EMAIL is missing: .*; BLUEDOT_PASSWORD is missing; BLUEDOT_REGION is missing: .*\. Set it in the environment/,
    ],
    [
      "a wrong region",
      { BLUEDOT_EMAIL: "a@b.example", BLUEDOT_PASSWORD: "p", BLUEDOT_REGION: "europe" },
      /^The configuration of Bluedot cannot be used: BLUEDOT_REGION is "europe", not one of apac, eu, us\. Set/,
    ],
  ];
  for (const [what, environment, words] of incomplete) {
    it(`D19: ${what} is one sentence with its own advice`, async () => {
      const { code, printed } = await adopt(environment);
      expect(code).to.equal(1);
      expect(printed).to.match(words).and.not.match(ofStacks);
      expect(printed.length).to.be.below(400);
    });
  }

  it("D19: a refused password names the variables", async () => {
    const { code, printed } = await adopt({
      BLUEDOT_EMAIL: emulator.email,
      BLUEDOT_PASSWORD: "wrong-one",
      BLUEDOT_ENDPOINT: emulator.url,
    });
    expect(code).to.equal(1);
    expect(printed).to.match(
      /refused to sign in .*check BLUEDOT_EMAIL and BLUEDOT_PASSWORD, and that BLUEDOT_REGION/,
    );
    expect(printed).to.not.match(ofStacks).and.not.include("wrong-one");
  });

  it("D19: a project that is not there is answered with the nearest names", async () => {
    const environment = {
      BLUEDOT_EMAIL: emulator.email,
      BLUEDOT_PASSWORD: emulator.password,
      BLUEDOT_ENDPOINT: emulator.url,
    };
    const { code, printed } = await adopt(environment, "--project", "coffee melborne");
    expect(code).to.equal(1);
    expect(printed).to.match(/no project "coffee melborne" .*nearest names are "Coffee Melbourne", "/);
    expect(printed).to.not.match(ofStacks);
  });

  it("D19: the help has examples", async () => {
    const { code, printed } = await adopt({}, "--help");
    expect(code).to.equal(0);
    expect(printed).to.include("Examples:").and.include('pulumi-bluedot adopt --project "Coffee shops"');
  });
});
