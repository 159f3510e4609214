/**
 * The permanent parts of states: type tokens, the string that names the handler, and the shapes of arguments
 * and outputs.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { secret, type CustomResource } from "@pulumi/pulumi";
import { expect } from "chai";
import { Beacon, Destination, Project, User, Zone } from "pulumi-bluedot";
import { startEmulator, type RunningEmulator } from "pulumi-bluedot/emulator";
import { z } from "zod";

import { FORMAT_VERSION, handlerString, STATE_KEYS, typeToken } from "../../provider/dynamic/state-contract";
import * as handlers from "../../provider/handlers";
import { definitions, resourceNames, type ResourceName } from "../resources";
import { registrationOf, startMocks } from "../unit/provider/mocks";
import { startProvider, type ProviderProcess } from "./provider-process";
import { accountOf, configFor, control, json, projectsOf, recordedIn } from "./recorded";
import { subjects } from "./subjects";

const projectId = "6e4aeb98-05b3-4b3f-b9ac-3b9a169e395c";
const place = { latitude: 1, longitude: 2 };
const circle = { type: "circle", name: "door", center: place, radius: 40 } as const;

const permanent = (noun: ResourceName) => ({
  type: `pulumi-nodejs:dynamic/bluedot:${noun}`,
  __provider: `exports.handler = () => require("pulumi-bluedot/handlers").${definitions[noun].handler}`,
});

describe("what is permanent", () => {
  before(startMocks);

  const made: Record<ResourceName, [declared: () => CustomResource, lookedUp: () => CustomResource]> = {
    Project: [() => new Project("a"), () => Project.get("b", projectId)],
    Zone: [
      () => new Zone("c", { projectId, minimumRetriggerTime: 60, geofeatures: [circle] }),
      () => Zone.get("d", projectId),
    ],
    Destination: [
      () => new Destination("e", { destinationId: "store-42" }),
      () => Destination.get("f", "store-42"),
    ],
    Beacon: [
      () => new Beacon("g", { beaconType: "Android", location: place, macAddress: "0", txPower: 0 }),
      () => Beacon.get("h", projectId),
    ],
    User: [
      () => new User("i", { email: "ada@example.com", firstName: "Ada", lastName: "Lovelace" }),
      () => User.get("j", projectId),
    ],
  };
  for (const noun of resourceNames) {
    const [declared, lookedUp] = made[noun];
    for (const [title, make] of [
      ["declared", declared],
      ["looked up", lookedUp],
    ] as const) {
      it(`is how the state of a ${noun} that is ${title} names its type and its handler`, async () => {
        const { type, inputs } = await registrationOf(make());
        expect({ type, __provider: inputs["__provider"] }).to.deep.equal(permanent(noun));
      });
    }

    it(`is at most 100 bytes for a ${noun}`, () => {
      expect(Buffer.byteLength(permanent(noun).__provider)).to.be.at.most(100);
    });
  }

  it("is how a state names what a resource took over", async () => {
    const { inputs } = await registrationOf(new Project("k", {}, { import: projectId }));
    expect(inputs["__import"]).to.deep.equal({ id: projectId, as: "k" });
  });

  it("is how a state names what the program marks as secret", async () => {
    const webhooks = [{ type: "wave", url: secret("https://hooks.example.com/4711") } as const];
    const { inputs } = await registrationOf(new Project("l", { webhooks }));
    expect(inputs["__secret"]).to.deep.equal(["webhooks.url"]);
  });
});

describe("docs/state.md", () => {
  const page = readFileSync(join(__dirname, "../../docs/state.md"), "utf8");

  for (const [name, text] of [
    ...Object.entries(STATE_KEYS),
    ["the type token", typeToken("Zone")],
    ["the handler string", handlerString("zone")],
    ["the version of the format of sets", FORMAT_VERSION],
    ...Object.keys(handlers).map((handler) => [handler, handler] as const),
  ] as const)
    it(`describes ${name}`, () => {
      expect(page).to.include(`\`${text}\``);
    });

  it("names no other key", () => {
    const keys = page.match(/__\w+/g) ?? [];
    expect(Object.values(STATE_KEYS)).to.include.members(keys);
  });
});

/** One resource as the engine recorded it, secrets in clear as a handler sees them, and the object that the API held. */
const recorded = z.strictObject({
  version: z.string(),
  type: z.string(),
  id: z.string(),
  inputs: json,
  outputs: json,
  held: json,
});

