import { expect } from "chai";

import type { Fault } from "../../../../emulator";
import { at, ready, stoppedClock, zoneOf, type Reply } from "../client";

const nextPage = "x-bluedot-paginationToken";

describe("a fault that changes an answer about objects", () => {
  it("answers a read, a replacement and a create with another object of the collection", async () => {
    const { emulator, call, projectId } = await ready();
    const other = idOf(await call("POST", "/zones", zoneOf(projectId, { name: "Other" })));
    const own = idOf(await call("POST", "/zones", zoneOf(projectId, { name: "Own" })));
    emulator.fault({ kind: "otherBody", path: "^/zones", times: 3 });
    const replies = [
      await call("GET", `/zones/${own}`),
      await call("PUT", `/zones/${own}`, zoneOf(projectId, { name: "Changed" })),
      await call("POST", "/zones", zoneOf(projectId, { name: "New" })),
    ];
    expect(replies.map(({ status }) => status)).to.deep.equal([200, 200, 201]);
    expect(replies.map(idOf)).to.deep.equal([other, other, other]);
    expect(emulator.zones.list().map(({ name }) => name)).to.deep.equal(["Other", "Changed", "New"]);
    expect(idOf(await call("GET", `/zones/${own}`))).to.equal(own);
  });

  it("answers with the object that it names", async () => {
    const { emulator, call, projectId } = await ready();
    emulator.projects.create({ name: "First" });
    const named = emulator.projects.create({ name: "Named" })._id;
    emulator.fault({ kind: "otherBody", id: named });
    expect(idOf(await call("GET", `/projects/${projectId}`))).to.equal(named);
  });

  it("leaves an answer alone where there is no other object", async () => {
    const { emulator, call, projectId } = await ready();
    emulator.fault({ kind: "otherBody" });
    expect(idOf(await call("GET", `/projects/${projectId}`))).to.equal(projectId);
  });

  it("hides what was created from reads and lists for a while, and nothing else", async () => {
    const { emulator, call, projectId, clock } = await lagging();
    const old = emulator.destinations.create({ destinationId: "old", name: "Old", projectId });
    const made = idOf(await call("POST", "/zones", zoneOf(projectId)));
    await call("POST", "/destinations", { destinationId: "a/b c", name: "New", projectId });
    const statuses = async () => [
      (await call("GET", `/zones/${made}`)).status,
      (await call("GET", "/destinations/a%2Fb%20c")).status,
      (await call("GET", `/destinations/${old.destinationId}`)).status,
    ];
    const sizes = async () => [
      at((await call("GET", `/zones?projectId=${projectId}`)).body, "length"),
      at((await call("GET", "/destinations")).body, "length"),
    ];
    expect([await statuses(), await sizes()]).to.deep.equal([
      [404, 404, 200],
      [0, 1],
    ]);
    expect(at((await call("GET", `/zones/${made}`)).body, "errorType")).to.equal("NotFoundError");
    clock.advance(40_000);
    expect([await statuses(), await sizes()]).to.deep.equal([
      [200, 200, 200],
      [1, 2],
    ]);
  });

  it("still hides what was created where the answer to the create was lost", async () => {
    const { emulator, call, projectId } = await lagging();
    emulator.fault({ kind: "status", status: 502, method: "POST", when: "after" });
    expect((await call("POST", "/zones", zoneOf(projectId))).status).to.equal(502);
    expect(at((await call("GET", `/zones?projectId=${projectId}`)).body, "length")).to.equal(0);
    expect(emulator.zones.size()).to.equal(1);
  });

  for (const [then, sizes] of [
    ["again", [2, 1, 2, 1, 2]],
    ["empty", [2, 1, 0, 0, 0]],
  ] as const)
    it(`gives every page a new token, the pages after the last being ${then}`, async () => {
      const { emulator, call } = await ready({ pageSize: 2 });
      emulator.seed({ projects: [{ name: "B" }, { name: "C" }] });
      emulator.fault({ kind: "endlessPages", then });
      const seen: [number, string | null][] = [];
      for (let token = ""; seen.length < sizes.length; token = seen.at(-1)?.[1] ?? "") {
        const { body, headers } = await call("GET", "/projects", undefined, { paginationToken: token });
        seen.push([Number(at(body, "length")), headers.get(nextPage)]);
      }
      expect(seen.map(([size]) => size)).to.deep.equal(sizes);
      const tokens = new Set(seen.map(([, token]) => token));
      expect(tokens).to.have.length(sizes.length).and.not.to.include(null);
    });

  it("leaves the sign-in and faults that come after it alone", async () => {
    const { emulator, call } = await ready();
    const armed = (["otherBody", "normalize"] as const).map((kind) => emulator.fault({ kind }));
    await call("POST", "/sessions", { email: emulator.email, password: emulator.password });
    expect(armed.map(({ matched }) => matched)).to.deep.equal([0, 0]);
    emulator.fault({ kind: "status", status: 503 });
    expect((await call("GET", "/projects")).status).to.equal(503);
  });
});

describe("a server that tidies what it stores", () => {
  it("trims names, writes them in NFC and rounds coordinates, and nothing of the user's own pairs", async () => {
    const { emulator, call, projectId } = await ready();
    emulator.fault({ kind: "normalize" });
    const customData = { name: " as it is ", latitude: "1.23456789" };
    const fence = {
      type: "circle",
      name: " Door\n",
      center: { latitude: -37.8180364, longitude: 144.97754936 },
      radius: 40.1234567,
    };
    const sent = zoneOf(projectId, { name: " Cafe\u0301 ", customData, geofeatures: [fence] });
    const { body } = await call("POST", "/zones", sent);
    expect(body).to.deep.include({ name: "Caf\u00e9", customData });
    expect(at(body, "geofeatures", 0)).to.deep.include({
      name: "Door",
      center: { latitude: -37.818036, longitude: 144.977549 },
      radius: 40.1234567,
    });
    expect(at(emulator.requests.at(-1)?.body, "name")).to.equal(" Cafe\u0301 ");
  });
});

describe("an answer that says 200 and means an error", () => {
  for (const [fault, errorType, size] of [
    [{ kind: "errorInSuccess" }, "ServerError", 0],
    [{ kind: "errorInSuccess", errorType: "NotFoundError", when: "after" }, "NotFoundError", 1],
  ] satisfies [Fault, string, number][])
    it(`has the errorType ${errorType}`, async () => {
      const { emulator, call, projectId } = await ready();
      emulator.fault(fault);
      const { status, body } = await call("POST", "/zones", zoneOf(projectId));
      expect([status, at(body, "errorType"), emulator.zones.size()]).to.deep.equal([200, errorType, size]);
    });
});

async function lagging() {
  const clock = stoppedClock();
  const { emulator, call, projectId } = await ready({ faults: [{ kind: "readLag", ms: 40_000 }] }, clock);
  return { emulator, call, projectId, clock };
}

function idOf({ body }: Reply): string {
  return String(at(body, "_id"));
}
