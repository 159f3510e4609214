/** What states hold for ever: type tokens, the string that names the handler, and the shapes of arguments and outputs. */
import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect } from "chai";
import { Project, Zone } from "pulumi-bluedot";
import { startEmulator, type RunningEmulator } from "pulumi-bluedot/emulator";
import { z } from "zod";

import { storedProject } from "../../emulator/entities/project";
import { storedZone } from "../../emulator/entities/zone";
import { registrationOf, startMocks } from "../unit/provider/mocks";
import { startProvider, type ProviderProcess } from "./provider-process";

const projectId = "6e4aeb98-05b3-4b3f-b9ac-3b9a169e395c";
const circle = { type: "circle", name: "door", center: { latitude: 1, longitude: 2 }, radius: 40 } as const;
const permanent = {
  Project: {
    type: "pulumi-nodejs:dynamic/bluedot:Project",
    __provider: 'exports.handler = () => require("pulumi-bluedot/handlers").project',
  },
  Zone: {
    type: "pulumi-nodejs:dynamic/bluedot:Zone",
    __provider: 'exports.handler = () => require("pulumi-bluedot/handlers").zone',
  },
};

describe("what is permanent", () => {
  before(startMocks);

  const made: [title: string, noun: keyof typeof permanent, make: () => Project | Zone][] = [
    ["a Project", "Project", () => new Project("a")],
    ["a Project that is looked up", "Project", () => Project.get("b", projectId)],
    ["a Zone", "Zone", () => new Zone("c", { projectId, minimumRetriggerTime: 60, geofeatures: [circle] })],
    ["a Zone that is looked up", "Zone", () => Zone.get("d", projectId)],
  ];
  for (const [title, noun, make] of made) {
    it(`is how the state of ${title} names its type and its handler`, async () => {
      const { type, inputs } = await registrationOf(make());
      expect({ type, __provider: inputs["__provider"] }).to.deep.equal(permanent[noun]);
    });
  }

  for (const { __provider } of Object.values(permanent)) {
    it(`is at most 100 bytes: ${__provider}`, () => {
      expect(Buffer.byteLength(__provider)).to.be.at.most(100);
    });
  }
});

const json = z.record(z.string(), z.json());
/** One resource as the engine recorded it, secrets in clear as a handler sees them, and the object that the API held. */
const recorded = z.strictObject({
  version: z.string(),
  type: z.enum(["pulumi-nodejs:dynamic/bluedot:Project", "pulumi-nodejs:dynamic/bluedot:Zone"]),
  id: z.uuid(),
  inputs: json,
  outputs: json,
  held: json,
});

const states = globSync("*.json", { cwd: join(__dirname, "../fixtures/states") })
  .sort()
  .map((file) => {
    const text = readFileSync(join(__dirname, "../fixtures/states", file), "utf8");
    return { title: basename(file, ".json"), state: recorded.parse(JSON.parse(text)) };
  });

describe("a state of an older version", () => {
  it("is known of every resource, declared and looked up", () => {
    const known = states.map(
      ({ state }) => `${state.type} ${state.inputs["name"] === undefined ? "looked up" : "declared"}`,
    );
    const types = Object.values(permanent).map(({ type }) => type);
    expect(known).to.include.members(types.flatMap((type) => [`${type} declared`, `${type} looked up`]));
  });

  let emulator: RunningEmulator;
  let provider: ProviderProcess;

  before(async () => {
    emulator = await startEmulator({ additions: [] });
    provider = await startProvider({
      "bluedot:endpoint": emulator.url,
      "bluedot:email": emulator.email,
      "bluedot:password": emulator.password,
    });
  });
  after(async () => {
    await provider.stop();
    await emulator.close();
  });

  for (const { title, state } of states) {
    const { version, type, id, inputs, outputs, held } = state;
    const isZone = type === permanent.Zone.type;

    describe(`${version}: ${title}`, () => {
      const heldNow = () => (isZone ? emulator.zones.get(id) : emulator.projects.get(id));

      beforeEach(() => {
        emulator.projects.list().forEach(({ _id }) => emulator.projects.delete(_id));
        if (isZone) {
          const zone = storedZone.parse(held);
          emulator.projects.create({ _id: zone.projectId, name: "coffee" });
          emulator.zones.create(zone);
        } else emulator.projects.create(storedProject.parse(held));
      });

      it("is read as it was recorded", async () => {
        const seen = await provider.read(id, outputs);
        expect(seen).to.deep.include({ id, properties: outputs });
      });

      const isLookedUp = inputs["name"] === undefined;
      if (isLookedUp) {
        it("is looked up as it was recorded", async () => {
          expect((await provider.get(id, inputs)).properties).to.deep.equal(outputs);
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
        const outs = await provider.update(id, outputs, { ...inputs, name: "renamed" });
        expect(outs).to.deep.equal({ ...outputs, name: "renamed" });
        expect(heldNow()).to.deep.equal({ ...held, name: "renamed" });
      });

      it("is deleted", async () => {
        await provider.delete(id, outputs);
        expect(heldNow()).to.equal(undefined);
      });
    });
  }
});
