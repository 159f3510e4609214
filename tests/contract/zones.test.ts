import { expect } from "chai";

import { at, makeProject, openEndpoint, textAt, type Endpoint } from "./endpoint";

const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const unknownId = "00000000-0000-4000-8000-000000000000";
const center = { latitude: -37.818036, longitude: 144.9775493 };
const circle = { type: "circle", name: "Door", radius: 40, center, color: "#429BD5" };

const geofeatures = [
  circle,
  {
    type: "boundingBox",
    name: "Car park",
    color: "#FEFEFE",
    northEast: { latitude: -37.817, longitude: 144.979 },
    southWest: { latitude: -37.818, longitude: 144.978 },
  },
  {
    type: "polygon",
    name: "Mall",
    color: "#FEFEFE",
    vertices: [
      { latitude: -37.8128737, longitude: 144.9777056 },
      { latitude: -37.810212, longitude: 144.98307 },
      { latitude: -37.814212, longitude: 144.99307 },
    ],
  },
  {
    type: "geoline",
    name: "Entrance",
    vertices: [
      { latitude: -37.8128737, longitude: 144.9777056 },
      { latitude: -37.810212, longitude: 144.98307 },
    ],
  },
];

describe("the contract of zones", function () {
  this.timeout(120_000);
  let endpoint: Endpoint;
  let project: Awaited<ReturnType<typeof makeProject>>;

  before(async () => {
    endpoint = await openEndpoint();
    project = await makeProject(endpoint);
  });

  after(async () => {
    await project.remove();
    await endpoint.close();
  });

  const zoneWith = (changes: object) => ({
    name: "Contract",
    projectId: project.id,
    minimumRetriggerTime: 3600,
    geofeatures: [circle],
    ...changes,
  });

  async function made(changes: object = {}): Promise<{ path: string; body: unknown }> {
    const { status, body } = await endpoint.call("POST", "/zones", zoneWith(changes));
    expect(status, JSON.stringify(body)).to.equal(201);
    return { path: `/zones/${textAt(body, "_id")}`, body };
  }

  it("gives back what was sent, with ids for the zone and its geofeatures", async () => {
    const sent = {
      geofeatures,
      triggerOnExit: true,
      customData: { store: "42" },
      tags: ["contract"],
      conditions: [
        { type: "timeActive", fromTime: "09:00:00", toTime: "17:00:00" },
        { type: "dayRange", startDate: "2026-01-01" },
        { type: "speed", minimumSpeed: 0, maximumSpeed: 5 },
        { type: "travelDirection", fromAngle: 0, toAngle: 90 },
        { type: "travelPath", minimumGeofeaturesCrossed: 2, timeOutSeconds: 600, sequential: true },
      ],
      actions: [
        { type: "url", url: "https://example.com" },
        { type: "message", title: "Hello", message: "Welcome" },
      ],
    };
    const { path } = await made(sent);
    const { body } = await endpoint.call("GET", path);
    const fences = at(body, "geofeatures");
    expect(at(body, "_id")).to.match(idPattern);
    expect(fences).to.have.length(geofeatures.length);
    for (const [index, fence] of geofeatures.entries()) {
      expect(at(fences, index, "_id")).to.match(idPattern);
      expect(at(fences, index)).to.deep.include(fence);
    }
    expect(body).to.deep.include({
      projectId: project.id,
      triggerOnExit: true,
      customData: sent.customData,
      tags: sent.tags,
    });
    for (const [index, condition] of sent.conditions.entries())
      expect(at(body, "conditions", index)).to.deep.include(condition);
    for (const [index, action] of sent.actions.entries())
      expect(at(body, "actions", index)).to.deep.include(action);
  });

  it("takes shouldSync and does not give it back", async () => {
    const { body } = await made({ shouldSync: false });
    expect(body).not.to.have.property("shouldSync");
  });

  it("does not trigger on exit when it was not said", async () => {
    const { path } = await made();
    expect(at((await endpoint.call("GET", path)).body, "triggerOnExit")).to.equal(false);
  });

  it("keeps the ids of geofeatures that are sent back", async () => {
    const { path, body } = await made({ geofeatures: [circle, { ...circle, name: "Back" }] });
    const ids = [at(body, "geofeatures", 0, "_id"), at(body, "geofeatures", 1, "_id")];
    const sentBack = [
      { ...circle, name: "Back", radius: 50, _id: ids[1] },
      { ...circle, _id: ids[0] },
    ];
    const { status } = await endpoint.call("PUT", path, zoneWith({ geofeatures: sentBack }));
    expect(status).to.equal(200);
    const after = (await endpoint.call("GET", path)).body;
    const pairs = [0, 1].map((index): [string, unknown] => [
      textAt(after, "geofeatures", index, "name"),
      at(after, "geofeatures", index, "_id"),
    ]);
    const byName = new Map(pairs);
    expect([byName.get("Door"), byName.get("Back")]).to.deep.equal(ids);
  });

  it("replaces a zone as a whole", async () => {
    const { path } = await made({ tags: ["contract"] });
    await endpoint.call("PUT", path, zoneWith({ name: "Replaced" }));
    const { body } = await endpoint.call("GET", path);
    expect(at(body, "name")).to.equal("Replaced");
    expect(at(body, "tags") ?? []).to.deep.equal([]);
  });

  it("deletes a zone without a body, and then it is not there", async () => {
    const { path } = await made();
    const { status, body } = await endpoint.call("DELETE", `${path}?shouldSync=false`);
    expect([status, body]).to.deep.equal([200, ""]);
    expect((await endpoint.call("GET", path)).status).to.equal(404);
  });

  it("answers 404 for a zone that is not there", async () => {
    const { status, body } = await endpoint.call("GET", `/zones/${unknownId}`);
    expect([status, at(body, "errorType")]).to.deep.equal([404, "NotFoundError"]);
  });

  for (const [title, changes] of [
    ["without a name", { name: undefined }],
    ["without geofeatures", { geofeatures: [] }],
    ["with a retrigger time of 59 seconds", { minimumRetriggerTime: 59 }],
    ["with a radius of 4 m", { geofeatures: [{ ...circle, radius: 4 }] }],
    ["with a latitude of 91", { geofeatures: [{ ...circle, center: { ...center, latitude: 91 } }] }],
    ["of a project that is not there", { projectId: unknownId }],
  ] as const) {
    it(`refuses a zone ${title}`, async () => {
      const { status } = await endpoint.call("POST", "/zones", zoneWith(changes));
      expect(status).to.be.oneOf([400, 403, 404]);
    });
  }

  it("lists the zones of one project by page, each once, and counts them", async () => {
    const own = await makeProject(endpoint);
    try {
      const ids: string[] = [];
      for (const name of ["one", "two", "three"])
        ids.push(textAt((await made({ name, projectId: own.id, tags: [name, "all"] })).body, "_id"));
      const path = `/zones?projectId=${own.id}`;
      expect(await listed(endpoint, `${path}&limit=2`)).to.have.members(ids);
      expect(await listed(endpoint, `${path}&tags=two`)).to.deep.equal([ids[1]]);
      const { body } = await endpoint.call("GET", `/zones/count?projectId=${own.id}`);
      expect(Number(at(body, "count"))).to.equal(3);
      const tags = await endpoint.call("GET", `/tags?projectId=${own.id}`);
      expect(tags.body).to.have.members(["one", "two", "three", "all"]);
    } finally {
      await own.remove();
    }
  });

  it("refuses a list without a project", async () => {
    expect((await endpoint.call("GET", "/zones")).status).to.equal(400);
  });

  it("deletes the zones of a project with it", async () => {
    const own = await makeProject(endpoint);
    const { path } = await made({ projectId: own.id });
    await own.remove();
    expect((await endpoint.call("GET", path)).status).to.be.oneOf([403, 404]);
  });
});

/** The ids of a list, all pages. */
async function listed({ call }: Endpoint, path: string): Promise<unknown[]> {
  const ids: unknown[] = [];
  let token: string | null = null;
  do {
    const headers: Record<string, string> =
      token === null ? {} : { paginationToken: token, "x-bluedot-paginationToken": token };
    const reply = await call("GET", path, undefined, headers);
    if (!Array.isArray(reply.body)) throw new Error("A list is no list.");
    ids.push(...reply.body.map((zone) => at(zone, "_id")));
    token = reply.headers.get("x-bluedot-paginationToken");
  } while (token !== null);
  return ids;
}
