/** README as a new user follows it: every block is pasted into a fresh project made from the packed package. */
import { mkdir, mkdtemp, readFile, readdir, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { expect } from "chai";
import { startEmulator, type RunningEmulator } from "pulumi-bluedot/emulator";

import { runCommand } from "../../tools/engine/command";
import { createSandbox, type Sandbox } from "../../tools/engine/sandbox";
import { codeBlocks } from "../code-blocks";
import { cliIn, configure, held } from "./program";
import { compile, configs, live, runEmulator, writeProgram } from "./user-project";

const root = join(__dirname, "../..");

/** Blocks for a clone or for a terminal of its own; the test says for each that another test runs it. */
const elsewhere: Record<string, string> = {
  "npm ci && npm pack --silent": "the folder below is packed without a second build",
  "npx pulumi-bluedot emulator": "the last test below runs the command",
  "npm ci && npm run demo\nnpm ci && npm test": "demo.test.ts runs the demo, and .ci/run the tests",
};

/** A folder with the tarball where README has the clone, and beside it the new program. */
interface Place {
  readonly clone: string;
  readonly program: string;
}

async function makePlace(folder: string): Promise<Place> {
  const place = { clone: join(folder, "pulumi-bluedot"), program: join(folder, "coffee") };
  await mkdir(place.clone);
  const pack = ["pack", "--ignore-scripts", "--pack-destination", place.clone];
  expect((await runCommand("npm", pack, { cwd: root })).code).to.equal(0);
  const [tarball = ""] = await readdir(place.clone);
  // The package holds the examples, so that its folder stands in for the clone's.
  const unpack = ["-xzf", tarball, "--strip-components=1"];
  expect((await runCommand("tar", unpack, { cwd: place.clone })).code).to.equal(0);
  return place;
}

/** Pastes a block into a shell; the emulator's address and sign-in stand in for those of README. */
async function paste(block: string, cwd: string, sandbox: Sandbox, emulator: RunningEmulator): Promise<void> {
  const text = block
    .replaceAll("http://127.0.0.1:4010", emulator.url)
    // It would keep the states at home.
    .replace(/^pulumi login --local/m, 'pulumi login "$PULUMI_BACKEND_URL"')
    // Nobody is there to answer what the CLI asks.
    .replace(/^pulumi up$/gm, "pulumi up --yes --skip-preview --non-interactive");
  const { code, stdout, stderr } = await runCommand("bash", ["-euo", "pipefail", "-c", text], {
    cwd,
    timeLimit: 240_000,
    environment: {
      ...sandbox.environment,
      BLUEDOT_ENDPOINT: emulator.url,
      BLUEDOT_EMAIL: emulator.email,
      BLUEDOT_PASSWORD: emulator.password,
      npm_config_prefer_offline: "true",
    },
  });
  expect(code, `${text}\n${stdout}${stderr}`).to.equal(0);
}

describe("README", function () {
  this.timeout(600_000);
  let folder: string;
  let place: Place;
  let emulator: RunningEmulator;
  let sandbox: Sandbox;

  before(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), "readme-test-")));
    place = await makePlace(folder);
    emulator = await startEmulator();
    sandbox = await createSandbox({
      // Nothing of this repository may stand in for what the project lacks.
      nodeFolder: dirname(process.execPath),
      // As a block sets it; each of the next continues in its terminal.
      environment: { PULUMI_CONFIG_PASSPHRASE: "trial", NODE_OPTIONS: "" },
    });
  });
  after(async () => {
    await sandbox.dispose();
    await emulator.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("works as pasted, block by block", async () => {
    const readme = await readFile(join(root, "README.md"), "utf8");
    const blocks = codeBlocks(readme).filter(({ text }) => !(text in elsewhere));
    const programs = blocks.filter(({ language }) => language === "ts").map(({ text }) => text);
    const commands = blocks.filter(({ language }) => language === "sh").map(({ text }) => text);
    expect(programs.length + commands.length, "blocks of other languages").to.equal(blocks.length);

    const { clone, program } = place;
    const [create, ...rest] = commands;
    await paste(create ?? "", clone, sandbox, emulator);
    const [first = ""] = programs;
    // The template's program is the one that README shows.
    expect(await readFile(join(program, "index.ts"), "utf8")).to.equal(`${first}\n`);
    await writeFile(join(program, "index.ts"), `${programs.join("\n")}\n`);
    for (const block of rest) await paste(block, program, sandbox, emulator);
    expect(held(emulator)).to.deep.equal({ projects: 1, zones: 3 });
    expect(await readdir(join(program, "bluedot"))).to.include("Pulumi.yaml");
  });

  // An installation by npm takes longer than all that is looked at in it, so there is one.
  describe("installs by npm what package.test.ts looks at when pnpm installed it: another program in this place", () => {
    before(async () => {
      await cliIn(sandbox, place.program)("destroy", "--yes", "--skip-preview");
      await writeProgram(place.program, { ignoreDeprecations: "6.0" });
    });

    for (const config of configs) {
      it(`compiles with ${config} of Pulumi's template`, () => compile(place.program, config));
    }

    it("goes up, has nothing left to do, and goes down", async () => {
      const pulumi = cliIn(sandbox, place.program);
      const plain = { "bluedot:endpoint": emulator.url, "bluedot:email": emulator.email };
      await pulumi("stack", "init", "stores");
      await configure(pulumi, "stores", plain, { "bluedot:password": emulator.password });
      await live(place.program, sandbox, emulator);
    });

    it("runs the emulator by its command until SIGTERM", () => runEmulator(place.program));
  });
});
