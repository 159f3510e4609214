/** A value that a program marks as secret in an unexpected place is as secret as a password. */
import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import * as bluedot from "pulumi-bluedot";

import { canary, searchFolder, searchFor } from "./canaries";
import { stackOfSteps, type TestStack } from "./stack";
import { fails, place, zone } from "./stores";

type CustomData = Record<string, pulumi.Input<string>>;

interface Declared {
  /** Changes of the zone "cafe". */
  readonly cafe?: Partial<bluedot.ZoneArgs>;
  /** The value of the zone "bar", which is marked late. */
  readonly pin: pulumi.Input<string>;
  /** True if the zones whose updates are lost hold secrets. */
  readonly hasPins: boolean;
}

const ours = canary("ours");
const theirs = canary("theirs");
const late = canary("late");
const pins = { zone: canary("zone"), set: canary("set"), renamed: canary("renamed") };

function declare(stack: TestStack, { cafe, pin, hasPins }: Declared): void {
  const customData = (name: keyof typeof pins): CustomData => ({
    shop: "plain",
    ...(hasPins && { pin: pulumi.secret(pins[name]) }),
  });
  stack.run(() => {
    const idOf = (project: string) => new bluedot.Project(project).id;
    const projectId = idOf("coffee");
    new bluedot.Zone("cafe", { ...zone(), customData: { pin: pulumi.secret(ours) }, ...cafe, projectId });
    new bluedot.Zone("bar", { ...zone({ customData: { pin } }), projectId });

    const zones = { inn: zone({ customData: customData("set") }) };
    const renamed = { [hasPins ? "pub" : "inn"]: zone({ name: "inn", customData: customData("renamed") }) };
    new bluedot.Zone("inn", { ...zone({ customData: customData("zone") }), projectId: idOf("one") });
    new bluedot.ZoneSet("stores", { projectId: idOf("two"), zones });
    new bluedot.ZoneSet("shops", { projectId: idOf("three"), zones: renamed });
    return undefined;
  });
}

describe("steps of one stack: what a program marks as secret", function () {
  const stack = stackOfSteps(this, { refreshAlways: false, checkpoints: true });
  const search = searchFor({ ours, theirs });
  const inFiles = (secrets: Record<string, string>) =>
    searchFolder(stack().stack.workspace.workDir, searchFor(secrets));
  /** The state as it stands on the disk. */
  const shown = async () => JSON.stringify(await stack().stack.exportStack());
  const zoneCalled = (name: string) =>
    stack()
      .emulator.zones.list()
      .filter((each) => each.name === name);
  const tags = [pulumi.secret(ours), pulumi.secret(ours)];

  it("is not told where the option import finds something else", async () => {
    const { emulator } = stack();
    const { _id: projectId } = emulator.projects.create({ name: "tea", nextRuleUpdateInterval: 86_400 });
    const door = { type: "circle", name: "door", center: place, radius: 40 } as const;
    const declared = { name: "imported", projectId, minimumRetriggerTime: 600, geofeatures: [door] };
    const { _id } = emulator.zones.create({ ...declared, customData: { pin: theirs } });
    stack().run(() => {
      const customData = { pin: pulumi.secret(ours) };
      new bluedot.Zone("imported", { ...declared, customData }, { import: _id });
      return undefined;
    });
    const said = await fails(stack(), "up", { refresh: true });
    const refused = stack().printed() + said;
    expect(refused, refused).to.match(/customData +\(secret\) +\(secret\)/);
    expect(search(refused)).to.deep.equal([]);
  });

  it("changes nothing by being marked", async () => {
    declare(stack(), { pin: late, hasPins: false });
    await stack().up();
    expect(await stack().preview()).to.deep.equal([]);
    expect(zoneCalled("cafe").map(({ customData }) => customData)).to.deep.equal([{ pin: ours }]);
  });

  it("is in no warning and in no file", async () => {
    for (const { _id } of zoneCalled("cafe"))
      stack().emulator.zones.update(_id, (held) => ({ ...held, customData: { pin: theirs } }));
    declare(stack(), { cafe: { tags }, pin: pulumi.secret(late), hasPins: false });
    stack().emulator.requests.clear();
    await stack().up();
    const warned = stack().printed();
    expect(warned).to.contain('Zone "cafe": customData (it holds a secret) was changed outside this program');
    expect(warned).to.contain('Zone "cafe": tags[1]: it is not as the limits in docs/limits.md have it');
    expect(search(warned)).to.deep.equal([]);
    expect(await inFiles({ ours, theirs })).to.deep.equal([]);
  });

  it("is encrypted in the state from the run on that marks it, which this one did", async () => {
    const written = stack().emulator.requests.filter(({ method }) => method === "PUT");
    expect(written.map(({ path }) => path)).to.deep.equal(
      zoneCalled("cafe").map(({ _id }) => `/zones/${_id}`),
    );
    expect(await stack().up()).to.deep.equal([]);
    expect(searchFor({ late })(await shown())).to.deep.equal([]);
    await stack().refresh();
    expect(await stack().preview()).to.deep.equal([]);
    expect(searchFor({ late })(await shown())).to.deep.equal([]);
  });

  it("is in no fault and in no file", async () => {
    const door: bluedot.GeofeatureArgs = { type: "circle", name: ours, center: place, radius: 4 };
    const cafe = { geofeatures: pulumi.secret([door]) };
    declare(stack(), { cafe, pin: pulumi.secret(late), hasPins: false });
    const said = await fails(stack(), "preview");
    const refused = stack().printed() + said;
    expect(refused, refused).to.contain(
      "geofeatures[0].radius: its value (a secret) must be a number of metres",
    );
    expect(search(refused)).to.deep.equal([]);
    expect(await inFiles({ ours, theirs })).to.deep.equal([]);
  });

  it("is nowhere in clear where the answer to an update was lost, of a Zone or of a set, also after a refresh", async () => {
    const { emulator } = stack();
    emulator.fault({
      kind: "status",
      status: 504,
      when: "after",
      method: "PUT",
      path: "^/zones/",
      times: "forever",
    });
    declare(stack(), { cafe: { tags }, pin: pulumi.secret(late), hasPins: true });
    await fails(stack(), "up", { continueOnError: true });
    expect(zoneCalled("inn").map(({ customData }) => customData?.["pin"])).to.have.members(
      Object.values(pins),
    );
    await stack().refresh();
    expect(await inFiles(pins)).to.deep.equal([]);
    emulator.clearFaults();
    emulator.requests.clear();
    await stack().up();
    expect(await stack().preview()).to.deep.equal([]);
    expect(await inFiles(pins)).to.deep.equal([]);
    expect(emulator.count({ method: "PUT" })).to.equal(0);
  });

  it("is deleted with the stack", async () => {
    await stack().destroy();
    expect(
      stack()
        .emulator.zones.list()
        .map(({ name }) => name),
    ).to.deep.equal(["imported"]);
  });
});
