/** The permanent parts of the states of sets. The real dynamic-provider process understands them. */
import { expect } from "chai";
import { DestinationSet, ZoneSet } from "pulumi-bluedot";
import { startEmulator, type RunningEmulator } from "pulumi-bluedot/emulator";
import { z } from "zod";

import { registrationOf, startMocks } from "../unit/provider/mocks";
import { startProvider, type ProviderProcess } from "./provider-process";
import { accountOf, configFor, control, json, recordedIn } from "./recorded";

const projectId = "6e4aeb98-05b3-4b3f-b9ac-3b9a169e395c";
const place = { latitude: 1, longitude: 2 };
const circle = { type: "circle", name: "door", center: place, radius: 40 } as const;

describe("what is permanent of a set", () => {
  before(startMocks);

  it("is how a state names the type and the handler of a ZoneSet, and its zones as texts", async () => {
    const zones = { a: { minimumRetriggerTime: 60, geofeatures: [circle] } };
    const { type, inputs } = await registrationOf(new ZoneSet("stores", { projectId, zones }));
    expect({ type, inputs }).to.deep.equal({
      type: "pulumi-nodejs:dynamic/bluedot:ZoneSet",
      inputs: {
        projectId,
        zones: {
          a: '{"geofeatures":[{"center":{"latitude":1,"longitude":2},"name":"door","radius":40,"type":"circle"}],"minimumRetriggerTime":60}',
        },
        __as: "stores",
        __provider: 'exports.handler = () => require("pulumi-bluedot/handlers").zoneSet',
      },
    });
  });

  it("is how a state names the type and the handler of a DestinationSet, and its destinations as texts", async () => {
    const { type, inputs } = await registrationOf(
      new DestinationSet("stores", { destinations: { a: { location: place } } }),
    );
    expect({ type, inputs }).to.deep.equal({
      type: "pulumi-nodejs:dynamic/bluedot:DestinationSet",
      inputs: {
        destinations: { a: '{"location":{"latitude":1,"longitude":2}}' },
        __as: "stores",
        __provider: 'exports.handler = () => require("pulumi-bluedot/handlers").destinationSet',
      },
    });
  });
});

/** One set as the engine recorded it, and the objects that the API held. */
const recorded = z.strictObject({
  version: z.string(),
  collection: z.enum(["zones", "destinations"]),
  inputs: json,
  outputs: json,
  held: z.array(json),
});

const states = recordedIn("sets", recorded);

describe("a state of a set of an older version", () => {
  const id = "11111111-1111-4111-8111-111111111111";
  let emulator: RunningEmulator;
  let provider: ProviderProcess;

  before(async () => {
    emulator = await startEmulator({ additions: [] });
    provider = await startProvider(configFor(emulator));
  });
  after(async () => {
    await provider.stop();
    await emulator.close();
  });

  for (const { title, state } of states) {
    const { version, collection, inputs, outputs, held } = state;

    describe(`${version}: ${title}`, () => {
      const heldNow = () => emulator[collection].list().map((one) => structuredClone<object>(one));

      beforeEach(async () => {
        await control(emulator, "POST", "reset");
        await control(emulator, "POST", "seed", { projects: [{ _id: projectId, name: "coffee" }] });
        await control(emulator, "POST", "seed", { [collection]: held });
        expect(heldNow()).to.have.deep.members(held);
        emulator.requests.clear();
      });

      it("is no change to a program that stayed as it is", async () => {
        const checked = await provider.check(inputs, inputs);
        expect(checked).to.deep.equal({ inputs, failures: [] });
        expect(await provider.diff(id, outputs, checked.inputs)).to.deep.equal({
          changes: "none",
          replaces: [],
        });
        expect(emulator.requests.length).to.equal(0);
      });

      it("is read as it was recorded, shows no drift, and records the account from then on", async () => {
        const properties = { ...outputs, ...accountOf(emulator) };
        expect(await provider.read(id, outputs)).to.deep.equal({ id, properties, inputs });
      });

      it("is updated in one object alone, and what stays is what the API held", async () => {
        const texts = z.record(z.string(), z.string()).parse(inputs[collection]);
        const [first = "", ...others] = Object.keys(texts).sort();
        const renamed = JSON.stringify({ ...json.parse(JSON.parse(texts[first] ?? "")), name: "renamed" });
        await provider.update(id, outputs, { ...inputs, [collection]: { ...texts, [first]: renamed } });
        const names = heldNow().map((one) => ("name" in one ? one.name : ""));
        expect(names).to.have.members(["renamed", ...others]);
        expect(
          emulator.requests.filter(({ method }) => method !== "GET" && method !== "POST"),
        ).to.have.length(1);
      });

      it("is deleted", async () => {
        await provider.delete(id, outputs);
        expect(heldNow()).to.deep.equal([]);
      });
    });
  }
});

describe("a set that may hold a secret", () => {
  const pin = "4711-of-the-safe";
  const text = (customData: object, radius = 40) =>
    JSON.stringify({ minimumRetriggerTime: 60, geofeatures: [{ ...circle, radius }], customData });

  for (const [what, mark, isShown] of [
    ["tells of what others changed without a value", { __objects: "" }, false],
    ["does so with the numbers where nothing is secret, and without free text", {}, true],
  ] as const) {
    it(what, async () => {
      const emulator = await startEmulator();
      const provider = await startProvider(configFor(emulator));
      try {
        const { _id } = emulator.projects.create({ name: "coffee", nextRuleUpdateInterval: 300 });
        const inputs = (zone: string) => ({
          projectId: _id,
          zones: { a: zone },
          __as: "stores",
          __provider: 'exports.handler = () => require("pulumi-bluedot/handlers").zoneSet',
          ...mark,
        });
        const { id, properties } = await provider.create(inputs(text({ pin })));
        for (const zone of emulator.zones.list())
          emulator.zones.update(zone._id, (held) => ({
            ...held,
            minimumRetriggerTime: 901,
            customData: { pin: "none" },
          }));
        const wider = inputs(text({ pin }, 55));
        await provider.check(inputs(text({ pin })), wider);
        await provider.update(id, properties, wider);
      } finally {
        await provider.stop();
        await emulator.close();
      }
      expect(provider.printed()).to.contain('Zone "a": customData');
      expect(provider.printed()).not.to.contain(pin);
      expect(provider.printed().includes("901")).to.equal(isShown);
    });
  }
});
