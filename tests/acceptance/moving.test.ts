import { expect } from "chai";
import * as bluedot from "pulumi-bluedot";

import { stackOfSteps, type TestStack } from "./stack";
import { fails } from "./stores";

/** More than the engine works on at once. */
const names = Array.from({ length: 20 }, (_, at) => `store-${String(at).padStart(2, "0")}`);
const geofeatures = [
  { type: "circle", name: "door", center: { latitude: -37.8, longitude: 144.9 }, radius: 40 },
] as const;
const zone = { minimumRetriggerTime: 600, geofeatures: [...geofeatures] };

type Form = "resources of their own" | "a set" | "half of each" | "all but one in a set";

describe("steps of one stack: zones that move", function () {
  const stack = stackOfSteps(this);

  it("are created as resources of their own", async () => {
    declare(stack(), "resources of their own");
    await stack().up();
    expect(stack().emulator.zones.size()).to.equal(names.length);
  });

  const ways: [from: Form, to: Form, refreshAlways: boolean][] = [
    ["resources of their own", "a set", true],
    ["a set", "half of each", true],
    ["half of each", "a set", true],
    ["a set", "resources of their own", true],
    ["resources of their own", "a set", false],
    ["a set", "resources of their own", false],
  ];
  for (const [from, to, refreshAlways] of ways) {
    const refresh = refreshAlways ? "with a refresh" : "without a refresh";
    it(`from ${from} to ${to} are adopted, none deleted and none created, ${refresh}`, async () => {
      const { emulator } = stack();
      const before = emulator.zones.list();
      await stack().refreshAlways(refreshAlways);
      declare(stack(), to);
      emulator.requests.clear();
      await stack().up();
      const writes = emulator.requests.filter(({ method, path }) => method !== "GET" && path !== "/sessions");
      expect(writes.map(({ method, path }) => `${method} ${path}`)).to.deep.equal([]);
      expect(emulator.zones.list()).to.deep.equal(before);
      expect(await stack().preview()).to.deep.equal([]);
    });
  }

  it("from a set that retains them are adopted by the next run where this one could not", async () => {
    const { emulator } = stack();
    const before = emulator.zones.list();
    declare(stack(), "a set");
    await stack().up();
    declare(stack(), "all but one in a set");
    emulator.fault({ kind: "status", status: 503, method: "GET", path: "^/zones$", times: "forever" });
    await fails(stack());
    expect(emulator.zones.list()).to.deep.equal(before);
    emulator.clearFaults();
    await stack().up();
    expect(emulator.zones.list()).to.deep.equal(before);
  });

  it("are deleted with the stack", async () => {
    await stack().destroy();
    expect(stack().emulator.zones.size()).to.equal(0);
  });
});

const ALONE: Readonly<Record<Form, number>> = {
  "resources of their own": names.length,
  "a set": 0,
  "half of each": 10,
  "all but one in a set": 1,
};

function declare(stack: TestStack, form: Form): void {
  const single = names.slice(0, ALONE[form]);
  const inSet = names.filter((name) => !single.includes(name));
  stack.run(() => {
    const project = new bluedot.Project("coffee");
    if (inSet.length > 0) {
      const zones = Object.fromEntries(inSet.map((name) => [name, zone]));
      new bluedot.ZoneSet("stores", { projectId: project.id, zones, retainOnRemove: true });
    }
    for (const name of single) new bluedot.Zone(name, { projectId: project.id, ...zone });
    return undefined;
  });
}