const states = recordedIn("states", recorded);

describe("a state of an older version", () => {
  it("is known of every resource, declared and looked up", () => {
    const known = states.map(({ state }) => `${state.type} ${isLookedUp(state) ? "looked up" : "declared"}`);
    const types = resourceNames.map((noun) => permanent(noun).type);
    expect(known).to.include.members(types.flatMap((type) => [`${type} declared`, `${type} looked up`]));
  });

  let emulator: RunningEmulator;
  let provider: ProviderProcess;
  /** A run that deletes has compared nothing: what a program has taken over, and keeps, is not deleted. */
  let destroyer: ProviderProcess;

  before(async () => {
    emulator = await startEmulator({ additions: [] });
    const config = configFor(emulator);
    [provider, destroyer] = await Promise.all([startProvider(config), startProvider(config)]);
  });
  after(async () => {
    await provider.stop();
    await destroyer.stop();
    await emulator.close();
  });

  for (const { title, state } of states) {
    const { version, type, id, inputs, outputs, held } = state;
    const noun = resourceNames.find((each) => permanent(each).type === type) ?? "Project";
    const collection = definitions[noun].collection.slice(1);
    const { change } = subjects.find((subject) => subject.noun === noun) ?? {};

    describe(`${version}: ${title}`, () => {
      const heldNow = () => control(emulator, "GET", `${collection}/${encodeURIComponent(id)}`);

      beforeEach(async () => {
        await control(emulator, "POST", "reset");
        await control(emulator, "POST", "seed", {
          projects: projectsOf(held).map((_id) => ({ _id, name: "coffee" })),
          destinations: destinationsOf(noun, held),
        });
        await control(emulator, "POST", "seed", { [collection]: [held] });
        expect(await heldNow()).to.deep.equal(held);
      });

      it("is read as it was recorded, and records the account from then on", async () => {
        const seen = await provider.read(id, outputs);
        expect(seen).to.deep.include({ id, properties: { ...outputs, ...accountOf(emulator) } });
      });

      if (isLookedUp(state)) {
        it("is looked up as it was recorded", async () => {
          const { properties } = await provider.get(id, inputs);
          expect(properties).to.deep.equal({ ...outputs, ...accountOf(emulator) });
        });
        return;
      }

      it("is no change to a program that stayed as it is", async () => {
        const checked = await provider.check(inputs, inputs);
        expect(checked).to.deep.equal({ inputs, failures: [] });
        expect(await provider.diff(id, outputs, checked.inputs)).to.deep.equal({
          changes: "none",
          replaces: [],
        });
      });

      it("shows no drift", async () => {
        expect((await provider.read(id, outputs)).inputs).to.deep.equal(inputs);
      });

      it("is updated, and what stays is what the API held", async () => {
        expect(held).not.to.deep.include(change);
        const outs = await provider.update(id, outputs, { ...inputs, ...change });
        expect(outs).to.deep.equal({ ...outputs, ...change, ...accountOf(emulator) });
        expect(await heldNow()).to.deep.equal({ ...held, ...change });
      });

      it("is deleted", async () => {
        await destroyer.delete(id, outputs);
        expect(await heldNow()).to.equal(undefined);
      });
    });
  }
});

function isLookedUp({ inputs }: z.output<typeof recorded>): boolean {
  return Object.keys(inputs).every((key) => key === "__provider");
}

function destinationsOf(noun: ResourceName, { destinationId }: z.output<typeof json>): object[] {
  return noun === "Zone" && typeof destinationId === "string" ? [{ destinationId, name: "store" }] : [];
}
