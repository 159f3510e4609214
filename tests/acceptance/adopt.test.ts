import { readdirSync, readFileSync, statSync } from "node:fs";
import { copyFile, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { startEmulator, type RunningEmulator } from "pulumi-bluedot/emulator";
import { z } from "zod";

import { adopt } from "../../cli/adopt/adopt";
import { readConfiguration } from "../../provider/configuration";
import { VERSION } from "../../provider/version";
import { runCommand } from "../../tools/engine/command";
import { withSandbox } from "../../tools/engine/sandbox";
import { withoutCheckpoints } from "./crash/engines";
import { seedHardAccount } from "./hard-account";
import { cliIn, configure } from "./program";

const root = join(__dirname, "../..");
const program = z.record(z.string(), z.record(z.string(), z.json()));

/** The variables of the command. */
function settingsOf({ url, email, password }: RunningEmulator) {
  return { BLUEDOT_ENDPOINT: url, BLUEDOT_EMAIL: email, BLUEDOT_PASSWORD: password };
}

/** Runs the command `adopt`. */
async function runAdopt(emulator: RunningEmulator, folder: string, ...args: string[]) {
  const command = [join(root, "dist/cli/main.js"), "adopt", "--out", folder, ...args];
  const environment = { ...process.env, ...settingsOf(emulator) };
  return runCommand(process.execPath, command, { environment });
}

/** Writes what the command would write if a file held at most that many resources of a kind. */
async function adoptWith(most: number, emulator: RunningEmulator, out: string): Promise<void> {
  const reading = { origin: "environment", advice: "" } as const;
  const configuration = readConfiguration(() => undefined, settingsOf(emulator), reading);
  const progress = { now: () => undefined, done: () => undefined };
  await adopt({ configuration, out, version: VERSION, progress, most });
}

describe("an account that is adopted, on the real CLI", function () {
  this.timeout(600_000);
  let emulator: RunningEmulator;

  beforeEach(async () => {
    emulator = await startEmulator();
  });
  afterEach(async () => {
    await emulator.close();
  });

  it("shows no change and no secret, and a field changed in data is one PUT that keeps all else", async () => {
    const secrets = seedHardAccount(emulator);
    expect(secrets).to.not.have.length(0);
    await withSandbox(async (sandbox) => {
      const stateFile = join(sandbox.stateFolder, ".pulumi/stacks/bluedot-account/test.json");
      const leaks = async (printed: string) => {
        const state = await readFile(stateFile, "utf8");
        return secrets.filter((secret) => state.includes(secret) || printed.includes(secret));
      };
      await symlink(join(root, "node_modules"), join(sandbox.folder, "node_modules"));

      // As the command writes it: calls that a person reads.
      const literals = join(sandbox.folder, "literals");
      const { stdout, stderr } = await runAdopt(emulator, literals);
      expect(stdout).to.contain("50 zones").and.to.contain("`laterField`");
      const files = await filesOf(literals);
      const clear = files.filter(({ text }) => secrets.some((secret) => text.includes(secret)));
      expect(clear.map(({ path }) => path)).to.have.members(["import.json", "secrets.json"]);
      expect(clear.map(({ mode }) => mode)).to.deep.equal([0o600, 0o600]);
      const coffee = files.find(({ path }) => path === "projects/harbour-coffee.ts")?.text;
      expect(coffee).to.contain("config.requireSecret(").and.to.contain("new bluedot.Zone(");
      expect(files.filter(({ path }) => path.endsWith(".zones.json"))).to.deep.equal([]);

      const pulumi = cliIn(sandbox, literals, withoutCheckpoints);
      await pulumi("stack", "init", "test");
      await configure(
        pulumi,
        "test",
        { "bluedot:endpoint": emulator.url, "bluedot:email": emulator.email },
        { "bluedot:password": emulator.password },
      );
      await pulumi("config", "set-all", "--json", await readFile(join(literals, "secrets.json"), "utf8"));
      await pulumi(
        ..."import --file import.json --yes --skip-preview --protect=false --generate-code=false".split(" "),
      );
      expect(await leaks(stdout + stderr)).to.deep.equal([]);
      emulator.requests.clear();
      expect(await pulumi("preview", "--refresh", "--expect-no-changes")).to.contain("unchanged");

      // The same account as data, in the same stack: whatever the two forms say differently is a change.
      const data = join(sandbox.folder, "data");
      await adoptWith(1, emulator, data);
      expect((await filesOf(data)).map(({ path }) => path)).to.include.members([
        "projects/awkward.zones.json",
        "beacons.data.json",
        "destinations.data.json",
        "projects/harbour-coffee.zones.json",
        "projects/harbour-coffee-2.zones.json",
        "users.data.json",
      ]);
      await copyFile(join(literals, "Pulumi.test.yaml"), join(data, "Pulumi.test.yaml"));
      expect(writes(emulator)).to.deep.equal([]);
      const before = emulator.zones.list();
      await changeOneZone(join(data, "projects/harbour-coffee.zones.json"));
      const up = ["up", "--yes", "--skip-preview", "--stack", "test"];
      const printed = await cliIn(sandbox, data, withoutCheckpoints)(...up);
      expect(printed).to.match(/Resources:\n +~ 1 updated\n +69 unchanged/);
      expect(await leaks(printed)).to.deep.equal([]);
      const [write, ...more] = writes(emulator);
      expect(more).to.deep.equal([]);
      expect(write).to.match(/^PUT \/zones\//);
      const expected = before.map((zone) =>
        write?.endsWith(zone._id) === true ? { ...zone, minimumRetriggerTime: 61 } : zone,
      );
      expect(emulator.zones.list().map(withoutTime)).to.deep.equal(expected.map(withoutTime));
    });
  });
});

describe("the command adopt", function () {
  this.timeout(60_000);
  let emulator: RunningEmulator;
  let parent: string;

  beforeEach(async () => {
    emulator = await startEmulator();
    parent = await mkdtemp(join(tmpdir(), "adopt-command-"));
  });
  afterEach(async () => {
    await emulator.close();
    await rm(parent, { recursive: true, force: true });
  });

  it("reads an account page by page, and writes more than 200 zones of a project as data", async () => {
    emulator.seedAccount({ zones: 402, destinations: 100, beacons: 20 });
    const folder = join(parent, "adopted");
    const { code, stdout } = await runAdopt(emulator, folder);
    expect(code).to.equal(0);
    const requests = Object.groupBy(emulator.requests, ({ method, path }) => `${method} ${path}`);
    const counts = Object.entries(requests).map(([request, each]) => [request, each?.length]);
    expect(Object.fromEntries(counts)).to.deep.equal({
      "POST /sessions": 1,
      "GET /projects": 1,
      "GET /zones": 6,
      "GET /destinations": 1,
      "GET /beacons": 1,
      "GET /users": 1,
    });
    expect(stdout).to.contain("402 zones").and.to.contain("more than 200, the program reads it as data");
    const data = readdirSync(join(folder, "projects")).filter((name) => name.endsWith(".zones.json"));
    const zones = data.map((name) => program.parse(json(join(folder, "projects", name))));
    expect(zones.map((rows) => Object.keys(rows).length)).to.deep.equal([201, 201]);
  });

  it("reads one project alone, with the destinations that belong to it or to its zones", async () => {
    emulator.seedAccount({ zones: 20 });
    const folder = join(parent, "one");
    const { stdout } = await runAdopt(emulator, folder, "--project", "harbour coffee");
    expect(stdout).to.match(/1 project, 10 zones, \d destinations?, 0 beacons, 0 users/);
    expect(readdirSync(join(folder, "projects"))).to.deep.equal(["harbour-coffee.ts"]);
  });

  it("writes nothing where a list cannot be read, nor over what is there", async () => {
    emulator.seedAccount({ zones: 20 });
    const folder = join(parent, "twice");
    emulator.fault({ kind: "status", status: 400, path: "/destinations$", times: 1 });
    const stopped = await runAdopt(emulator, folder);
    expect(stopped.code).to.equal(1);
    expect(stopped.stderr).to.contain("GET /destinations was refused");
    expect(readdirSync(parent)).to.deep.equal([]);
    expect((await runAdopt(emulator, folder)).code).to.equal(0);
    const again = await runAdopt(emulator, folder);
    expect(again.code).to.equal(1);
    expect(again.stderr).to.contain("exists and is not empty");
    expect(readdirSync(parent)).to.deep.equal(["twice"]);
  });

  it("says what it cannot express, and leaves it alone", async () => {
    const project = emulator.projects.create({ name: "coffee", nextRuleUpdateInterval: 300 });
    emulator.zones.create({
      name: "later",
      projectId: project._id,
      minimumRetriggerTime: 60,
      geofeatures: [{ type: "ellipse", name: "egg" }],
    });
    const folder = join(parent, "later");
    const { stdout } = await runAdopt(emulator, folder);
    expect(stdout).to.contain("1 project, 0 zones");
    const left = readFileSync(join(folder, "not-adopted.txt"), "utf8");
    expect(left).to.match(
      /^Zone "later" \(.*\) cannot be declared: geofeatures\[0\]\.type: it is "ellipse", but must be one of/,
    );
  });

  it("is refused in one sentence where the project is not one", async () => {
    emulator.seedAccount({ projects: 3, zones: 0 });
    emulator.projects.create({ name: "twice", nextRuleUpdateInterval: 300 });
    emulator.projects.create({ name: "twice", nextRuleUpdateInterval: 300 });
    const [nowhere, twice] = await Promise.all(
      ["nowhere", "twice"].map((name) => runAdopt(emulator, join(parent, name), "--project", name)),
    );
    expect(nowhere?.stderr).to.contain('There is no project "nowhere" in this account and region');
    expect(twice?.stderr).to.contain('2 projects are called "twice"; give the id of one: ');
  });
});

/** Gives one zone of a file another time. */
async function changeOneZone(path: string): Promise<void> {
  const data = program.parse(json(path));
  const name = Object.keys(data).find((each) => data[each]?.["minimumRetriggerTime"] !== 61) ?? "";
  data[name] = { ...data[name], minimumRetriggerTime: 61 };
  await writeFile(path, JSON.stringify(data));
}

function json(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}

function writes({ requests }: RunningEmulator): string[] {
  return requests
    .filter(({ method, path }) => method !== "GET" && !path.startsWith("/sessions"))
    .map(({ method, path }) => `${method} ${path}`);
}

function withoutTime(zone: object): object {
  return { ...zone, updatedAt: undefined };
}

async function filesOf(folder: string): Promise<{ path: string; text: string; mode: number }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return {
        path: path.slice(folder.length + 1),
        text: readFileSync(path, "utf8"),
        mode: statSync(path).mode & 0o777,
      };
    });
}
