import { expect } from "chai";

import { at, makeProject, openEndpoint, type Endpoint } from "./endpoint";

const unknownId = "00000000-0000-4000-8000-000000000000";

describe("the contract of projects", function () {
  this.timeout(120_000);
  let endpoint: Endpoint;
  let project: Awaited<ReturnType<typeof makeProject>>;
  let path: string;

  before(async () => {
    endpoint = await openEndpoint();
    project = await makeProject(endpoint);
    path = `/projects/${project.id}`;
  });

  after(async () => {
    await project.remove();
    await endpoint.close();
  });

  it("gives a project a lower-case UUID", () => {
    expect(project.id).to.match(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it("replaces a project and gives it back", async () => {
    const sent = {
      name: `Contract test, renamed ${process.pid}`,
      nextRuleUpdateInterval: 600,
      webhooks: [
        { type: "geoTrigger", url: "https://example.com/hooks/trigger", headers: { "X-Contract": "yes" } },
      ],
    };
    const { status } = await endpoint.call("PUT", path, sent);
    expect(status).to.equal(200);
    const { body } = await endpoint.call("GET", path);
    expect(body).to.include({ _id: project.id, name: sent.name, nextRuleUpdateInterval: 600 });
    expect(at(body, "webhooks", 0)).to.deep.include(sent.webhooks[0] ?? {});
  });

  it("lists the project in an array", async () => {
    const found: unknown[] = [];
    let token: string | null = null;
    do {
      const headers: Record<string, string> =
        token === null ? {} : { paginationToken: token, "x-bluedot-paginationToken": token };
      const { status, body, headers: answered } = await endpoint.call("GET", "/projects", undefined, headers);
      expect(status).to.equal(200);
      expect(body).to.be.an("array");
      if (Array.isArray(body)) found.push(...body.map((listed) => at(listed, "_id")));
      token = answered.get("x-bluedot-paginationToken");
    } while (token !== null);
    expect(found).to.include(project.id);
  });

  for (const [title, body] of [
    ["without a name", { nextRuleUpdateInterval: 600 }],
    ["with an interval of 299 seconds", { name: "Contract test", nextRuleUpdateInterval: 299 }],
    ["with an interval of two days and a second", { name: "Contract test", nextRuleUpdateInterval: 172_801 }],
  ] as const) {
    it(`refuses a project ${title}`, async () => {
      const reply = await endpoint.call("POST", "/projects", body);
      expect(reply.status).to.equal(400);
      expect(at(reply.body, "errorType")).to.equal("ValidationError");
    });
  }

  it("answers 404 for a project that is not there", async () => {
    const { status, body } = await endpoint.call("GET", `/projects/${unknownId}`);
    expect(status).to.equal(404);
    expect(at(body, "errorType")).to.equal("NotFoundError");
  });

  it("deletes a project without a body, and then it is not there", async () => {
    const other = await makeProject(endpoint);
    const { status, body } = await endpoint.call("DELETE", `/projects/${other.id}`);
    expect([status, body]).to.deep.equal([200, ""]);
    expect((await endpoint.call("GET", `/projects/${other.id}`)).status).to.equal(404);
  });
});
