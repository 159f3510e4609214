import { expect } from "chai";

import { expectRefusal } from "../entities/refusal";
import { at, ready, zoneOf } from "../client";

const unknownId = "00000000-0000-4000-8000-000000000000";
const store = { destinationId: "store-1", name: "Store" };

describe("/destinations", () => {
  for (const id of [
    "a b",
    "a/b",
    "100%",
    "%2F",
    "café",
    "?x=1",
    "#1",
    "a+b",
    "..a",
    "店",
    '"<b>"',
    "\\",
    "00-7",
  ]) {
    it(`finds one whose id is ${id} by its encoded form`, async () => {
      const { call } = await ready();
      const { body } = await call("POST", "/destinations", { ...store, destinationId: id });
      const path = `/destinations/${encodeURIComponent(id)}`;
      expect(await call("GET", path)).to.deep.include({ status: 200, body });
      expect((await call("PUT", path, { ...store, destinationId: id })).status).to.equal(200);
      expect((await call("DELETE", path)).status).to.equal(200);
    });
  }

  it("refuses a second one of the same id with 409, in the API's shape", async () => {
    const { call, emulator } = await ready();
    await call("POST", "/destinations", store);
    expectRefusal(await call("POST", "/destinations", { ...store, name: "Other" }), "destinationId", 409);
    expect(emulator.destinations.list().map(({ name }) => name)).to.deep.equal(["Store"]);
  });

  it("takes an id again once its destination is deleted", async () => {
    const { call } = await ready();
    await call("POST", "/destinations", store);
    await call("DELETE", "/destinations/store-1");
    expect((await call("POST", "/destinations", store)).status).to.equal(201);
  });

  it("tells ids apart that differ in their case", async () => {
    const { call } = await ready();
    await call("POST", "/destinations", store);
    expect((await call("POST", "/destinations", { ...store, destinationId: "Store-1" })).status).to.equal(
      201,
    );
  });

  it("answers without an _id when not told otherwise", async () => {
    const { call } = await ready();
    expect((await call("POST", "/destinations", store)).body).not.to.have.property("_id");
  });

  it("answers with an _id that stays when told to", async () => {
    const { call } = await ready({ additions: ["destinationObjectId"] });
    const { body } = await call("POST", "/destinations", store);
    expect(at(body, "_id")).to.match(/^[0-9a-f-]{36}$/);
    const again = await call("PUT", "/destinations/store-1", store);
    expect(at(again.body, "_id")).to.equal(at(body, "_id"));
    expectRefusal(await call("PUT", "/destinations/store-1", { ...store, _id: unknownId }), "_id");
  });

  it("lists those of a project", async () => {
    const { call, projectId } = await ready();
    await call("POST", "/destinations", store);
    await call("POST", "/destinations", { ...store, destinationId: "store-2", projectId });
    const { body } = await call("GET", `/destinations?projectId=${projectId}`);
    expect(body).to.have.length(1);
    expect(at(body, 0, "destinationId")).to.equal("store-2");
    expect((await call("GET", "/destinations?projectId=x")).status).to.equal(400);
    expect((await call("GET", `/destinations?projectId=${unknownId}`)).status).to.equal(404);
  });

  it("moves one to another project, and out of it", async () => {
    const { call, projectId, emulator } = await ready();
    const other = emulator.projects.create({ name: "Other" })._id;
    await call("POST", "/destinations", { ...store, projectId });
    await call("PUT", "/destinations/store-1", { ...store, projectId: other });
    const sizes = () => [projectId, other, undefined].map((id) => emulator.destinations.size(id));
    expect(sizes()).to.deep.equal([0, 1, 1]);
    await call("PUT", "/destinations/store-1", store);
    expect(sizes()).to.deep.equal([0, 0, 1]);
  });

  it("outlives its project, and may be replaced then", async () => {
    const { call, projectId } = await ready();
    await call("POST", "/destinations", { ...store, projectId });
    await call("DELETE", `/projects/${projectId}`);
    const { status } = await call("PUT", "/destinations/store-1", { ...store, projectId, name: "Kept" });
    expect(status).to.equal(200);
  });
});

describe("a zone and its destination", () => {
  it("stay when the other is deleted", async () => {
    const { call, projectId, emulator } = await ready();
    await call("POST", "/destinations", store);
    const { body } = await call("POST", "/zones", zoneOf(projectId, { destinationId: "store-1" }));
    const path = `/zones/${String(at(body, "_id"))}`;
    await call("DELETE", "/destinations/store-1");
    expect(at((await call("GET", path)).body, "destinationId")).to.equal("store-1");
    await call("POST", "/destinations", store);
    await call("DELETE", path);
    expect(emulator.destinations.size()).to.equal(1);
  });

  it("may go on as before when the destination is gone", async () => {
    const { call, projectId } = await ready();
    await call("POST", "/destinations", store);
    const zone = zoneOf(projectId, { destinationId: "store-1" });
    const path = `/zones/${String(at((await call("POST", "/zones", zone)).body, "_id"))}`;
    await call("DELETE", "/destinations/store-1");
    expect((await call("PUT", path, { ...zone, name: "Changed" })).status).to.equal(200);
    expectRefusal(await call("PUT", path, { ...zone, destinationId: "store-2" }), "destinationId");
    expectRefusal(await call("POST", "/zones", zone), "destinationId");
  });
});
