import { expect } from "chai";

import { createEmulator, EmulatorError, type AccountSize, type Seeded } from "../../../../emulator";
import { collectionNames } from "../../../../emulator/entities/kinds";
import { sampleAccount } from "../../../../emulator/sample/account";
import { at, ready, send } from "../client";

async function seeded(size: AccountSize = {}, options: Parameters<typeof ready>[0] = {}) {
  const context = await ready(options);
  context.emulator.projects.delete(context.projectId);
  return { ...context, made: context.emulator.seedAccount(size) };
}

const sizes = (made: Seeded) =>
  Object.fromEntries(Object.entries(made).map(([name, all]) => [name, all.length]));

describe("a sample account", () => {
  it("is a thousand zones with what belongs to them when not told otherwise", async () => {
    const { made, emulator } = await seeded();
    expect(sizes(made)).to.deep.equal({ projects: 2, destinations: 100, beacons: 20, zones: 1000, users: 5 });
    expect(made.projects.map(({ _id }) => emulator.zones.size(_id))).to.deep.equal([500, 500]);
  });

  it("has as much of everything as it is told", async () => {
    const size = { projects: 3, destinations: 4, beacons: 5, zones: 7, users: 6 };
    expect(sizes((await seeded(size)).made)).to.deep.equal(size);
  });

  it("gives back what is held", async () => {
    const { made, emulator } = await seeded({ zones: 20 });
    for (const name of collectionNames) expect(emulator[name].list(), name).to.deep.equal(made[name]);
  });

  it("is the same for the same seed and another for another", () => {
    expect(sampleAccount({ zones: 50 })).to.deep.equal(sampleAccount({ zones: 50, seed: 1 }));
    expect(sampleAccount({ zones: 50 })).not.to.deep.equal(sampleAccount({ zones: 50, seed: 2 }));
  });

  it("has room for a second one of another seed, but not for itself", async () => {
    const { emulator, made } = await seeded({ zones: 30 });
    emulator.seedAccount({ zones: 30, seed: 2 });
    expect([emulator.zones.size(), emulator.destinations.size(), emulator.beacons.size()]).to.deep.equal([
      60, 6, 2,
    ]);
    expect(() => emulator.seedAccount({ zones: 30 })).to.throw(
      EmulatorError,
      `The emulator already has a project ${made.projects[0]?._id}.`,
    );
  });

  it("comes by a control request too", async () => {
    const emulator = await createEmulator();
    const fetch = (path: string, init: RequestInit) => emulator.app.request(path, init);
    const ask = (body: unknown) => send(fetch, "POST", "/__emulator/seed-account", body);
    expect((await ask({ zones: 4 })).status).to.equal(201);
    expect(emulator.zones.size()).to.equal(4);
    expect((await ask({ zones: 4 })).status).to.equal(409);
    expect((await ask({ zone: 4 })).status).to.equal(400);
  });

  for (const [title, size, complaint] of [
    ["of zones without a project", { projects: 0 }, "projects must be at least 1 where there are zones"],
    ["of less than nothing", { zones: -1 }, "zones must be at least 0"],
    ["of half a beacon", { beacons: 0.5 }, "beacons must be an integer"],
  ] satisfies [string, AccountSize, string][]) {
    it(`does not come ${title}`, () => {
      expect(() => sampleAccount(size)).to.throw(EmulatorError, complaint);
    });
  }
});

describe("everything in a sample account", () => {
  for (const additions of [
    [],
    ["accountId", "timestamps", "color", "emptyLists", "destinationObjectId"],
  ] as const) {
    it(`is as the API would take it, with ${additions.length} additions`, async function () {
      this.timeout(30_000);
      const { call, made, emulator } = await seeded({}, { additions });
      for (const name of collectionNames) {
        for (const entity of made[name]) {
          const key = String(at(entity, name === "destinations" ? "destinationId" : "_id"));
          const reply = await call("PUT", `/${name}/${encodeURIComponent(key)}`, entity);
          expect(reply.status, JSON.stringify([reply.body, entity])).to.equal(200);
          expect(reply.body).to.deep.include({ ...entity, ...changedBy(reply.body, entity) });
        }
      }
      // No zone brought a beacon that was not there.
      expect(emulator.beacons.size()).to.equal(20);
    });
  }
});

/** When it was written last, which every write changes. */
function changedBy(body: unknown, entity: object): object {
  return "updatedAt" in entity ? { updatedAt: at(body, "updatedAt") } : {};
}

