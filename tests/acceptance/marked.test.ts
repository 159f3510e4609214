/** What a program marks as secret where nobody would expect a secret is as secret as a password. */
import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import * as bluedot from "pulumi-bluedot";
import type { Fault } from "pulumi-bluedot/emulator";

import { canary, searchFolder, searchFor } from "./canaries";
import { withStack, type TestStack } from "./stack";
import { declare as declareSet, fails, place, zone } from "./stores";

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
      { refreshAlways: false },
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
      { refreshAlways: false },
    ));

  const lost: Fault = {
    kind: "status",
    status: 504,
    when: "after",
    method: "PUT",
    path: "^/zones/",
    times: "forever",
  };
  const updates: [where: string, declared: (stack: TestStack, customData: CustomData) => void][] = [
    [
      "a Zone",
      (stack, customData) => {
        declare(stack, { customData });
      },
    ],
    [
      "a ZoneSet",
      (stack, customData) => {
        declareSet(stack, { cafe: zone({ customData }) });
      },
    ],
    [
      "a ZoneSet under another key",
      (stack, customData) => {
        declareSet(stack, { ["pin" in customData ? "bar" : "cafe"]: zone({ name: "cafe", customData }) });
      },
    ],
  ];
  for (const [where, declared] of updates) {
    it(`is nowhere in clear where the answer to an update of ${where} was lost, also after a refresh`, () =>
      withStack(
        async (stack) => {
          const pin = canary("pin");
          const inClear = () => searchFolder(stack.stack.workspace.workDir, searchFor({ pin }));
          declared(stack, { shop: "plain" });
          await stack.up();
          stack.emulator.fault(lost);
          declared(stack, { shop: "plain", pin: pulumi.secret(pin) });
          await fails(stack);
          expect(stack.emulator.zones.list().map(({ customData }) => customData?.["pin"])).to.deep.equal([
            pin,
          ]);
          await stack.refresh();
          expect(await inClear()).to.deep.equal([]);
          stack.emulator.clearFaults();
          stack.emulator.requests.clear();
          await stack.up();
          expect(await stack.preview()).to.deep.equal([]);
          expect(await inClear()).to.deep.equal([]);
          expect(stack.emulator.count({ method: "PUT" })).to.equal(0);
        },
        { refreshAlways: false },
      ));
  }

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
