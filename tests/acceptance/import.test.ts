import type * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import * as bluedot from "pulumi-bluedot";

import { openStack, type Program, type TestStack } from "./stack";

const place = { latitude: -37.8, longitude: 144.9 };
const circle = { type: "circle", name: "door", center: place, radius: 40 } as const;
const person = { email: "ada@example.com", firstName: "Ada", lastName: "Lovelace" };
const android = {
  beaconType: "Android",
  location: place,
  macAddress: "00-14-22-01-23-45",
  txPower: -1,
} as const;

describe("the option import on the real CLI", function () {
  this.timeout(300_000);
  let stack: TestStack;
  let projectId: string;
  let otherId: string;
  let zoneId: string;
  let beaconId: string;
  let userId: string;

  const zone = (
    name: string,
    args: Partial<bluedot.ZoneArgs> = {},
    import_: string | undefined = zoneId,
    { aliases = [], dependsOn = [] }: { aliases?: string[]; dependsOn?: pulumi.Resource[] } = {},
  ) =>
    new bluedot.Zone(
      name,
      { name: "cafe", projectId, minimumRetriggerTime: 600, geofeatures: [circle], ...args },
      {
        ...(import_ !== "" && { import: import_ }),
        aliases: aliases.map((alias) => ({ name: alias })),
        dependsOn,
      },
    );
  /** The zone in the other project, beside the project that is managed here and one that is made here. */
  const moved =
    (name: string, import_?: string, milk = "old", options: pulumi.CustomResourceOptions = {}) =>
    () => {
      new bluedot.Project("coffee", { nextRuleUpdateInterval: 300 });
      new bluedot.Project(milk, { name: "milk" }, options);
      zone(name, { projectId: otherId }, import_);
    };
  const program =
    (declare: () => void): Program =>
    () => {
      declare();
      return undefined;
    };
  /** Returns the steps of a run, and the number of its writes by method. */
  const run = async (declare: () => void, what: "preview" | "up" = "up") => {
    stack.run(program(declare));
    stack.emulator.requests.clear();
    const steps = (await stack[what]()).map(({ op, name }) => `${op} ${name}`);
    const writes = ["POST", "PUT", "DELETE"].map((method) =>
      stack.emulator.count({ method, path: /^\/(?!sessions)/ }),
    );
    return { steps, writes };
  };
  /** Returns the output of a run that must fail. */
  const failure = async (declare: () => void, what: "preview" | "up" = "preview") => {
    stack.run(program(declare));
    stack.printed();
    const error = await stack[what]().then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error, "it did not fail").to.not.equal(undefined);
    return stack.printed();
  };
  const none = [0, 0, 0];

  before(async () => {
    stack = await openStack();
    const { emulator } = stack;
    const project = (name: string) => emulator.projects.create({ name, nextRuleUpdateInterval: 300 })._id;
    [projectId, otherId] = [project("coffee"), project("tea")];
    zoneId = emulator.zones.create({
      name: "cafe",
      projectId,
      minimumRetriggerTime: 600,
      geofeatures: [circle],
      laterField: { minutes: 5 },
    })._id;
    emulator.destinations.create({ destinationId: "store/42", name: "Collins St" });
    beaconId = emulator.beacons.create({ name: "till", ...android })._id;
    userId = emulator.users.create({ ...person, username: person.email, isAdmin: false })._id;
  });
  after(async () => {
    await stack.close();
  });

  const everything = (imported: boolean) => () => {
    const option = (id: string) => (imported ? { import: id } : {});
    new bluedot.Project("coffee", { nextRuleUpdateInterval: 300 }, option(projectId));
    zone("cafe", {}, imported ? zoneId : "");
    new bluedot.Destination("Collins St", { destinationId: "store/42" }, option("store/42"));
    new bluedot.Beacon("till", android, option(beaconId));
    new bluedot.User("ada", person, option(userId));
  };

  it("fails in the preview already with a table of what differs", async () => {
    const printed = await failure(() =>
      zone("cafe", { minimumRetriggerTime: 60, geofeatures: [{ ...circle, radius: 50 }] }),
    );
    expect(printed).to.match(/property +declared +current/);
    expect(printed).to.match(/minimumRetriggerTime +60 +600/);
    expect(printed).to.match(/geofeatures\["door"\]\.radius +50 +40/);
  });

  it("fails in the preview already where there is no such object", async () => {
    expect(await failure(() => zone("cafe", {}, otherId))).to.contain(`Zone ${otherId} does not exist`);
  });

  it("takes over an object of every kind without a write", async () => {
    const { steps, writes } = await run(everything(true));
    expect(steps).to.have.members([
      "create coffee",
      "create cafe",
      "create Collins St",
      "create till",
      "create ada",
    ]);
    expect(writes).to.deep.equal(none);
    expect([...(await stack.ids()).values()]).to.include.members([
      projectId,
      zoneId,
      "store/42",
      beaconId,
      userId,
    ]);
  });

  it("changes nothing while it stays", async () => {
    expect(await run(everything(true), "preview")).to.deep.equal({ steps: [], writes: none });
  });

  it("changes nothing when it is removed", async () => {
    expect(await run(everything(false))).to.deep.equal({ steps: [], writes: none });
  });

  it("changes nothing when it comes back, with a rename by aliases", async () => {
    const renamed = () => zone("coffee-house", {}, zoneId, { aliases: ["cafe"] });
    expect((await run(renamed, "preview")).steps).to.not.include.members([
      "create coffee-house",
      "delete cafe",
    ]);
  });

  it("refuses what another resource of the stack has", async () => {
    // Whichever comes first has the object, so the one that has it already does.
    const twice = () => {
      const cafe = zone("cafe", {}, "");
      zone("twin", { tags: ["other"] }, zoneId, { dependsOn: [cafe] });
    };
    expect(await failure(twice)).to.contain('"twin" cannot import it');
  });

  it("refuses another object than the resource has", async () => {
    expect(await failure(() => zone("cafe", {}, otherId))).to.contain(
      `"cafe" is in the stack already as Zone ${zoneId}`,
    );
  });

  it("makes a new object where the resource is replaced, and deletes the old one", async () => {
    const replaced = await run(moved("cafe"));
    expect(replaced.steps).to.include.members(["create-replacement cafe", "delete-replaced cafe"]);
    expect(stack.emulator.zones.get(zoneId)).to.equal(undefined);
    expect(stack.emulator.zones.size(otherId)).to.equal(1);
  });

  it("is not held against the object that the replacement made", async () => {
    expect((await run(moved("cafe"), "preview")).steps).to.deep.equal([]);
  });

  it("keeps the object where a resource of another name imports it from one that goes", async () => {
    const made = stack.emulator.zones.list(otherId)[0]?._id ?? "";
    const { steps, writes } = await run(moved("renamed", made));
    expect(steps).to.have.members(["create renamed", "delete cafe"]);
    expect(writes).to.deep.equal(none);
    expect(stack.emulator.zones.get(made)?._id).to.equal(made);
  });

  it("keeps the object where a resource of another name takes it over from one that goes, without a refresh", async () => {
    await stack.refreshAlways(false);
    const before = stack.emulator.projects.list();
    const milk = (await stack.ids()).get("old") ?? "";
    const made = stack.emulator.zones.list(otherId)[0]?._id ?? "";
    const { steps, writes } = await run(moved("renamed", made, "new", { import: milk }));
    expect(steps).to.deep.equal(["create new", "delete old"]);
    expect(writes).to.deep.equal(none);
    expect(stack.emulator.projects.list()).to.deep.equal(before);
    expect(await stack.preview()).to.deep.equal([]);
  });
});
