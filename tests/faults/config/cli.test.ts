/** Configuration and options on the real CLI: one stack of one folder, in which each test puts its program. */
import { mkdir, rm, symlink, unlink, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { expect } from "chai";
import { startEmulator, type RunningEmulator } from "pulumi-bluedot/emulator";

import { createSandbox, type Sandbox } from "../../../tools/engine/sandbox";
import { configure } from "../../acceptance/program";

const modules = join(__dirname, "../../../node_modules");
const twoProjects =
  'const bluedot = require("pulumi-bluedot");\nnew bluedot.Project("coffee");\nnew bluedot.Project("tea");\n';

describe("steps of one stack: the configuration, on the real CLI", function () {
  this.timeout(180_000).bail(true);
  let sandbox: Sandbox;
  let emulator: RunningEmulator;
  let folder: string;
  before(async () => {
    sandbox = await createSandbox();
    emulator = await startEmulator();
    folder = join(sandbox.folder, "configured");
    await mkdir(folder);
    await settle();
    await symlink(modules, join(folder, "node_modules"));
    await must("stack", "init", "dev");
    const plain = { "bluedot:endpoint": emulator.url, "bluedot:email": emulator.email };
    await configure(must, "dev", plain, { "bluedot:password": emulator.password });
  });
  after(async () => {
    await emulator.close();
    await sandbox.dispose();
  });

  const run = async (...args: string[]) => {
    const { code, stdout, stderr } = await sandbox.runPulumi(
      [...args, "--non-interactive", "--color", "never"],
      { cwd: folder },
    );
    return { code, printed: stdout + stderr };
  };
  const must = async (...args: string[]) => {
    const { code, printed } = await run(...args);
    expect(code, printed).to.equal(0);
    return printed;
  };
  const declare = (text: string) => writeFile(join(folder, "index.js"), text);
  const settle = (options = "") =>
    writeFile(join(folder, "Pulumi.yaml"), `name: configured\nruntime: nodejs\n${options}`);

  const once = (printed: string, words: string) => {
    const live = printed.slice(0, printed.indexOf("Diagnostics:"));
    const summary = printed.slice(printed.indexOf("Diagnostics:"));
    expect(summary.split(words), printed).to.have.length(2);
    expect(live.split(words).length, printed).to.be.at.most(2);
  };

  it("D1, D2: a preview and an update fail on a wrong value, which is not recorded", async () => {
    await declare(twoProjects);
    await must("up", "--yes", "--skip-preview");
    const requests = emulator.requests.length;
    // The first writes them into the stack's settings, as `pulumi config set` does.
    const wrong = ["--config", "bluedot:maxConcurrency=500", "--config", "bluedot:reqion=eu"];
    for (const args of [
      ["preview", ...wrong],
      ["up", "--yes", "--skip-preview"],
    ]) {
      const { code, printed } = await run(...args);
      expect(code, printed).to.not.equal(0);
      once(
        printed,
        'The configuration of Bluedot cannot be used: bluedot:maxConcurrency is "500", not a whole number from 1 to 100; bluedot:reqion is no setting; did you mean bluedot:region (or BLUEDOT_REGION)?',
      );
      expect(printed).to.not.match(/^ +at /m);
    }
    expect(emulator.requests.length).to.equal(requests);
    await must("config", "rm-all", "bluedot:maxConcurrency", "bluedot:reqion");
    await must("refresh", "--yes", "--skip-preview");
    await must("destroy", "--yes", "--skip-preview");
  });

  it("D10: customTimeouts are a warning for each resource that has them", async () => {
    await declare(
      'const bluedot = require("pulumi-bluedot");\nnew bluedot.Project("coffee", {}, { customTimeouts: { create: "1m" } });\nnew bluedot.Project("tea");\n',
    );
    const printed = await must("preview");
    once(printed, 'Project "coffee": the option customTimeouts has no effect');
    expect(printed).to.not.include('Project "tea"');
  });

  it("D3: a secret that a transformation adds is in no message", async () => {
    await declare(
      `const pulumi = require("@pulumi/pulumi");
const bluedot = require("pulumi-bluedot");
pulumi.runtime.registerStackTransformation(({ props, opts }) => {
  const actions = [{ type: "url", url: pulumi.secret("canary 4711") }];
  return props.geofeatures ? { props: { ...props, actions, tags: pulumi.secret(["c-4712", "c-4712"]) }, opts } : undefined;
});
new bluedot.Zone("cafe", {
  projectId: "6e4aeb98-05b3-4b3f-b9ac-3b9a169e395c",
  minimumRetriggerTime: 600,
  geofeatures: [{ type: "circle", name: "door", center: { latitude: 1, longitude: 2 }, radius: 40 }],
});
`,
    );
    const { code, printed } = await run("preview", "--diff");
    expect(code, printed).to.not.equal(0);
    expect(printed).to.include("actions[0].url: it is text (not shown), but must be an absolute address");
    expect(printed).to.not.match(/4711|4712/);
  });

  it("D9: ignoreChanges leaves what others changed alone with `refresh: always`, and writes it over without", async () => {
    const zone = (radius: number, options: object) =>
      `const bluedot = require("pulumi-bluedot");
const project = new bluedot.Project("coffee", { forceDestroy: true });
new bluedot.Zone("cafe", {
  projectId: project.id,
  minimumRetriggerTime: 600,
  tags: ["ours"],
  geofeatures: [{ type: "circle", name: "door", center: { latitude: 1, longitude: 2 }, radius: ${radius} }],
}, ${JSON.stringify(options)});
`;
    await declare(zone(40, {}));
    await must("up", "--yes", "--skip-preview");
    const tags = () => emulator.zones.list().find(({ name }) => name === "cafe")?.["tags"];
    const theirs = () => {
      for (const each of emulator.zones.list())
        emulator.zones.update(each._id, (held) => ({ ...held, tags: ["theirs"] }));
    };
    theirs();
    await declare(zone(50, { ignoreChanges: ["tags"] }));
    await must("up", "--yes", "--skip-preview");
    expect(tags()).to.deep.equal(["ours"]);
    theirs();
    await settle("options:\n  refresh: always\n");
    await declare(zone(60, { ignoreChanges: ["tags"] }));
    await must("up", "--yes", "--skip-preview");
    expect(tags()).to.deep.equal(["theirs"]);
    await must("destroy", "--yes", "--skip-preview");
    await settle();
  });

  it("D6: a package that only a dependency depends on is an error of the program, once", async () => {
    const own = join(folder, "node_modules");
    const component = join(own, "component");
    await unlink(own);
    await mkdir(join(component, "node_modules"), { recursive: true });
    await symlink(join(modules, "@pulumi"), join(own, "@pulumi"));
    await symlink(join(modules, "pulumi-bluedot"), join(component, "node_modules/pulumi-bluedot"));
    await writeFile(join(component, "index.js"), 'module.exports = require("pulumi-bluedot");\n');
    await declare(twoProjects.replace("pulumi-bluedot", "component"));
    const { code, printed } = await run("preview");
    expect(code, printed).to.not.equal(0);
    once(printed, "add it to your program's dependencies");
    expect(printed).to.not.include("Cannot find module");
    await rm(own, { recursive: true });
    await symlink(modules, own);
  });

  it("D1: missing credentials and a password in clear are warnings of a preview", async () => {
    await declare(twoProjects);
    await must("config", "set", "--plaintext", "bluedot:password", "in-clear");
    await must("config", "rm", "bluedot:email");
    const printed = await must("preview");
    once(printed, "bluedot:email (or BLUEDOT_EMAIL) is missing: the address that signs in");
    once(
      printed,
      "bluedot:password is in clear in the stack's configuration; run `pulumi config set --secret",
    );
    expect(printed).to.not.include("in-clear");
    const { code, printed: failed } = await run("up", "--yes", "--skip-preview");
    expect(code).to.not.equal(0);
    once(failed, "cannot be used: bluedot:email (or BLUEDOT_EMAIL) is missing");
  });
});
