/** A value that a program marks as secret in an unexpected place is as secret as a password. */
import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import * as bluedot from "pulumi-bluedot";
import type { Fault } from "pulumi-bluedot/emulator";

import { canary, searchFolder, searchFor } from "./canaries";
import { withStack, type TestStack } from "./stack";
import { fails, place, zone } from "./stores";

type Changes = Partial<bluedot.ZoneArgs>;
type CustomData = Record<string, pulumi.Input<string>>;

function declare(stack: TestStack, changes: Changes, opts: pulumi.CustomResourceOptions = {}): void {
  stack.run(() => {
    const project = new bluedot.Project("coffee");
    new bluedot.Zone("cafe", { ...zone(), ...changes, projectId: project.id }, opts);
    return undefined;
  });
}

/** The state as it stands on the disk. */
async function shownBy({ stack }: TestStack): Promise<string> {
  return JSON.stringify(await stack.exportStack());
}

describe("what a program marks as secret", function () {
  this.timeout(180_000);

  it("is in no warning, no fault and no file, and changes nothing by being marked", () =>
    withStack(
      async (stack) => {
        const secrets = { ours: canary("ours"), theirs: canary("theirs") };
        const search = searchFor(secrets);
        const customData = { pin: pulumi.secret(secrets.ours) };
        const door: bluedot.GeofeatureArgs = { type: "circle", name: secrets.ours, center: place, radius: 4 };
        declare(stack, { customData });
        await stack.up();
        expect(await stack.preview()).to.deep.equal([]);

        const zones = stack.emulator.zones.list();
        expect(zones.map((each) => each.customData)).to.deep.equal([{ pin: secrets.ours }]);
        for (const { _id } of zones) {
          stack.emulator.zones.update(_id, (held) => ({ ...held, customData: { pin: secrets.theirs } }));
        }
        declare(stack, { customData, tags: [pulumi.secret(secrets.ours), pulumi.secret(secrets.ours)] });
        await stack.up();
        const warned = stack.printed();
        expect(warned).to.contain(
          'Zone "cafe": customData (it holds a secret) was changed outside this program',
        );
        expect(warned).to.contain('Zone "cafe": tags[1]: it is not as the limits in docs/limits.md have it');

        declare(stack, { customData, geofeatures: pulumi.secret([door]) });
        const said = await fails(stack, "preview");
        const refused = stack.printed() + said;
        expect(refused, refused).to.contain(
          "geofeatures[0].radius: its value (a secret) must be a number of metres",
        );
        expect(search(warned + refused)).to.deep.equal([]);
        expect(await searchFolder(stack.stack.workspace.workDir, search)).to.deep.equal([]);
      },
      { refreshAlways: false, checkpoints: true },
    ));

  it("is encrypted in the state from the run on that marks it", () =>
    withStack(
      async (stack) => {
        const pin = canary("pin");
        declare(stack, { customData: { pin } });
        await stack.up();
        declare(stack, { customData: { pin: pulumi.secret(pin) } });
        stack.emulator.requests.clear();
        await stack.up();
        expect(stack.emulator.count({ method: "PUT" })).to.equal(0);
        expect(await stack.up()).to.deep.equal([]);
        expect(searchFor({ pin })(await shownBy(stack))).to.deep.equal([]);
        await stack.refresh();
        expect(await stack.preview()).to.deep.equal([]);
        expect(searchFor({ pin })(await shownBy(stack))).to.deep.equal([]);
      },
      { refreshAlways: false, checkpoints: true },
    ));

  const lost: Fault = {
    kind: "status",
    status: 504,
    when: "after",
    method: "PUT",
    path: "^/zones/",
    times: "forever",
  };
  it("is nowhere in clear where the answer to an update was lost, of a Zone or of a set, also after a refresh", () =>
    withStack(
      async (stack) => {
        const pins = { zone: canary("zone"), set: canary("set"), renamed: canary("renamed") };
        const inClear = () => searchFolder(stack.stack.workspace.workDir, searchFor(pins));
        const declared = (withPins: boolean) => {
          const customData = (name: keyof typeof pins): CustomData => ({
            shop: "plain",
            ...(withPins && { pin: pulumi.secret(pins[name]) }),
          });
          stack.run(() => {
            const idOf = (project: string) => new bluedot.Project(project).id;
            const zones = { cafe: zone({ customData: customData("set") }) };
            const renamed = {
              [withPins ? "bar" : "cafe"]: zone({ name: "cafe", customData: customData("renamed") }),
            };
            new bluedot.Zone("cafe", { ...zone({ customData: customData("zone") }), projectId: idOf("one") });
            new bluedot.ZoneSet("stores", { projectId: idOf("two"), zones });
            new bluedot.ZoneSet("shops", { projectId: idOf("three"), zones: renamed });
            return undefined;
          });
        };
        declared(false);
        await stack.up();
        stack.emulator.fault(lost);
        declared(true);
        await fails(stack);
        const written = stack.emulator.zones.list().map(({ customData }) => customData?.["pin"]);
        expect(written).to.have.members(Object.values(pins));
        await stack.refresh();
        expect(await inClear()).to.deep.equal([]);
        stack.emulator.clearFaults();
        stack.emulator.requests.clear();
        await stack.up();
        expect(await stack.preview()).to.deep.equal([]);
        expect(await inClear()).to.deep.equal([]);
        expect(stack.emulator.count({ method: "PUT" })).to.equal(0);
      },
      { refreshAlways: false, checkpoints: true },
    ));

  it("is not told where the option import finds something else", () =>
    withStack(async (stack) => {
      const secrets = { ours: canary("ours"), theirs: canary("theirs") };
      const { emulator } = stack;
      const { _id: projectId } = emulator.projects.create({ name: "coffee", nextRuleUpdateInterval: 86_400 });
      const door = { type: "circle", name: "door", center: place, radius: 40 } as const;
      const declared = { name: "cafe", projectId, minimumRetriggerTime: 600, geofeatures: [door] };
      const { _id } = emulator.zones.create({ ...declared, customData: { pin: secrets.theirs } });
      stack.run(() => {
        const customData = { pin: pulumi.secret(secrets.ours) };
        new bluedot.Zone("cafe", { ...declared, customData }, { import: _id });
        return undefined;
      });
      const said = await fails(stack);
      const refused = stack.printed() + said;
      expect(refused, refused).to.match(/customData +\(secret\) +\(secret\)/);
      expect(searchFor(secrets)(refused)).to.deep.equal([]);
    }));
});
