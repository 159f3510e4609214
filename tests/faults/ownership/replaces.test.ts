import { expect } from "chai";
import * as bluedot from "pulumi-bluedot";

import { openStack, type TestStack } from "../../acceptance/stack";
import { place, zone } from "../../acceptance/stores";

const android = {
  beaconType: "Android",
  location: place,
  macAddress: "00-14-22-01-23-45",
  txPower: -1,
} as const;
const ada = { email: "ada@example.com", firstName: "Ada", lastName: "Lovelace" };

/** A resource of every kind; a change of its name may replace it. */
function declare(name = "till", replaceOnChanges: string[] = []): undefined {
  const opts = { replaceOnChanges };
  const project = new bluedot.Project("coffee", { name: "coffee", forceDestroy: true });
  new bluedot.Zone("zone", { projectId: project.id, ...zone() });
  new bluedot.ZoneSet("zones", { projectId: project.id, zones: { a: zone(), b: zone() } });
  new bluedot.Destination("store", { destinationId: "store-1", name, location: place }, opts);
  new bluedot.DestinationSet("stores", { destinations: { "store-2": { location: place } } });
  new bluedot.Beacon("beacon", { name, ...android }, opts);
  new bluedot.User("ada", ada);
  return undefined;
}

describe("a forced replace", function () {
  this.timeout(300_000);
  let stack: TestStack;
  /** Everything that the account holds: the project, the zone and the set's two, two stores, a beacon, a user. */
  const counts = () => {
    const { projects, zones, destinations, beacons, users } = stack.emulator;
    return [projects, zones, destinations, beacons, users].map((each) => each.size());
  };
  /** The API's ids of what a resource has. */
  const idsOf = (name: string): string[] => {
    const { projects, zones, destinations, beacons, users } = stack.emulator;
    const all = { coffee: projects, store: destinations, stores: destinations, beacon: beacons, ada: users };
    if (name === "zone" || name === "zones")
      return zones.list().flatMap((each) => ((each.name === "zone") === (name === "zone") ? [each._id] : []));
    const objects: { _id?: string; createdAt?: unknown }[] =
      Object.entries(all)
        .find(([key]) => key === name)?.[1]
        .list() ?? [];
    return objects.flatMap(({ _id }) => (_id === undefined ? [] : [_id]));
  };

  before(async () => {
    stack = await openStack({ refreshAlways: false });
    stack.run(() => declare());
    await stack.up();
  });
  after(async () => {
    await stack.close();
  });

  const ways: [how: string, replace: (name: string) => Promise<unknown>][] = [
    ["up --replace", (name) => stack.up({ replace: [name] })],
    [
      "state taint",
      async (name) => {
        await stack.taint(name);
        await stack.up();
      },
    ],
  ];
  for (const [how, replace] of ways)
    for (const name of ["zone", "zones", "beacon", "ada"])
      it(`A6: by ${how} gives ${name} new objects and deletes the old ones`, async () => {
        const before = { ids: idsOf(name), counts: counts() };
        await replace(name);
        expect(counts()).to.deep.equal(before.counts);
        expect(idsOf(name)).to.have.length(before.ids.length);
        expect(idsOf(name).filter((id) => before.ids.includes(id))).to.deep.equal([]);
        expect(await stack.preview()).to.deep.equal([]);
      });

  for (const name of ["store", "stores"])
    it(`A6: by up --replace deletes and creates ${name}, whose identity stays`, async () => {
      const { requests } = stack.emulator;
      requests.clear();
      await stack.up({ replace: [name] });
      const writes = requests.filter(({ method }) => method === "DELETE" || method === "POST");
      expect(writes.map(({ method, path }) => `${method} ${path.split("/")[1] ?? ""}`)).to.deep.equal([
        "POST sessions",
        "DELETE destinations",
        "POST destinations",
      ]);
      expect(stack.emulator.destinations.size()).to.equal(2);
    });

  it("A6: of a project replaces its zones with it", async () => {
    const before = [...idsOf("coffee"), ...idsOf("zone"), ...idsOf("zones")];
    const counted = counts();
    await stack.up({ replace: ["coffee"] });
    const now = [...idsOf("coffee"), ...idsOf("zone"), ...idsOf("zones")];
    expect(counts()).to.deep.equal(counted);
    expect(now.filter((id) => before.includes(id))).to.deep.equal([]);
    expect(await stack.preview()).to.deep.equal([]);
  });

  it("A7: replaceOnChanges of what has an identity of its own deletes first", async () => {
    const [beacon] = idsOf("beacon");
    stack.run(() => declare("counter", ["name"]));
    const steps = await stack.up();
    expect(steps.map(({ op, name }) => `${op} ${name}`)).to.include.members([
      "replace store",
      "replace beacon",
    ]);
    expect(idsOf("beacon")).to.not.include(beacon);
    expect(stack.emulator.destinations.list().map(({ name }) => name)).to.include("counter");
    expect(counts()).to.deep.equal([1, 3, 2, 1, 1]);
  });
});
