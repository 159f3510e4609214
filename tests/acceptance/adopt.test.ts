import { readdirSync, readFileSync, statSync } from "node:fs";
import { readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { startEmulator, type RunningEmulator } from "pulumi-bluedot/emulator";
import { z } from "zod";

import { runCommand } from "../../tools/engine/command";
import { withSandbox, type Sandbox } from "../../tools/engine/sandbox";
import { withoutCheckpoints } from "./crash/engines";
import { cliIn, configure, type Cli } from "./program";

const root = join(__dirname, "../..");
const program = z.record(z.string(), z.record(z.string(), z.json()));

/** A stack that has adopted what an emulator holds. */
interface Adopted {
  readonly emulator: RunningEmulator;
  readonly folder: string;
  /** The output of `adopt`. */
  readonly printed: string;
  readonly pulumi: Cli;
}

async function adopt(sandbox: Sandbox, emulator: RunningEmulator, folder: string, ...args: string[]) {
  const environment = {
    ...process.env,
    BLUEDOT_ENDPOINT: emulator.url,
    BLUEDOT_EMAIL: emulator.email,
    BLUEDOT_PASSWORD: emulator.password,
  };
  const command = [join(root, "dist/cli/main.js"), "adopt", "--out", folder, ...args];
  return runCommand(process.execPath, command, { cwd: sandbox.folder, environment });
}

/** Runs `adopt`, imports what it wrote, and does some work with it. */
async function withAdopted(
  emulator: RunningEmulator,
  work: (adopted: Adopted) => Promise<void>,
): Promise<void> {
  await withSandbox(async (sandbox) => {
    const folder = join(sandbox.folder, "adopted");
    const { stdout, stderr } = await adopt(sandbox, emulator, folder);
    await symlink(join(root, "node_modules"), join(folder, "node_modules"));
    const pulumi = cliIn(sandbox, folder, withoutCheckpoints);
    await pulumi("stack", "init", "test");
    await configure(
      pulumi,
      "test",
      { "bluedot:endpoint": emulator.url, "bluedot:email": emulator.email },
      { "bluedot:password": emulator.password },
    );
    await pulumi("config", "set-all", "--json", await readFile(join(folder, "secrets.json"), "utf8"));
    await pulumi(
      ..."import --file import.json --yes --skip-preview --protect=false --generate-code=false".split(" "),
    );
    await work({ emulator, folder, printed: stdout + stderr, pulumi });
  });
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

  it("of 1,000 zones is read page by page", async () => {
    emulator.seedAccount({ zones: 1000, destinations: 100, beacons: 20 });
    await withSandbox(async (sandbox) => {
      expect((await adopt(sandbox, emulator, join(sandbox.folder, "adopted"))).code).to.equal(0);
      const requests = Object.groupBy(emulator.requests, ({ method, path }) => `${method} ${path}`);
      const counts = Object.entries(requests).map(([request, each]) => [request, each?.length]);
      expect(Object.fromEntries(counts)).to.deep.equal({
        "POST /sessions": 1,
        "GET /projects": 1,
        "GET /zones": 10,
        "GET /destinations": 1,
        "GET /beacons": 1,
        "GET /users": 1,
      });
    });
  });

  it("of 420 zones shows no change, and a field changed in the program is one PUT that keeps all else", async () => {
    const { zones } = emulator.seedAccount({ zones: 420, destinations: 20, beacons: 20 });
    expect(zones.filter((zone) => "dwell" in zone)).to.not.have.length(0);
    await withAdopted(emulator, async ({ folder, pulumi }) => {
      emulator.requests.clear();
      const preview = await pulumi("preview", "--refresh", "--expect-no-changes");
      expect(preview).to.contain("unchanged");
      expect(writes(emulator)).to.deep.equal([]);

      const before = emulator.zones.list();
      const path = join(folder, "projects/harbour-coffee.zones.json");
      const data = program.parse(JSON.parse(await readFile(path, "utf8")));
      const names = Object.keys(data);
      const changed = names.find((name) => data[name]?.["minimumRetriggerTime"] !== 61) ?? "";
      data[changed] = { ...data[changed], minimumRetriggerTime: 61 };
      await writeFile(path, JSON.stringify(data));
      await pulumi("up", "--yes", "--skip-preview");

      const [write, ...more] = writes(emulator);
      expect(more).to.deep.equal([]);
      expect(write).to.match(/^PUT \/zones\//);
      const expected = before.map((zone) =>
        write?.endsWith(zone._id) === true ? { ...zone, minimumRetriggerTime: 61 } : zone,
      );
      expect(emulator.zones.list().map(withoutTime)).to.deep.equal(expected.map(withoutTime));
    });
  });

  it("of few zones is a program that a person reads, without a secret, and shows no change", async () => {
    const account = emulator.seedAccount({ zones: 12 });
    await withAdopted(emulator, async ({ folder, pulumi, printed }) => {
      await pulumi("preview", "--refresh", "--expect-no-changes");
      await pulumi("up", "--yes", "--skip-preview");
      expect(writes(emulator)).to.deep.equal([]);

      const secrets = secretsOf(account.projects);
      expect(secrets).to.not.have.length(0);
      const files = await filesOf(folder);
      const clear = files.filter(({ text }) => secrets.some((secret) => text.includes(secret)));
      expect(clear.map(({ path }) => path)).to.have.members(["import.json", "secrets.json"]);
      expect(clear.map(({ mode }) => mode)).to.deep.equal([0o600, 0o600]);
      const state = await pulumi("stack", "export");
      expect(secrets.filter((secret) => state.includes(secret) || printed.includes(secret))).to.deep.equal(
        [],
      );
      expect(files.find(({ path }) => path === "projects/harbour-coffee.ts")?.text).to.contain(
        "config.requireSecret(",
      );
      expect(printed).to.contain("12 zones").and.to.contain("`dwell`");
    });
  });

  it("is read for one project alone, with the destinations that belong to it or to its zones", async () => {
    emulator.seedAccount({ zones: 20 });
    await withSandbox(async (sandbox) => {
      const folder = join(sandbox.folder, "one");
      const { stdout } = await adopt(sandbox, emulator, folder, "--project", "harbour coffee");
      expect(stdout).to.match(/1 project, 10 zones, \d destinations?, 0 beacons, 0 users/);
      expect(readdirSync(join(folder, "projects"))).to.deep.equal(["harbour-coffee.ts"]);
    });
  });

  it("is not written where a list cannot be read, nor over what is there", async () => {
    emulator.seedAccount({ zones: 20 });
    await withSandbox(async (sandbox) => {
      const folder = join(sandbox.folder, "twice");
      emulator.fault({ kind: "status", status: 400, path: "/destinations$", times: 1 });
      const before = readdirSync(sandbox.folder);
      const stopped = await adopt(sandbox, emulator, folder);
      expect([stopped.code, stopped.stderr]).to.satisfy(
        ([code, text]: [number, string]) => code === 1 && text.includes("GET /destinations was refused"),
      );
      expect(readdirSync(sandbox.folder)).to.deep.equal(before);
      expect((await adopt(sandbox, emulator, folder)).code).to.equal(0);
      const again = await adopt(sandbox, emulator, folder);
      expect([again.code, again.stderr]).to.satisfy(
        ([code, text]: [number, string]) => code === 1 && text.includes("exists and is not empty"),
      );
      expect(readdirSync(sandbox.folder)).to.have.members([...before, "twice"]);
    });
  });

  it("says what it cannot express, and leaves it alone", async () => {
    const project = emulator.projects.create({ name: "coffee", nextRuleUpdateInterval: 300 });
    emulator.zones.create({
      name: "later",
      projectId: project._id,
      minimumRetriggerTime: 60,
      geofeatures: [{ type: "ellipse", name: "egg" }],
    });
    await withSandbox(async (sandbox) => {
      const folder = join(sandbox.folder, "later");
      const { stdout } = await adopt(sandbox, emulator, folder);
      expect(stdout).to.contain("1 project, 0 zones");
      const left = readFileSync(join(folder, "not-adopted.txt"), "utf8");
      expect(left).to.match(
        /^Zone "later" \(.*\) cannot be declared: geofeatures\[0\]\.type: it is "ellipse", but must be one of/,
      );
    });
  });

  it("is refused in one sentence where the project is not one", async () => {
    emulator.seedAccount({ projects: 3, zones: 0 });
    emulator.projects.create({ name: "twice", nextRuleUpdateInterval: 300 });
    emulator.projects.create({ name: "twice", nextRuleUpdateInterval: 300 });
    await withSandbox(async (sandbox) => {
      const run = (project: string) =>
        adopt(sandbox, emulator, join(sandbox.folder, "x"), "--project", project);
      expect((await run("nowhere")).stderr).to.contain(
        'There is no project "nowhere" in this account and region',
      );
      expect((await run("twice")).stderr).to.contain('2 projects are called "twice"; give the id of one: ');
    });
  });
});

function writes({ requests }: RunningEmulator): string[] {
  return requests
    .filter(({ method, path }) => method !== "GET" && !path.startsWith("/sessions"))
    .map(({ method, path }) => `${method} ${path}`);
}

function withoutTime(zone: object): object {
  return { ...zone, updatedAt: undefined };
}

/** Every header and key of the projects. */
function secretsOf(projects: readonly object[]): string[] {
  const text = JSON.stringify(projects);
  const keys = [...text.matchAll(/"(?:firebaseApiKey|(?:android|ios)(?:Api|Secret)Key)":"([^"]+)"/g)];
  const headers = [...text.matchAll(/"X-Api-Key":"([^"]+)"/gi)];
  return [...keys, ...headers].flatMap(([, secret]) => secret ?? []);
}

async function filesOf(folder: string): Promise<{ path: string; text: string; mode: number }[]> {
  // Unlike readdirSync, it does not go into the linked folder of the packages.
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
