import { expect } from "chai";

import { at, circle, ready, zoneOf } from "../client";

const unknownId = "00000000-0000-4000-8000-000000000000";
const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

async function withZone(changes: Record<string, unknown> = {}, options: Parameters<typeof ready>[0] = {}) {
  const context = await ready(options);
  const { body } = await context.call("POST", "/zones", zoneOf(context.projectId, changes));
  const path = `/zones/${String(at(body, "_id"))}`;
  return { ...context, zone: body, path };
}

describe("/zones", () => {
  it("makes a zone with ids of its own and of its geofeatures", async () => {
    const { zone } = await withZone();
    expect(at(zone, "_id")).to.match(idPattern);
    expect(at(zone, "geofeatures", 0, "_id")).to.match(idPattern);
  });

  it("holds that a zone does not trigger on exit when it was not said", async () => {
    const { zone } = await withZone();
    expect(at(zone, "triggerOnExit")).to.equal(false);
  });

  it("keeps fields it does not know", async () => {
    const { zone } = await withZone({ laterField: { minutes: 5 } });
    expect(at(zone, "laterField")).to.deep.equal({ minutes: 5 });
  });

  it("paints a fence that has no color", async () => {
    const { zone } = await withZone();
    expect(at(zone, "geofeatures", 0, "color")).to.equal("#429BD5");
  });

  it("gives back what was sent and nothing else when told to add nothing", async () => {
    const { zone, projectId } = await withZone({}, { additions: [] });
    expect(zone).to.deep.equal({
      ...zoneOf(projectId),
      _id: at(zone, "_id"),
      triggerOnExit: false,
      geofeatures: [{ ...circle, _id: at(zone, "geofeatures", 0, "_id") }],
    });
  });

  it("adds empty lists when told to", async () => {
    const { zone } = await withZone({ tags: ["a"] }, { additions: ["emptyLists"] });
    expect(zone).to.deep.include({ tags: ["a"], conditions: [], actions: [], customData: {} });
  });

  it("takes shouldSync as an instruction that is not kept", async () => {
    const { zone, emulator, call, path } = await withZone({ shouldSync: true });
    expect(zone).not.to.have.property("shouldSync");
    expect((await call("GET", path)).body).not.to.have.property("shouldSync");
    expect(at(emulator.requests.at(1), "body", "shouldSync")).to.equal(true);
  });

  it("replaces a zone as a whole", async () => {
    const { call, path, projectId } = await withZone({ tags: ["a"], triggerOnExit: true });
    const { status, body } = await call("PUT", path, zoneOf(projectId, { name: "Cafe" }));
    expect(status).to.equal(200);
    expect(body).to.include({ name: "Cafe", triggerOnExit: false }).and.not.to.have.property("tags");
  });

  it("keeps the id of a geofeature that was sent back, in another place too", async () => {
    const { call, path, zone, projectId } = await withZone();
    const kept = { ...circle, _id: at(zone, "geofeatures", 0, "_id") };
    const { body } = await call("PUT", path, zoneOf(projectId, { geofeatures: [circle, kept] }));
    expect(at(body, "geofeatures", 1, "_id")).to.equal(kept._id);
  });

  it("gives a new id to a geofeature that was sent without one", async () => {
    const { call, path, zone, projectId } = await withZone();
    const { body } = await call("PUT", path, zoneOf(projectId));
    expect(at(body, "geofeatures", 0, "_id")).to.match(idPattern);
    expect(at(body, "geofeatures", 0, "_id")).not.to.equal(at(zone, "geofeatures", 0, "_id"));
  });

  for (const [title, ids] of [
    ["an id of nobody", [unknownId]],
    ["an id twice", ["known", "known"]],
  ] as const) {
    it(`refuses geofeatures with ${title}`, async () => {
      const { call, path, zone, projectId } = await withZone();
      const known = at(zone, "geofeatures", 0, "_id");
      const geofeatures = ids.map((id) => ({ ...circle, _id: id === "known" ? known : id }));
      const { status, body } = await call("PUT", path, zoneOf(projectId, { geofeatures }));
      expect(status).to.equal(400);
      expect(at(body, "errorMessages")).to.have.property(`geofeatures[${ids.length - 1}]._id`);
    });
  }

  it("remembers when a zone was made", async () => {
    const { call, path, zone, projectId } = await withZone();
    const { body } = await call("PUT", path, zoneOf(projectId, { createdAt: "never" }));
    expect(at(body, "createdAt")).to.equal(at(zone, "createdAt"));
  });

  it("moves a zone to another project", async () => {
    const { call, path, emulator, projectId } = await withZone();
    const other = emulator.projects.create({ name: "Other" })._id;
    await call("PUT", path, zoneOf(other));
    expect([emulator.zones.size(projectId), emulator.zones.size(other)]).to.deep.equal([0, 1]);
  });

  for (const query of ["", "?shouldSync=true", "?shouldSync=false"]) {
    it(`deletes a zone${query === "" ? "" : ` with ${query}`} and answers without a body`, async () => {
      const { call, path } = await withZone();
      const { status, body } = await call("DELETE", path + query);
      expect({ status, body }).to.deep.equal({ status: 200, body: "" });
      expect((await call("GET", path)).status).to.equal(404);
    });
  }

  it("refuses to delete with a shouldSync that is neither true nor false", async () => {
    const { call, path } = await withZone();
    expect((await call("DELETE", `${path}?shouldSync=1`)).status).to.equal(400);
  });

  it("leads to a destination that is there", async () => {
    const { call, projectId, emulator } = await ready();
    emulator.destinations.create({ destinationId: "store-1", name: "Store" });
    const send = (destinationId: string) => call("POST", "/zones", zoneOf(projectId, { destinationId }));
    expect([(await send("store-1")).status, (await send("store-2")).status]).to.deep.equal([201, 400]);
  });
});

describe("/tags", () => {
  it("lists every tag of a project's zones once", async () => {
    const { call, projectId } = await withZone({ tags: ["a", "b"] });
    await call("POST", "/zones", zoneOf(projectId, { tags: ["b", "c"] }));
    expect((await call("GET", `/tags?projectId=${projectId}`)).body).to.deep.equal(["a", "b", "c"]);
  });

  it("needs a project", async () => {
    const { call } = await ready();
    expect((await call("GET", "/tags")).status).to.equal(400);
    expect((await call("GET", `/tags?projectId=${unknownId}`)).status).to.equal(404);
  });
});
