import { expect } from "chai";
import * as bluedot from "pulumi-bluedot";

import { fails, place, zone } from "./stores";
import { stackOfSteps } from "./stack";

const zoneAt = (at: number) => {
  const center = { ...place, latitude: place.latitude - at / 10 };
  return zone({ geofeatures: [{ type: "circle", name: "door", center, radius: 40 }] });
};
const numbers = [1, 2, 3, 4, 5, 6];

describe("steps of one stack: what one resource has, on the real CLI", function () {
  const stack = stackOfSteps(this);
  let coffee: string;
  let one: string;
  let two: string;

  /** A zone, a set whose objects all have one name, and a set that moves. */
  let zones: readonly string[] = ["first"];
  let cafes: Record<string, bluedot.ZoneOfSetArgs> = {};
  let stores: () => unknown;

  before(async () => {
    const projectIn = (name: string) =>
      stack().emulator.projects.create({ name, nextRuleUpdateInterval: 300 })._id;
    [coffee, one, two] = [projectIn("coffee"), projectIn("one"), projectIn("two")];
    stores = storesIn(one);
    stack().run(() => {
      for (const name of zones) new bluedot.Zone(name, { projectId: coffee, name: "bar", ...zoneAt(1) });
      new bluedot.ZoneSet("cafes", { projectId: coffee, zones: cafes });
      stores();
      return undefined;
    });
    cafes = named("old", {});
    await stack().up();
  });

  const named = (prefix: string, edited: Partial<bluedot.ZoneOfSetArgs>) =>
    Object.fromEntries(
      numbers.map((number, at) => [
        `${prefix}-${at}`,
        { name: "cafe", ...zoneAt(number), ...(number > 4 ? edited : {}) },
      ]),
    );
  const storesIn =
    (projectId: string, name = "stores", alias?: string) =>
    () => {
      const aliases = alias === undefined ? [] : [{ name: alias }];
      const all = Object.fromEntries(numbers.map((at) => [`store-${at}`, zoneAt(at)]));
      return new bluedot.ZoneSet(name, { projectId, zones: all }, { aliases });
    };
  const heldIn = (projectId: string) => stack().emulator.zones.list(projectId);
  const heldAs = (name: string) => heldIn(coffee).flatMap((each) => (each.name === name ? [each._id] : []));

  it("is not taken over by another that is declared just like it, which is a fault", async () => {
    zones = ["first", "second"];
    expect(await fails(stack())).to.contain('Zone "second": it is the same zone as Zone "first"');
    expect(heldAs("bar")).to.have.members([(await stack().ids()).get("first")]);
    zones = ["first"];
  });

  for (const [to, refreshAlways, edited] of [
    ["new", true, 900],
    ["newer", false, 1200],
  ] as const) {
    const refresh = refreshAlways ? "with a refresh" : "without a refresh";
    it(`stays in a set whose keys change where all have one name, also where one of them is refused, ${refresh}`, async () => {
      const before = heldAs("cafe");
      await stack().refreshAlways(refreshAlways);
      cafes = named(to, { minimumRetriggerTime: edited });
      stack().emulator.fault({ kind: "status", status: 400, method: "POST", path: "^/zones$" });
      expect(await fails(stack())).to.contain("3 done, 1 left");
      stack().emulator.clearFaults();
      await stack().up();
      expect(heldAs("cafe")).to.have.length(numbers.length);
      expect(heldAs("cafe")).to.include.members(before.slice(0, 4));
      expect(await stack().preview()).to.deep.equal([]);
    });
  }

  it("goes with a set that was renamed once and moves to another project", async () => {
    await stack().refreshAlways(true);
    stores = storesIn(one, "shops", "stores");
    await stack().up();
    stores = storesIn(two, "shops", "stores");
    stack().printed();
    await stack().up();
    expect(stack().printed()).not.to.contain("has taken it over");
    expect([heldIn(one).length, heldIn(two).length]).to.deep.equal([0, numbers.length]);
  });

  it("is created again where a set comes back to its project after a part of it was deleted there", async () => {
    await stack().refreshAlways(false);
    stores = storesIn(one, "shops", "stores");
    stack().emulator.fault({ kind: "status", status: 400, method: "DELETE", path: "^/zones/", times: 2 });
    expect(await fails(stack())).to.contain("run `pulumi up --refresh`, which creates again what is deleted");
    stores = storesIn(two, "shops", "stores");
    await stack().age();
    await stack().up({ refresh: true });
    expect([heldIn(one).length, heldIn(two).length]).to.deep.equal([0, numbers.length]);
    expect(await stack().preview()).to.deep.equal([]);
  });

  it("is deleted with the stack", async () => {
    await stack().destroy();
    expect(stack().emulator.zones.size()).to.equal(0);
  });
});
