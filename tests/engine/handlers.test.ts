import { expect } from "chai";
import { startEmulator, type RunningEmulator } from "pulumi-bluedot/emulator";

import {
  CallFailed,
  startProvider,
  unknownValue,
  type Properties,
  type ProviderProcess,
} from "./provider-process";
import { configFor } from "./recorded";

const zoneHandler = 'exports.handler = () => require("pulumi-bluedot/handlers").zone';
const projectHandler = 'exports.handler = () => require("pulumi-bluedot/handlers").project';

const circle = { type: "circle", name: "door", center: { latitude: -37.5, longitude: 144.5 }, radius: 40 };

describe("the dynamic-provider process", () => {
  let emulator: RunningEmulator;
  let provider: ProviderProcess;
  let projectId: string;

  const zone = (changes: Properties = {}): Properties => ({
    __provider: zoneHandler,
    projectId,
    name: "cafe",
    minimumRetriggerTime: 600,
    geofeatures: [circle],
    triggerOnExit: false,
    ...changes,
  });

  beforeEach(async () => {
    emulator = await startEmulator();
    provider = await startProvider(configFor(emulator));
    const project = {
      __provider: projectHandler,
      name: "coffee",
      nextRuleUpdateInterval: 300,
      forceDestroy: false,
    };
    projectId = (await provider.create(project)).id;
    emulator.requests.clear();
  });

  afterEach(async () => {
    await provider.stop();
    await emulator.close();
  });

  it("checks and diffs without a request, unknown values among the known", async () => {
    const { failures } = await provider.check(
      zone({ projectId: unknownValue, geofeatures: [{ ...circle, radius: unknownValue }], tags: [3] }),
    );
    expect(failures).to.deep.equal([
      { property: "", reason: "tags[0]: it is a number, but must be text that is not empty" },
    ]);
    expect(await provider.diff("1", zone(), zone({ projectId: unknownValue }))).to.deep.equal({
      changes: "unknown",
      replaces: ["projectId"],
    });
    expect(emulator.requests).to.have.length(0);
  });

  it("finds no change between spellings of one value", async () => {
    const spelt = { geofeatures: [{ ...circle, color: "#ABCDEF" }], tags: ["b", "a"] };
    const olds = zone({
      ...spelt,
      geofeatures: [{ ...circle, color: "#abcdef" }],
      tags: ["a", "b"],
      zoneId: "1",
      fenceIds: {},
    });
    expect(await provider.diff("1", olds, zone(spelt))).to.deep.equal({ changes: "none", replaces: [] });
  });

  it("creates with one POST after a look at the project's list, and records arguments and outputs", async () => {
    const { id, properties } = await provider.create(zone());
    expect(properties).to.deep.include(zone({ zoneId: id }));
    expect(properties["fenceIds"]).to.have.all.keys("door");
    expect(emulator.requests.map(({ method, path }) => `${method} ${path}`)).to.deep.equal([
      "GET /zones",
      "POST /zones",
    ]);
  });

  it("reads back on refresh just what was declared", async () => {
    const { id, properties } = await provider.create(zone());
    const { __provider, ...declared } = zone();
    const seen = await provider.read(id, properties);
    expect(seen.inputs).to.deep.equal({ ...declared, __provider });
    expect(seen.properties).to.deep.equal(properties);
  });

  it("answers a refresh of what is gone with an empty id", async () => {
    const { id, properties } = await provider.create(zone());
    emulator.zones.delete(id);
    // The provider does not believe at once that a recently created object is gone.
    expect((await provider.read(id, { ...properties, __created: 0 })).id).to.equal("");
  });

  it("gives on get all that is known of a zone that something else manages", async () => {
    const { id, properties } = await provider.create(zone({ tags: ["a"] }));
    const seen = await provider.get(id, { __provider: zoneHandler });
    expect(seen.properties).to.deep.include({
      zoneId: id,
      tags: ["a"],
      name: "cafe",
      projectId,
      fenceIds: properties["fenceIds"],
    });
  });

  it("fails a get of what does not exist, with one sentence and no stack", async () => {
    const missing = "11111111-1111-4111-8111-111111111111";
    const failure = await provider.get(missing, { __provider: zoneHandler }).catch((error: unknown) => error);
    expect(failure)
      .to.be.instanceOf(CallFailed)
      .with.property("message")
      .that.matches(/^Zone 11111111.* does not exist .*Zone\.get\.$/);
    expect(provider.printed()).not.to.match(/\n\s+at /);
  });

  it("keeps what it does not know, and the ids of geofeatures, through an update", async () => {
    const { id, properties } = await provider.create(zone());
    emulator.zones.update(id, (held) => ({ ...held, laterField: { minutes: 5 } }));
    const box = {
      type: "boundingBox",
      name: "yard",
      northEast: { latitude: 1.1, longitude: 1.1 },
      southWest: { latitude: 1, longitude: 1 },
    };
    const outs = await provider.update(
      id,
      properties,
      zone({ geofeatures: [box, { ...circle, radius: 50 }] }),
    );
    expect(emulator.zones.get(id)).to.deep.include({ laterField: { minutes: 5 } });
    const ids = (fences: Properties) =>
      typeof fences["fenceIds"] === "object" ? JSON.stringify(fences["fenceIds"]) : "";
    const [door] = /"door":"[^"]+"/.exec(ids(properties)) ?? [""];
    expect(ids(outs)).to.include(door).and.include('"yard"');
  });

  it("tells what someone else changed before it writes over it", async () => {
    const { id, properties } = await provider.create(zone());
    emulator.zones.update(id, (held) => ({ ...held, minimumRetriggerTime: 777 }));
    await provider.update(id, properties, zone({ minimumRetriggerTime: 900 }));
    expect(provider.printed()).to.include(
      'Zone "cafe": minimumRetriggerTime was changed outside this program: expected 600, found 777, written 900.',
    );
  });

  it("sends no PUT where the API already holds what is declared", async () => {
    const { id, properties } = await provider.create(zone());
    emulator.zones.update(id, (held) => ({ ...held, minimumRetriggerTime: 900 }));
    await provider.update(id, properties, zone({ minimumRetriggerTime: 900 }));
    expect(emulator.count({ method: "PUT" })).to.equal(0);
  });

  it("deletes, and finds it well when it is already gone", async () => {
    const { id, properties } = await provider.create(zone());
    await provider.delete(id, properties);
    await provider.delete(id, properties);
    expect(emulator.zones.get(id)).to.equal(undefined);
  });

  it("pushes to phones only where told, on POST, PUT and DELETE, and keeps it out of the comparison", async () => {
    const pushed = zone({ shouldSync: true });
    const { id, properties } = await provider.create(pushed);
    expect((await provider.diff(id, properties, zone())).changes).to.equal("none");
    await provider.update(id, properties, zone({ shouldSync: true, minimumRetriggerTime: 61 }));
    await provider.delete(id, properties);
    const said = emulator.requests.flatMap(({ method, body, query }) =>
      method === "GET"
        ? []
        : [
            `${method} ${JSON.stringify(body ?? "").includes('"shouldSync":true') || query["shouldSync"] === "true"}`,
          ],
    );
    expect(said).to.deep.equal(["POST true", "PUT true", "DELETE true"]);
  });

  it("records what was made although its answer told too little, and finishes it with the next update", async () => {
    const { id } = await provider.create(zone({ name: "other" }));
    expect(id).not.to.equal("");
    emulator.fault({
      kind: "status",
      method: "POST",
      path: /^\/zones$/,
      status: 201,
      body: { json: { _id: id } },
    });
    emulator.fault({ kind: "status", method: "GET", path: `^/zones/${id}$`, status: 400 });
    const failure = await provider.create(zone()).catch((error: unknown) => error);
    expect(failure).to.be.instanceOf(CallFailed);
    if (!(failure instanceof CallFailed)) return;
    expect(failure.partialState).to.deep.include({ id });
    expect(failure.partialState?.properties).to.deep.include({ ...zone(), zoneId: id });
    const outs = await provider.update(id, failure.partialState?.properties ?? {}, zone());
    expect(outs["fenceIds"]).to.have.all.keys("door");
  });

  it("finds what it made where the answer was cut, and makes it once", async () => {
    emulator.fault({ kind: "truncate", how: "cut", method: "POST", path: /^\/zones$/ });
    const { id, properties } = await provider.create(zone());
    expect(properties["fenceIds"]).to.have.all.keys("door");
    expect(emulator.zones.list().map((held) => held._id)).to.deep.equal([id]);
  });

  it("does not delete a project that still holds zones, and says how many", async () => {
    const project = { __provider: projectHandler, name: "coffee", nextRuleUpdateInterval: 300, projectId };
    await provider.create(zone());
    const failure = await provider
      .delete(projectId, { ...project, forceDestroy: false })
      .catch((error: unknown) => error);
    expect(failure)
      .to.be.instanceOf(CallFailed)
      .with.property("message")
      .that.matches(/still holds 1 zone .*forceDestroy: true/);
    await provider.delete(projectId, { ...project, forceDestroy: true });
    expect(emulator.projects.get(projectId)).to.equal(undefined);
  });

  it("complains about a missing account at the first use, and not before", async () => {
    const lost = await startProvider({});
    try {
      expect((await lost.check(zone())).failures).to.deep.equal([]);
      const failure = await lost.create(zone()).catch((error: unknown) => error);
      expect(failure)
        .to.be.instanceOf(CallFailed)
        .with.property("message")
        .that.matches(/bluedot:email.*BLUEDOT_EMAIL.*bluedot:password.*apac.*eu.*us/s);
    } finally {
      await lost.stop();
    }
  });

  it("signs in once for all resources of the process", async () => {
    await Promise.all(Array.from({ length: 50 }, (_, at) => provider.create(zone({ name: `zone-${at}` }))));
    expect(emulator.count({ method: "POST", path: /^\/sessions$/ })).to.equal(0);
    expect(emulator.count({ method: "POST", path: /^\/zones$/ })).to.equal(50);
  });
});
