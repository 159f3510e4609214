import { expect } from "chai";
import * as bluedot from "pulumi-bluedot";
import { startEmulator, type RunningEmulator } from "pulumi-bluedot/emulator";

import { openStack, type TestStack } from "../../acceptance/stack";
import { fails, place, zone } from "../../acceptance/stores";

/** Anybody's first program: a project, three zones of it, and a store. */
function declare(): undefined {
  const project = new bluedot.Project("coffee", { forceDestroy: true });
  for (const name of ["north", "south", "west"]) new bluedot.Zone(name, { projectId: project.id, ...zone() });
  new bluedot.Destination("store-1", { location: place, destinationId: "store-1" });
  return undefined;
}

describe("two stacks in one account", function () {
  this.timeout(240_000);
  let emulator: RunningEmulator;
  let prod: TestStack;
  let dev: TestStack;

  const held = () => ({
    projects: emulator.projects.list(),
    zones: emulator.zones.list(),
    destinations: emulator.destinations.list(),
  });

  const writes = () =>
    emulator.requests.filter(({ method, path }) => method !== "GET" && path !== "/sessions").length;

  before(async () => {
    emulator = await startEmulator();
    [prod, dev] = [await openStack({ emulator }), await openStack({ emulator })];
    for (const stack of [prod, dev]) stack.run(declare);
  });
  after(async () => {
    await prod.close();
    await dev.close();
    await emulator.close();
  });

  it("A1: the second up stops and names what exists, and its destroy deletes nothing of the first", async () => {
    await prod.up();
    const before = structuredClone(held());
    emulator.requests.clear();

    const printed = await fails(dev);
    const [project] = emulator.projects.list();
    expect(printed).to.contain(
      `Project "coffee" is not created, since the account has a Project that is as declared: ${project?._id ?? ""}`,
    );
    expect(printed).to.contain("pulumi up --config bluedot:onExisting=adopt");
    await dev.destroy();

    expect(writes()).to.equal(0);
    expect(held()).to.deep.equal(before);
    expect(await prod.preview()).to.deep.equal([]);
  });

  it("A1: with onExisting=create the second stack has objects of its own, and destroys those alone", async () => {
    const before = structuredClone(held());
    await dev.configure("bluedot:onExisting", "create");
    dev.run(() => {
      const project = new bluedot.Project("coffee");
      new bluedot.Zone("north", { projectId: project.id, ...zone() });
      return undefined;
    });
    await dev.up();
    expect([emulator.projects.size(), emulator.zones.size()]).to.deep.equal([2, 4]);
    await dev.destroy();
    expect(held()).to.deep.equal(before);
  });

  it("A1: names that hold the stack's name let both stacks live in one account", async () => {
    const before = structuredClone(held());
    await dev.configure("bluedot:onExisting", undefined);
    dev.run(() => {
      const project = new bluedot.Project("coffee", { name: "coffee-dev" });
      new bluedot.Zone("north", { projectId: project.id, ...zone() });
      return undefined;
    });
    await dev.up();
    await dev.destroy();
    expect(held()).to.deep.equal(before);
  });

  it("A2: a project made by hand, with its zones, is neither adopted nor deleted", async () => {
    for (const { _id } of emulator.zones.list()) emulator.zones.delete(_id);
    for (const { destinationId } of emulator.destinations.list()) emulator.destinations.delete(destinationId);
    for (const { _id } of emulator.projects.list()) emulator.projects.delete(_id);
    const { _id: projectId } = emulator.projects.create({ name: "coffee", nextRuleUpdateInterval: 86_400 });
    const geofeatures = [{ type: "circle", name: "door", center: place, radius: 40 } as const];
    for (const name of ["north", "south", "west"])
      emulator.zones.create({ projectId, name, minimumRetriggerTime: 600, geofeatures });
    const before = structuredClone(held());
    dev.run(() => {
      const project = new bluedot.Project("coffee", { forceDestroy: true });
      new bluedot.Zone("north", { projectId: project.id, ...zone() });
      return undefined;
    });
    expect(await fails(dev)).to.contain(`as declared: ${projectId}`);
    await dev.destroy();
    expect(held()).to.deep.equal(before);
  });

  it("A3: an object that has more than is declared is not adopted, and the message names what it has besides", async () => {
    const [before] = emulator.projects.list();
    const id = before?._id ?? "";
    emulator.projects.update(id, (project) => ({
      ...project,
      firebaseApiKey: "key",
      webhooks: [{ type: "tempo", url: "https://hooks.example.com" }],
    }));
    expect(await fails(dev)).to.match(
      /\(and has `webhooks`, `firebaseApiKey`, which the program does not declare\)/,
    );
    expect(emulator.projects.size()).to.equal(1);
  });

  it("adopts by onExisting=adopt, says what it has besides, and finds no change afterwards", async () => {
    await dev.configure("bluedot:onExisting", "adopt");
    dev.printed();
    emulator.requests.clear();
    await dev.up();
    expect(dev.printed()).to.match(/adopted without a write\. It also has `webhooks`, `firebaseApiKey`/);
    expect(writes()).to.equal(0);
    await dev.configure("bluedot:onExisting", undefined);
    expect(await dev.preview()).to.deep.equal([]);
  });
});
