import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect } from "chai";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import type { CommandOptions, RunCommand } from "../../../../tools/engine/command";
import type { Engine } from "../../../../tools/engine/engine";
import { createSandbox, withSandbox, type SandboxOptions } from "../../../../tools/engine/sandbox";

const engine: Engine = { folder: "/engine", pulumi: "/engine/pulumi", version: "3.259.0", origin: "cache" };

describe("a sandbox", () => {
  let temporaryFolder: string;
  beforeEach(async () => {
    temporaryFolder = await realpath(await mkdtemp(join(tmpdir(), "sandbox-test-")));
  });
  afterEach(() => rm(temporaryFolder, { recursive: true, force: true }));

  const create = (options: SandboxOptions = {}) =>
    createSandbox({ engine, temporaryFolder, inherited: {}, nodeFolder: "/node", ...options });

  it("gives commands its own home, a file backend, and no way to fetch anything", async () => {
    const { environment, folder, stateFolder } = await create();
    expect({ ...environment, PULUMI_CONFIG_PASSPHRASE: undefined }).to.deep.equal({
      TMPDIR: join(folder, "tmp"),
      TMP: join(folder, "tmp"),
      TEMP: join(folder, "tmp"),
      PATH: ["/engine", "/node"].join(delimiter),
      PULUMI_HOME: join(folder, "home"),
      PULUMI_BACKEND_URL: `file://${stateFolder}`,
      PULUMI_CONFIG_PASSPHRASE: undefined,
      PULUMI_SKIP_UPDATE_CHECK: "true",
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    });
  });

  it("puts the engine first on PATH, then Node.js, then the user's", async () => {
    const { environment } = await create({ inherited: { Path: "/usr/bin" } });
    expect(environment["Path"]).to.equal(["/engine", "/node", "/usr/bin"].join(delimiter));
  });

  const kept: [name: string, stays: boolean][] = [
    ["HOME", true],
    ["HTTPS_PROXY", true],
    ["NODE_OPTIONS", true],
    ["MY_PULUMI_NOTE", true],
    ["PULUMI_ACCESS_TOKEN", false],
    ["PULUMI_STACK", false],
    ["PULUMI_CONFIG_PASSPHRASE_FILE", false],
    ["PULUMI_OPTION_REFRESH", false],
    ["BLUEDOT_PASSWORD", false],
    ["Bluedot_Email", false],
  ];
  for (const [name, stays] of kept) {
    it(`${stays ? "keeps" : "leaves out"} the user's ${name}`, async () => {
      const { environment } = await create({ inherited: { [name]: "the user's" } });
      expect(Object.keys(environment).includes(name)).to.equal(stays);
    });
  }

  it("has a passphrase that no other sandbox has", async () => {
    const [one, other] = await Promise.all([create(), create()]);
    const name = "PULUMI_CONFIG_PASSPHRASE";
    expect(one.environment[name]).to.match(/^\S{32}$/);
    expect(one.environment[name]).not.to.equal(other.environment[name]);
  });

  it("lets programs run without a type check where that is asked for", async () => {
    const { environment } = await create({ transpileOnly: true });
    expect(environment["PULUMI_NODEJS_TRANSPILE_ONLY"]).to.equal("true");
  });

  it("runs pulumi with its variables, those of the sandbox's maker, and those of the call on top", async () => {
    const calls: { command: string; args: readonly string[]; options: CommandOptions }[] = [];
    const run: RunCommand = (command, args, options = {}) => {
      calls.push({ command, args, options });
      return Promise.resolve({ code: 0, stdout: "", stderr: "" });
    };
    const sandbox = await create({ run, environment: { COLOUR: "red", SIZE: "1" } });
    await sandbox.runPulumi(["up", "--yes"], { cwd: "/program", environment: { COLOUR: "blue" } });
    expect(calls).to.deep.equal([
      {
        command: "/engine/pulumi",
        args: ["up", "--yes"],
        options: {
          cwd: "/program",
          timeLimit: 300_000,
          environment: { ...sandbox.environment, COLOUR: "blue", SIZE: "1" },
        },
      },
    ]);
  });

  it("gives back an exit code other than 0 as a result", async () => {
    const run: RunCommand = () => Promise.resolve({ code: 255, stdout: "", stderr: "error: no" });
    const { code } = await (await create({ run })).runPulumi(["up"]);
    expect(code).to.equal(255);
  });

  it("is gone with all it held once it is disposed of", async () => {
    const sandbox = await create();
    await writeFile(join(sandbox.stateFolder, "dev.json"), "{}");
    await sandbox.dispose();
    expect(await readdir(temporaryFolder)).to.deep.equal([]);
  });

  it("is gone also where a process of a stopped engine makes its folder again", async () => {
    const sandbox = await create();
    const { folder, environment } = sandbox;
    const script = `setTimeout(() => require("fs").mkdirSync(${JSON.stringify(join(folder, "home"))}, { recursive: true }), 300)`;
    const child = spawn(process.execPath, ["-e", script], { env: environment, stdio: "ignore" });
    const ended = once(child, "close");
    await once(child, "spawn");
    await sandbox.dispose();
    await ended;
    expect(await readdir(temporaryFolder)).to.deep.equal([]);
  });

  it("is gone even if the work in it fails", async () => {
    let folder = temporaryFolder;
    const work = withSandbox(
      (sandbox) => {
        ({ folder } = sandbox);
        return Promise.reject(new Error("the work failed"));
      },
      { engine, temporaryFolder },
    );
    const error: unknown = await work.catch((caught: unknown) => caught);
    expect([String(error), existsSync(folder)]).to.deep.equal(["Error: the work failed", false]);
  });
});
