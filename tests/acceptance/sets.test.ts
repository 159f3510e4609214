import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import * as bluedot from "pulumi-bluedot";
import { startEmulator, type RunningEmulator } from "pulumi-bluedot/emulator";

import { createSandbox, type Sandbox } from "../../tools/engine/sandbox";
import { canary, searchFolder, searchFor } from "./canaries";
import { cliIn, configure } from "./program";
import { stackOfSteps, withStack, type RunOptions, type TestStack } from "./stack";
import { declare, fails, place, zone } from "./stores";

const wide: Partial<bluedot.ZoneOfSetArgs> = {
  geofeatures: [{ type: "circle", name: "door", center: place, radius: 55 }],
};

const idOf = ({ emulator }: TestStack, name: string) =>
  emulator.zones.list().find((one) => one.name === name)?._id ?? "";
const writesTo = ({ emulator }: TestStack) =>
  emulator.requests.filter(({ method, path }) => method !== "GET" && path.startsWith("/zones"));

describe("steps of one stack: a set of zones on the real CLI", function () {
  const stack = stackOfSteps(this, { refreshAlways: false });

  it("tells all that is wrong by key, before anything is sent", async () => {
    declare(stack(), { a: zone({ minimumRetriggerTime: 1 }), "b c": zone({ geofeatures: [] }) });
    const printed = await failed(stack(), "preview", { refresh: true });
    expect(printed).to.contain('zones["a"].minimumRetriggerTime: it is 1, but must be');
    expect(printed).to.contain('zones["b c"].geofeatures: it has 0 of geofeatures, but needs 1 or more');
    expect(stack().emulator.requests.length).to.equal(0);
  });

  it("that cannot create some is recorded without them, and the next up does only those", async () => {
    const { emulator } = stack();
    emulator.fault({ kind: "status", status: 400, method: "POST", path: /^\/zones$/, skip: 1 });
    declare(stack(), { a: zone(), b: zone(), c: zone() });
    expect(await failed(stack())).to.match(
      /ZoneSet "stores": 2 done, 1 left:\n.*Zone "[abc]": POST \/zones was refused \(400/,
    );
    emulator.requests.clear();
    await stack().up();
    expect(writesTo(stack()).map(({ method }) => method)).to.deep.equal(["POST"]);
  });

  it("that cannot update some is recorded without that, and the next up does only those", async () => {
    const { emulator } = stack();
    emulator.fault({ kind: "status", status: 400, method: "PUT" });
    declare(stack(), { a: zone(wide), b: zone(wide) });
    expect(await failed(stack())).to.contain('ZoneSet "stores": 2 done, 1 left:');
    emulator.requests.clear();
    await stack().up();
    expect(writesTo(stack()).map(({ method }) => method)).to.deep.equal(["PUT"]);
    expect(emulator.zones.size()).to.equal(2);
    expect(await stack().up()).to.deep.equal([]);
  });

  it("plans the rest where one zone waits for something", async () => {
    stack().run(() => {
      const project = new bluedot.Project("coffee");
      const store = new bluedot.Project("later");
      const zones = { a: zone(), b: zone({ ...wide, customData: { other: store.id } }) };
      new bluedot.ZoneSet("stores", { projectId: project.id, zones });
      return undefined;
    });
    stack().printed();
    await stack().preview({ diff: true, refresh: true });
    expect(stack().printed()).to.match(/~ a: \(json\) \{[^]*~ radius: 55 => 40/);
  });

  it("deletes what could not be replaced, also where the program has its key no longer", async () => {
    const { emulator } = stack();
    const declareStores = (destinations: bluedot.DestinationSetArgs["destinations"]) => {
      stack().run(() => (new bluedot.DestinationSet("stores", { destinations }), undefined));
    };
    declareStores({ a: { destinationId: "one" } });
    await stack().up();
    // What the steps before this one made.
    expect([emulator.projects.size(), emulator.zones.size()]).to.deep.equal([0, 0]);
    emulator.fault({ kind: "status", status: 400, method: "DELETE" });
    declareStores({ a: { destinationId: "two" } });
    expect(await failed(stack())).to.contain('DestinationSet "stores": 1 done, 1 left:');
    await stack().refresh();
    declareStores({});
    await stack().up();
    expect(emulator.destinations.size()).to.equal(0);
    expect(await stack().up()).to.deep.equal([]);
  });
});

describe("the secret of one zone of a set, on the real CLI", function () {
  this.timeout(180_000);

  it("is out of sight, and its ids are in sight", () =>
    withStack(
      async (stack) => {
        const pin = canary("pin");
        const search = searchFor({ pin });
        declare(stack, { a: zone(), b: zone({ customData: { pin: pulumi.secret(pin) } }) });
        await stack.up();
        await stack.refresh();
        await stack.up();
        const folder = stack.stack.workspace.workDir;
        expect(await searchFolder(folder, search)).to.deep.equal([]);
        // A search would find nothing in packed objects.
        const packed = (text: string) => (/"__objects": *"1:/.test(text) ? ["packed"] : []);
        expect(await searchFolder(folder, packed)).to.deep.equal([]);
        expect(search(stack.printed())).to.deep.equal([]);
        const door = stack.emulator.zones.get(idOf(stack, "a"))?.geofeatures[0]?._id;
        const { zoneIds, fenceIds } = await stack.outputs();
        expect(zoneIds).to.have.property("a", idOf(stack, "a"));
        expect(fenceIds).to.have.property("a").that.deep.equals({ door });

        // It is there all the same, encrypted.
        const opened = JSON.stringify(await stack.stack.exportStack());
        expect(opened).to.match(/"__objects":\{[^}]*"plaintext":"\\"1:/);
      },
      { checkpoints: true },
    ));
});

/** Returns the output of a command that must fail. */
async function failed(
  stack: TestStack,
  command: "up" | "preview" = "up",
  options: RunOptions = {},
): Promise<string> {
  stack.printed();
  const said = await fails(stack, command, options);
  return stack.printed() + said;
}

describe("a set of zones whose run is stopped", function () {
  this.timeout(180_000);
  const count = 200;
  let sandbox: Sandbox;
  let emulator: RunningEmulator;
  let folder: string;
  let pulumiCli: (...args: string[]) => Promise<string>;

  before(async () => {
    sandbox = await createSandbox();
    emulator = await startEmulator();
    folder = join(sandbox.folder, "program");
    await mkdir(folder);
    await symlink(join(__dirname, "../../node_modules"), join(folder, "node_modules"));
    await writeFile(join(folder, "Pulumi.yaml"), "name: stopped\nruntime: nodejs\n");
    await writeFile(
      join(folder, "index.js"),
      `const bluedot = require("pulumi-bluedot");
       const project = new bluedot.Project("coffee");
       const geofeatures = [{ type: "circle", name: "door", center: { latitude: 1, longitude: 2 }, radius: 40 }];
       const zones = Object.fromEntries(Array.from({ length: ${count} }, (_, at) => [\`store-\${at}\`, { minimumRetriggerTime: 600, geofeatures }]));
       new bluedot.ZoneSet("stores", { projectId: project.id, zones });`,
    );
    pulumiCli = cliIn(sandbox, folder);
    await pulumiCli("stack", "init", "dev");
    const plain = { "bluedot:endpoint": emulator.url, "bluedot:email": emulator.email };
    await configure(pulumiCli, "dev", plain, { "bluedot:password": emulator.password });
  });
  after(async () => {
    await emulator.close();
    await sandbox.dispose();
  });

  it("by Ctrl-C ends soon, is recorded as far as it came, and is finished by the next up", async () => {
    emulator.fault({ kind: "delay", ms: 200, method: "POST", path: /^\/zones$/, times: "forever" });
    const args = ["up", "--yes", "--skip-preview", "--non-interactive", "--color", "never"];
    const child = spawn(sandbox.engine.pulumi, args, {
      cwd: folder,
      env: { ...sandbox.environment },
      stdio: ["ignore", "pipe", "ignore"],
    });
    let printed = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (printed += text));
    const ended = once(child, "close");
    while (emulator.zones.size() < 30) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill("SIGINT");
    await ended;
    emulator.clearFaults();

    const made = emulator.zones.size();
    expect(made).to.be.within(30, count - 1);
    expect(printed).to.contain(`ZoneSet "stores": ${made} done, ${count - made} left:`);
    expect(printed).to.contain(`${count - made} not begun: the run was cancelled.`);
    emulator.requests.clear();
    await pulumiCli("up", "--yes", "--skip-preview");
    expect(emulator.count({ method: "POST", path: /^\/zones$/ })).to.equal(count - made);
    expect(emulator.zones.size()).to.equal(count);
  });
});
