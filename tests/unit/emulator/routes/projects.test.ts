import { expect } from "chai";

import { at, ready, zoneOf } from "../client";

const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const shops = { name: "Shops", nextRuleUpdateInterval: 600 };

describe("/projects", () => {
  it("makes a project with an id", async () => {
    const { call } = await ready({ additions: [] });
    const { status, body } = await call("POST", "/projects", { ...shops, extra: { a: 1 } });
    expect(status).to.equal(201);
    expect(at(body, "_id")).to.match(idPattern);
    expect(body).to.deep.equal({ ...shops, extra: { a: 1 }, _id: at(body, "_id") });
  });

  it("adds the account and times when not told otherwise", async () => {
    const { call } = await ready();
    const { body } = await call("POST", "/projects", shops);
    expect(body).to.have.all.keys(
      "_id",
      "name",
      "nextRuleUpdateInterval",
      "accountId",
      "createdAt",
      "updatedAt",
    );
  });

  it("deletes a project with its zones and answers without a body", async () => {
    const { call, emulator, projectId } = await ready();
    await call("POST", "/zones", zoneOf(projectId));
    const { status, body } = await call("DELETE", `/projects/${projectId}`);
    expect({ status, body }).to.deep.equal({ status: 200, body: "" });
    expect([emulator.projects.size(), emulator.zones.size()]).to.deep.equal([0, 0]);
  });

  it("lists projects in the order of their creation, whatever was changed since", async () => {
    const { call, projectId } = await ready();
    await call("POST", "/projects", { ...shops, name: "Second" });
    await call("PUT", `/projects/${projectId}`, { ...shops, name: "First" });
    const { body } = await call("GET", "/projects");
    expect([at(body, 0, "name"), at(body, 1, "name")]).to.deep.equal(["First", "Second"]);
  });
});

describe("the gateway", () => {
  for (const [title, method, path] of [
    ["an unknown collection", "GET", "/shops"],
    ["an unknown method", "PUT", "/projects"],
    ["the root", "GET", "/"],
  ] as const) {
    it(`asks for a token at ${title}, though one was sent`, async () => {
      const { call } = await ready();
      const { status, body } = await call(method, path);
      expect({ status, body }).to.deep.equal({
        status: 403,
        body: { message: "Missing Authentication Token" },
      });
    });
  }

  it("refuses a body that is no JSON", async () => {
    const { call } = await ready();
    const { status, body } = await call("POST", "/projects", "{name");
    expect({ status, body }).to.deep.equal({ status: 400, body: { message: "Invalid request body" } });
  });

  it("refuses a body of another type", async () => {
    const { call } = await ready();
    const reply = await call("POST", "/projects", "name=Shops", { "content-type": "text/plain" });
    expect(reply.status).to.equal(415);
  });

  it("refuses a body of more than ten megabytes", async () => {
    const { call } = await ready();
    const reply = await call("POST", "/projects", { ...shops, name: "x".repeat(10 * 1024 * 1024) });
    expect(reply.status).to.equal(413);
  });
});
