import { setTimeout as pause } from "node:timers/promises";

import { expect } from "chai";
import * as bluedot from "pulumi-bluedot";

import { withStack, type TestStack } from "../../acceptance/stack";
import { fails, zone } from "../../acceptance/stores";

const names = Array.from({ length: 12 }, (_, at) => `store-${String(at + 1).padStart(2, "0")}`);

interface Split {
  /** The zones that are resources of their own by now. Default: none. */
  readonly alone?: readonly string[];
  readonly retainOnRemove?: boolean;
  /** The time between the set and the zones, as a download in the program takes it, in milliseconds. */
  readonly pause?: number;
}

function declare(stack: TestStack, { alone = [], retainOnRemove, pause: time = 0 }: Split = {}): void {
  const inSet = names.filter((name) => !alone.includes(name));
  stack.run(() => {
    const project = new bluedot.Project("coffee");
    const zones = Object.fromEntries(inSet.map((name) => [name, zone()]));
    if (inSet.length > 0)
      new bluedot.ZoneSet("stores", {
        projectId: project.id,
        zones,
        ...(retainOnRemove !== undefined && { retainOnRemove }),
      });
    const projectId = time === 0 ? project.id : project.id.apply((id) => pause(time).then(() => id));
    for (const name of alone) new bluedot.Zone(name, { projectId, ...zone() });
    return undefined;
  });
}

describe("zones that leave a set", function () {
  this.timeout(240_000);
  const alone = names.slice(6);

  const isWhole = async (stack: TestStack) => {
    expect(
      stack.emulator.zones
        .list()
        .map(({ name }) => name)
        .sort(),
    ).to.deep.equal(names);
    expect(await stack.preview()).to.deep.equal([]);
    expect(await stack.refresh()).to.deep.equal([]);
  };

  for (const [row, options] of [
    ["A4", { parallel: 1 }],
    ["A5", { pause: 3_000 }],
  ] as const)
    it(`${row}: are deleted by it and created as resources of their own, as the preview says, ${JSON.stringify(options)}`, () =>
      withStack(
        async (stack) => {
          declare(stack);
          await stack.up();
          declare(stack, { alone, ...options });
          stack.printed();
          await stack.preview();
          expect(stack.printed()).to.match(/6 to delete \([^)]*store-07/);
          await stack.up({ ...("parallel" in options && options) });
          await isWhole(stack);
        },
        { refreshAlways: false },
      ));

  for (const options of [{ parallel: 1 }, { pause: 500 }] as const)
    it(`A5: keep their ids with retainOnRemove, ${JSON.stringify(options)}`, () =>
      withStack(
        async (stack) => {
          declare(stack, { retainOnRemove: true });
          await stack.up();
          const before = stack.emulator.zones.list();
          declare(stack, { alone, retainOnRemove: true, ...options });
          stack.printed();
          await stack.up({ ...("parallel" in options && options) });
          expect(stack.printed()).to.contain("lets go of store-07");
          expect(stack.emulator.zones.list()).to.deep.equal(before);
          await isWhole(stack);

          declare(stack, { retainOnRemove: true });
          await stack.up();
          expect(stack.emulator.zones.list(), "back into the set").to.deep.equal(before);
          await isWhole(stack);
        },
        { refreshAlways: false },
      ));

  it("keep their ids where the whole set becomes resources of their own, and back", () =>
    withStack(
      async (stack) => {
        declare(stack);
        await stack.up();
        const before = stack.emulator.zones.list();
        declare(stack, { alone: names });
        await stack.up();
        expect(stack.emulator.zones.list()).to.deep.equal(before);
        declare(stack);
        await stack.up();
        expect(stack.emulator.zones.list()).to.deep.equal(before);
        await isWhole(stack);
      },
      { refreshAlways: false },
    ));

  it("A9: a zone that two resources record after a run that failed stays with the one in the program", () =>
    withStack(
      async (stack) => {
        declare(stack, { alone: names });
        await stack.up();
        const before = stack.emulator.zones.list();
        stack.run(() => {
          const project = new bluedot.Project("coffee");
          const zones = Object.fromEntries(names.map((name) => [name, zone()]));
          const set = new bluedot.ZoneSet("stores", { projectId: project.id, zones });
          new bluedot.Zone("other", { projectId: project.id, ...zone() }, { dependsOn: [set] });
          return undefined;
        });
        stack.emulator.fault({ kind: "status", status: 400, method: "POST", path: "^/zones$" });
        await fails(stack);
        stack.emulator.clearFaults();
        stack.printed();
        await stack.up();
        expect(stack.printed()).to.match(
          /Zone "store-01" \(\S+\) is not deleted, since ZoneSet "stores" has it now/,
        );
        const { zones } = stack.emulator;
        expect(zones.list().filter(({ name }) => name !== "other")).to.deep.equal(before);
        expect(await stack.preview()).to.deep.equal([]);
      },
      { refreshAlways: false },
    ));
});