describe("the zones of a sample account", () => {
  const { zones, destinations, projects, beacons, users } = sampleAccount({});
  const fences = zones.flatMap(({ geofeatures }) => geofeatures);
  const kindsOf = (all: readonly { type: string }[]) => [...new Set(all.map(({ type }) => type))].sort();
  const some = (name: string, has: (zone: (typeof zones)[number]) => boolean) => [name, has] as const;

  it("have geofeatures, conditions and actions of every kind in every project", () => {
    for (const { _id } of projects) {
      const own = zones.filter(({ projectId }) => projectId === _id);
      expect(kindsOf(own.flatMap(({ geofeatures }) => geofeatures))).to.deep.equal([
        "beacon",
        "boundingBox",
        "circle",
        "geoline",
        "polygon",
      ]);
      expect(kindsOf(own.flatMap(({ conditions = [] }) => conditions))).to.deep.equal([
        "dayRange",
        "speed",
        "timeActive",
        "travelDirection",
        "travelPath",
      ]);
      expect(kindsOf(own.flatMap(({ actions = [] }) => actions))).to.deep.equal(["message", "url"]);
    }
  });

  for (const [what, has] of [
    some("several geofeatures", ({ geofeatures }) => geofeatures.length > 4),
    some("every condition at once", ({ conditions = [] }) => conditions.length === 5),
    some("no conditions", ({ conditions }) => conditions === undefined),
    some("tags", ({ tags = [] }) => tags.length > 1),
    some("twenty pairs of customData", ({ customData = {} }) => Object.keys(customData).length === 20),
    some("a destination", ({ destinationId }) => destinationId !== undefined),
    some("triggerOnExit", ({ triggerOnExit }) => triggerOnExit === true),
    some("a field that nobody knows", (zone) => zone["laterField"] !== undefined),
    some("a geofeature with what nobody knows", ({ geofeatures }) =>
      geofeatures.some((fence) => fence["height"] !== undefined),
    ),
    some("a name that begins with a digit", ({ name }) => /^\d/.test(name)),
    some("a name that is nearly nothing", ({ name }) => name.trim() === ""),
    some("a name in another script", ({ name }) => /^\p{Script=Arabic}/u.test(name)),
    some("quotes and tags in its name", ({ name }) => name === 'Café "Nº 1" <b>'),
    some("a fence across the antimeridian", ({ geofeatures }) =>
      geofeatures.some(
        ({ northEast, southWest }) => (northEast?.longitude ?? 0) < (southWest?.longitude ?? 0),
      ),
    ),
  ]) {
    it(`are such that some, but not all, have ${what}`, () => {
      expect(zones.filter(has).length).to.be.within(1, 999);
    });
  }

  it("have names that come twice, and names that are equal but for case", () => {
    const first = zones.slice(0, 500).map(({ name }) => name);
    const different = new Set(first);
    expect(different.size).to.be.lessThan(first.length);
    expect(new Set([...different].map((name) => name.toLowerCase())).size).to.be.lessThan(different.size);
  });

  it("have geofeatures that have different names within a zone", () => {
    for (const { geofeatures } of zones)
      expect(new Set(geofeatures.map(({ name }) => name)).size).to.equal(geofeatures.length);
  });

  it("cross no more geofeatures than they have", () => {
    for (const { conditions = [], geofeatures } of zones) {
      const path = conditions.find(({ type }) => type === "travelPath");
      expect(Number(path?.["minimumGeofeaturesCrossed"] ?? 0)).to.be.at.most(geofeatures.length);
    }
  });

  it("have ids that no other has", () => {
    const ids = [...zones, ...fences, ...projects, ...beacons, ...users].map(({ _id }) => _id);
    expect(new Set(ids).size).to.equal(ids.length);
  });

  it("use every beacon, and lead to many destinations", () => {
    const used = new Set(fences.filter(({ type }) => type === "beacon").map(({ location }) => location));
    expect(used.size).to.equal(beacons.length);
    expect(new Set(zones.map(({ destinationId }) => destinationId)).size).to.be.greaterThan(20);
    expect(destinations.filter(({ projectId }) => projectId !== undefined).length).to.be.within(1, 99);
  });

  it("lie in projects of which the first has everything", () => {
    expect(projects[0]).to.include.keys("webhooks", "firebaseApiKey", "integrations", "payloadVersion");
    expect(projects[0]?.webhooks).to.have.length(4);
    expect(at(projects[0], "webhooks", 0, "headers")).to.include.keys("X-Api-Key");
    expect(at(projects[0], "integrations", "mparticle")).to.have.all.keys(
      "androidApiKey",
      "androidSecretKey",
      "iosApiKey",
      "iosSecretKey",
    );
  });

  for (const [name, all] of Object.entries({ projects, destinations, beacons, users })) {
    it(`lie beside ${name} of which some have what nobody knows`, () => {
      const unknown = ["payloadVersion", "openingHours", "battery", "preferences"];
      const having = all.filter((one: object) => unknown.some((field) => field in one));
      expect(having.length).to.be.within(1, all.length - 1);
    });
  }
});
