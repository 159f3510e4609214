import { output, secret } from "@pulumi/pulumi";
import { expect } from "chai";
import { z } from "zod";

import { Beacon, Destination, Project, User, Zone } from "../../../provider";
import { registrationOf, startMocks, valueOf } from "./mocks";

const id = "6e4aeb98-05b3-4b3f-b9ac-3b9a169e395c";
const place = { latitude: 1, longitude: 2 };
const circle = { type: "circle", name: "door", center: place, radius: 40 } as const;

type Options = { import?: string };

const classes = [
  {
    noun: "Project",
    handler: "project",
    make: (name: string, opts?: Options) => new Project(name, {}, opts),
    get: (name: string) => Project.get(name, id),
    args: {},
  },
  {
    noun: "Zone",
    handler: "zone",
    make: (name: string, opts?: Options) =>
      new Zone(name, { projectId: id, minimumRetriggerTime: 60, geofeatures: [circle] }, opts),
    get: (name: string) => Zone.get(name, id),
    args: { projectId: id, minimumRetriggerTime: 60, geofeatures: [circle] },
  },
  {
    noun: "Destination",
    handler: "destination",
    make: (name: string, opts?: Options) =>
      new Destination(name, { destinationId: output("store-42") }, opts),
    get: (name: string) => Destination.get(name, id),
    args: { destinationId: "store-42" },
  },
  {
    noun: "Beacon",
    handler: "beacon",
    make: (name: string, opts?: Options) =>
      new Beacon(name, { beaconType: "Android", location: output(place), macAddress: "a", txPower: 0 }, opts),
    get: (name: string) => Beacon.get(name, id),
    args: { beaconType: "Android", location: place, macAddress: "a", txPower: 0 },
  },
  {
    noun: "User",
    handler: "user",
    make: (name: string, opts?: Options) =>
      new User(name, { email: output("a@example.com"), firstName: "Ada", lastName: "L" }, opts),
    get: (name: string) => User.get(name, id),
    args: { email: "a@example.com", username: "a@example.com", firstName: "Ada", lastName: "L" },
  },
];

describe("every class", () => {
  before(startMocks);

  for (const { noun, handler, make, get, args } of classes) {
    const __provider = `exports.handler = () => require("pulumi-bluedot/handlers").${handler}`;
    const name = noun === "User" ? {} : { name: `a ${noun}` };

    it(`registers a ${noun} by its type, with its handler, its arguments and its name in the program`, async () => {
      const { type, inputs } = await registrationOf(make(`a ${noun}`));
      expect(type).to.equal(`pulumi-nodejs:dynamic/bluedot:${noun}`);
      expect(inputs).to.deep.equal({ ...args, ...name, __provider });
    });

    it(`tells the handler of a ${noun} what the option import says, since the engine cannot import it`, async () => {
      const { inputs, id: asked } = await registrationOf(make(`a ${noun}`, { import: id }));
      expect(inputs).to.deep.equal({ ...args, ...name, __provider, __import: { id, as: `a ${noun}` } });
      expect(asked).to.equal(undefined);
    });

    it(`looks up a ${noun} by its id, without arguments`, async () => {
      const { inputs, id: asked } = await registrationOf(get(`got ${noun}`));
      expect([asked, inputs]).to.deep.equal([id, { __provider }]);
    });
  }

  it("has an output without a promise for what a program does not declare", async () => {
    const store = new Destination("bare", { destinationId: "store-1" });
    expect(await valueOf(store.address)).to.equal(undefined);
  });

  it("tells which parts of its arguments are secret, names and ids left out", async () => {
    const marked = {
      projectId: secret(id),
      name: secret("cafe"),
      minimumRetriggerTime: output(60),
      geofeatures: [
        { ...circle, radius: secret(40) },
        { ...circle, name: "yard", radius: secret(50) },
      ],
      tags: secret(["vip"]),
      customData: { pin: secret("4711"), "a.b": Promise.resolve("plain") },
      destinationId: secret("store-42"),
    };
    const { inputs } = await registrationOf(new Zone("marked", marked));
    expect(inputs["__secret"]).to.deep.equal(["customData.pin", "geofeatures.radius", "tags"]);
    const plain = {
      geofeatures: output([circle]),
      tags: output(["vip"]),
      customData: { pin: output("4711") },
    };
    const { inputs: others } = await registrationOf(new Zone("not marked", { ...marked, ...plain }));
    expect(others).to.not.have.property("__secret");
  });

  it("has the name of the program also where the argument is null, as JSON has it", async () => {
    const args = { name: null, nextRuleUpdateInterval: 300 };
    const { inputs } = await registrationOf(
      z.instanceof(Project).parse(Reflect.construct(Project, ["from JSON", args])),
    );
    expect(inputs["name"]).to.equal("from JSON");
  });

  it("keeps a username of its own", async () => {
    const { inputs } = await registrationOf(
      new User("own", { email: "a@example.com", username: "A@example.com", firstName: "A", lastName: "L" }),
    );
    expect(inputs["username"]).to.equal("A@example.com");
  });
});
