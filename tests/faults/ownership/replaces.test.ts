import { expect } from "chai";
import * as bluedot from "pulumi-bluedot";

import { valueAt } from "../../acceptance/paths";
import { stackOfSteps } from "../../acceptance/stack";
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

describe("steps of one stack: a forced replace", function () {
  const stack = stackOfSteps(this, { refreshAlways: false });
  /** Everything that the account holds: the project, the zone and the set's two, two stores, a beacon, a user. */
  const counts = () => {
    const { projects, zones, destinations, beacons, users } = stack().emulator;
    return [projects, zones, destinations, beacons, users].map((each) => each.size());
  };
  /** The API's ids of what a resource has. */
  const idsOf = (name: string): string[] => {
    const { projects, zones, beacons, users } = stack().emulator;
    if (name === "zone" || name === "zones")
      return zones.list().flatMap((each) => ((each.name === "zone") === (name === "zone") ? [each._id] : []));
    const all: Record<string, { _id: string }[]> = {
      coffee: projects.list(),
      beacon: beacons.list(),
      ada: users.list(),
    };
    return (all[name] ?? []).map(({ _id }) => _id);
  };

  before(async () => {
    stack().run(() => declare());
    await stack().up();
  });

  const inProject = ["zone", "zones"];
  const stores = { store: "store-1", stores: "store-2" };
  // Each time one of the two that hold zones of the project, where the other must stay.
  const ways: [how: string, made: string[], replace: (made: string[]) => Promise<unknown>][] = [
    [
      "up --replace",
      ["zones", "beacon", "ada"],
      (made) => stack().up({ replace: [...made, ...Object.keys(stores)] }),
    ],
    [
      "state taint",
      ["zone", "beacon", "ada"],
      async (made) => {
        await stack().taint(...made);
        await stack().up();
      },
    ],
  ];
  for (const [how, made, replace] of ways)
    describe(`by ${how}`, () => {
      let idsBefore: Record<string, string[]>;
      let countsBefore: number[];
      before(async () => {
        idsBefore = Object.fromEntries([...made, ...inProject].map((name) => [name, idsOf(name)]));
        countsBefore = counts();
        stack().emulator.requests.clear();
        await replace(made);
      });

      for (const name of made)
        it(`A6: gives ${name} new objects and deletes the old ones`, () => {
          const old = idsBefore[name] ?? [];
          expect(old).not.to.deep.equal([]);
          expect(idsOf(name)).to.have.length(old.length);
          expect(idsOf(name).filter((id) => old.includes(id))).to.deep.equal([]);
        });

      for (const name of inProject.filter((each) => !made.includes(each)))
        it(`A6: leaves ${name} of the same project as it was`, () => {
          expect(idsOf(name)).to.deep.equal(idsBefore[name]);
        });

      if (how === "up --replace")
        for (const [name, id] of Object.entries(stores))
          it(`A6: deletes and creates ${name}, whose identity stays`, () => {
            const writes = stack().emulator.requests.flatMap(({ method, path, body }) =>
              (method === "DELETE" && path === `/destinations/${id}`) ||
              (method === "POST" && path === "/destinations" && valueAt(body, "destinationId") === id)
                ? [method]
                : [],
            );
            expect(writes).to.deep.equal(["DELETE", "POST"]);
          });

      it("A6: leaves nothing else behind, and nothing to do", async () => {
        expect(counts()).to.deep.equal(countsBefore);
        expect(await stack().preview()).to.deep.equal([]);
      });
    });

  describe("of what others are in or are called by", () => {
    it("A6: of a project replaces its zones with it", async () => {
      const all = () => [...idsOf("coffee"), ...idsOf("zone"), ...idsOf("zones")];
      const [before, counted] = [all(), counts()];
      await stack().up({ replace: ["coffee"] });
      expect(counts()).to.deep.equal(counted);
      expect(all().filter((id) => before.includes(id))).to.deep.equal([]);
      expect(await stack().preview()).to.deep.equal([]);
    });

    it("A7: replaceOnChanges of what has an identity of its own deletes first", async () => {
      const [beacon] = idsOf("beacon");
      stack().run(() => declare("counter", ["name"]));
      const steps = await stack().up();
      expect(steps.map(({ op, name }) => `${op} ${name}`)).to.include.members([
        "replace store",
        "replace beacon",
      ]);
      expect(idsOf("beacon")).to.not.include(beacon);
      expect(
        stack()
          .emulator.destinations.list()
          .map(({ name }) => name),
      ).to.include("counter");
      expect(counts()).to.deep.equal([1, 3, 2, 1, 1]);
    });
  });
});
