import { expect } from "chai";

import { collectionNames, type CollectionName } from "../../../../emulator/entities/kinds";
import { at, beacon, circle, ready, send, user, zoneOf } from "../client";

async function controlled() {
  const context = await ready();
  const fetch = (path: string, init: RequestInit) => context.emulator.app.request(path, init);
  const control = (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
    send(fetch, method, `/__emulator${path}`, body, headers);
  return { ...context, control };
}

describe("the control routes", () => {
  it("take one fault, list it and clear it", async () => {
    const { control, call } = await controlled();
    const fault = { kind: "status", status: 503, path: "^/projects$" };
    expect((await control("POST", "/faults", fault)).status).to.equal(201);
    expect((await call("GET", "/projects")).status).to.equal(503);
    expect((await control("GET", "/faults")).body).to.deep.equal([{ ...fault, matched: 1, acted: 1 }]);
    expect((await control("DELETE", "/faults")).status).to.equal(204);
    expect((await control("GET", "/faults")).body).to.deep.equal([]);
  });

  it("take a list of faults", async () => {
    const { control } = await controlled();
    const { body } = await control("POST", "/faults", [{ kind: "close" }, { kind: "delay", ms: 5 }]);
    expect(body).to.have.length(2);
  });

  it("show a path given as an expression as its text", async () => {
    const { control, emulator } = await controlled();
    emulator.fault({ kind: "close", path: /^\/zones/ });
    expect(at((await control("GET", "/faults")).body, 0, "path")).to.equal("^\\/zones");
  });

  for (const [title, fault] of [
    ["of an unknown kind", { kind: "explosion" }],
    ["with a misspelt property", { kind: "close", tims: 3 }],
    ["without what it needs", { kind: "delay" }],
    ["with a path that is no expression", { kind: "close", path: "(" }],
  ] as const) {
    it(`refuse a fault ${title}`, async () => {
      const { control } = await controlled();
      expect((await control("POST", "/faults", fault)).status).to.equal(400);
    });
  }

  it("show and forget the requests", async () => {
    const { control, call } = await controlled();
    await call("GET", "/projects");
    expect((await control("GET", "/requests")).body).to.have.length(2);
    await control("DELETE", "/requests");
    expect((await control("GET", "/requests")).body).to.deep.equal([]);
  });

  it("change an entity behind its client's back", async () => {
    const { control, call, emulator, projectId } = await controlled();
    const { _id: id } = emulator.zones.create({
      name: "Shop",
      projectId,
      geofeatures: [circle],
      tags: ["a"],
    });
    const patch = { name: "Cafe", tags: null, laterField: { minutes: 1 } };
    await control("POST", "/change", { op: "patch", collection: "zones", id, patch });
    const { body } = await call("GET", `/zones/${id}`);
    expect(body)
      .to.deep.include({ name: "Cafe", laterField: { minutes: 1 } })
      .and.not.to.have.property("tags");
  });

  it("delete an entity behind its client's back", async () => {
    const { control, call, projectId } = await controlled();
    await control("POST", "/change", [{ op: "delete", collection: "projects", id: projectId }]);
    expect((await call("GET", `/projects/${projectId}`)).status).to.equal(404);
  });

  for (const change of [
    { op: "patch", collection: "zones", id: "x", patch: {} },
    { op: "delete", collection: "projects", id: "x" },
  ]) {
    it(`say that there is nothing to ${change.op}`, async () => {
      const { control } = await controlled();
      const { status, body } = await control("POST", "/change", change);
      expect(status).to.equal(404);
      expect(at(body, "message")).to.contain("The emulator has no");
    });
  }

  it("refuse a change that leaves no zone", async () => {
    const { control, emulator, projectId } = await controlled();
    const { _id: id } = emulator.zones.create({ name: "Shop", projectId, geofeatures: [] });
    const patch = { geofeatures: "none" };
    const { status } = await control("POST", "/change", { op: "patch", collection: "zones", id, patch });
    expect(status).to.equal(400);
  });

  it("seed and show what is held", async () => {
    const { control, projectId } = await controlled();
    const seed = { projects: [{ name: "Seeded" }], zones: [zoneOf(projectId)] };
    const { status, body } = await control("POST", "/seed", seed);
    expect(status).to.equal(201);
    const zone = at(body, "zones", 0);
    expect((await control("GET", `/zones/${String(at(zone, "_id"))}`)).body).to.deep.equal(zone);
    expect((await control("GET", "/projects")).body).to.have.length(2);
    expect((await control("GET", `/zones?projectId=${projectId}`)).body).to.have.length(1);
    expect((await control("GET", "/zones/x")).status).to.equal(404);
  });

  it("seed, show, change and delete entities of every kind", async () => {
    const { control, projectId } = await controlled();
    const seed = {
      zones: [zoneOf(projectId)],
      destinations: [{ destinationId: "store/1", name: "Store", projectId }],
      beacons: [beacon],
      users: [user],
    } satisfies Record<Exclude<CollectionName, "projects">, unknown>;
    const { status, body } = await control("POST", "/seed", seed);
    expect(status).to.equal(201);
    for (const collection of collectionNames.filter((name) => name !== "projects")) {
      const made = at(body, collection, 0);
      const id = String(at(made, collection === "destinations" ? "destinationId" : "_id"));
      const path = `/${collection}/${encodeURIComponent(id)}`;
      expect((await control("GET", path)).body, collection).to.deep.equal(made);
      expect((await control("GET", `/${collection}?projectId=${projectId}`)).body).to.deep.equal([made]);
      await control("POST", "/change", { op: "patch", collection, id, patch: { extra: 1 } });
      expect(at((await control("GET", path)).body, "extra"), collection).to.equal(1);
      await control("POST", "/change", { op: "delete", collection, id });
      expect((await control("GET", path)).status, collection).to.equal(404);
    }
  });

  it("make tokens expire", async () => {
    const { control, call } = await controlled();
    await control("POST", "/expire-tokens");
    expect((await call("GET", "/projects")).status).to.equal(401);
  });

  it("forget everything", async () => {
    const { control, emulator } = await controlled();
    await control("POST", "/reset");
    expect([emulator.projects.size(), emulator.requests.length]).to.deep.equal([0, 0]);
  });

  it("refuse a page in a browser", async () => {
    const { control } = await controlled();
    expect((await control("POST", "/reset", undefined, { origin: "https://example.com" })).status).to.equal(
      403,
    );
  });

  it("are not recorded and meet no faults", async () => {
    const { control, emulator } = await controlled();
    emulator.requests.clear();
    emulator.fault({ kind: "status", status: 500, times: "forever" });
    expect((await control("GET", "/faults")).status).to.equal(200);
    expect(emulator.requests).to.have.length(0);
  });

  it("answer 404 for a route that is none", async () => {
    const { control } = await controlled();
    expect((await control("GET", "/nothing")).status).to.equal(404);
  });
});
