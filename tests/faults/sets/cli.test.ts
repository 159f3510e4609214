/** The output and the effects of previews and runs of sets, on the real CLI: one stack that grows. */
import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import * as bluedot from "pulumi-bluedot";

import { openStack, type TestStack } from "../../acceptance/stack";
import { place, zone } from "../../acceptance/stores";

describe("sets on the real CLI", function () {
  this.timeout(180_000);
  let stack: TestStack;
  let updated = "";
  before(async () => {
    stack = await openStack({ refreshAlways: false });
  });
  after(() => stack.close());

  const shops = ["a", "b", "c"];
  const zonesOf = (keys: readonly string[], radius = 40, latitude = place.latitude) =>
    Object.fromEntries(
      keys.map((key) => {
        const center = { ...place, latitude };
        const geofeatures = [{ type: "circle", name: "door", center, radius } as const];
        return [key, zone({ destinationId: key, geofeatures })];
      }),
    );
  /** Destinations before the zones, which name them as a table would. */
  const declare = (sets: Record<string, bluedot.ZoneSetArgs["zones"]>) => {
    stack.run(() => {
      const project = new bluedot.Project("coffee");
      new bluedot.DestinationSet("shops", {
        destinations: Object.fromEntries(shops.map((key) => [key, {}])),
      });
      new bluedot.Destination("collins", { destinationId: "store-42" });
      new bluedot.Zone("single", { projectId: project.id, destinationId: "store-42", ...zone() });
      for (const [name, zones] of Object.entries(sets))
        new bluedot.ZoneSet(name, { projectId: project.id, zones });
      return undefined;
    });
  };
  const previewed = async () => {
    stack.printed();
    await stack.preview();
    return stack.printed();
  };

  it("D16: shows the counts in the first preview", async () => {
    declare({ stores: zonesOf(shops) });
    const printed = await previewed();
    expect(printed).to.contain('ZoneSet "stores": 3 to create (a, b, c).');
    expect(printed).to.contain('DestinationSet "shops": 3 to create (a, b, c).');
  });

  it("D16: counts zones that an Output holds, and not those that are not known yet", async () => {
    stack.run(() => {
      const { id: projectId } = new bluedot.Project("coffee");
      new bluedot.ZoneSet("computed", { projectId, zones: pulumi.output(zonesOf(["x"])) });
      new bluedot.ZoneSet("unknown", { projectId, zones: projectId.apply(() => zonesOf(["y"])) });
      return undefined;
    });
    const printed = await previewed();
    expect(printed).to.contain('ZoneSet "computed": 1 to create (x).');
    expect(printed).to.not.contain('ZoneSet "unknown"');
    declare({ stores: zonesOf(shops) });
  });

  it("D13: creates destinations before the zones that name them by plain text", async () => {
    const { emulator } = stack;
    emulator.fault({ kind: "delay", ms: 400, method: "POST", path: /^\/destinations$/, times: "forever" });
    await stack.up();
    emulator.clearFaults();
    expect(emulator.zones.list().map(({ name }) => name)).to.have.members([...shops, "single"]);
    expect(emulator.count({ method: "POST", path: /^\/zones$/ })).to.equal(4);
    updated = stack.printed();
  });

  it("D16: does not show the counts again in the update", () => {
    expect(updated)
      .to.match(/\+ \d+ created/)
      .and.not.contain("to create (");
  });

  it("D17: shows what changes of a set's objects", async () => {
    declare({ stores: { ...zonesOf(["a"]), ...zonesOf(["b"], 60), ...zonesOf(["c"], 40, 0) } });
    expect(await previewed()).to.match(
      /ZoneSet "stores": 2 to change \(b: radius 40 → 60; c: center moved 4,\d\d\d km\)\./,
    );
  });

  it("D16: shows the counts of a move into a new set, A5: and the keys that the old one deletes", async () => {
    declare({ stores: zonesOf(["a"]), north: zonesOf(["b", "c"]) });
    const printed = await previewed();
    expect(printed).to.contain('ZoneSet "north": 2 to create (b, c).');
    expect(printed).to.contain('ZoneSet "stores": 2 to delete (b, c).');
  });

  it("A5: names in an update the keys that it deletes", async () => {
    declare({ stores: zonesOf(["a"]) });
    await stack.up();
    expect(stack.printed()).to.contain('ZoneSet "stores": 2 to delete (b, c).');
  });
});
