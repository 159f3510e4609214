import { request, type IncomingMessage } from "node:http";

import { expect } from "chai";

import { startEmulator, type Fault, type RunningEmulator } from "../../../../emulator";
import { at, circle, signedIn, zoneOf, type Call } from "../client";

describe("a fault on the wire", () => {
  let emulator: RunningEmulator;
  let call: Call;
  let accessToken: string;
  let projectId: string;

  before(async () => {
    emulator = await startEmulator();
    ({ call, accessToken } = await signedIn((path, init) => fetch(emulator.url + path, init), emulator));
  });

  after(() => emulator.close());

  beforeEach(() => {
    emulator.clearFaults();
    projectId = emulator.projects.create({ name: "Shops" })._id;
  });

  const create = () => call("POST", "/zones", zoneOf(projectId));
  const made = () => emulator.zones.size(projectId);
  /** A client that gives up as soon as its request has arrived. */
  const impatient = async () => {
    const giveUp = new AbortController();
    const arrived = emulator.requests.length + 1;
    const asked = fetch(`${emulator.url}/zones`, {
      method: "POST",
      signal: giveUp.signal,
      headers: { authorization: `Bearer ${accessToken}`, "content-type": "application/json" },
      body: JSON.stringify(zoneOf(projectId)),
    });
    await until(() => emulator.requests.length === arrived);
    giveUp.abort();
    return asked.then(
      () => "answered",
      () => "given up",
    );
  };
  const failure = (promise: Promise<unknown>) => promise.then(() => "answered", codeOf);

  for (const [title, fault, status, zones] of [
    ["a status before the work", { kind: "status", status: 503 }, 503, 0],
    ["a status after the work", { kind: "status", status: 504, when: "after" }, 504, 1],
    ["a page of HTML before the work", { kind: "html" }, 200, 0],
    ["a page of HTML after the work", { kind: "html", status: 502, when: "after" }, 502, 1],
    ["a refused token", { kind: "unauthorized" }, 401, 0],
    ["a body cut in the middle after the work", { kind: "truncate", how: "cut" }, 201, 1],
    ["a body cut in the middle without the work", { kind: "truncate", how: "cut", when: "before" }, 200, 0],
  ] satisfies [string, Fault, number, number][]) {
    it(`answers ${title} once, then goes on`, async () => {
      emulator.fault(fault);
      const reply = await create();
      expect([reply.status, made()]).to.deep.equal([status, zones]);
      expect((await create()).status).to.equal(201);
    });
  }

  for (const [title, fault, zones, code] of [
    ["before the work", { kind: "close" }, 0, "UND_ERR_SOCKET"],
    ["after the work", { kind: "close", when: "after" }, 1, "UND_ERR_SOCKET"],
    ["by a reset before the work", { kind: "close", reset: true }, 0, "ECONNRESET"],
    ["by a reset after the work", { kind: "close", reset: true, when: "after" }, 1, "ECONNRESET"],
    ["in the middle of the body", { kind: "truncate", how: "short" }, 1, "UND_ERR_SOCKET"],
  ] satisfies [string, Fault, number, string][]) {
    it(`closes the connection ${title}`, async () => {
      emulator.fault(fault);
      expect(await failure(create())).to.equal(code);
      expect(made()).to.equal(zones);
    });
  }

  it("sends the head and a part of a body that is cut short", async () => {
    emulator.fault({ kind: "truncate", how: "short", path: /^\/tags$/ });
    emulator.zones.create({ name: "Z", projectId, geofeatures: [circle], tags: ["one", "two"] });
    const asked = request(`${emulator.url}/tags?projectId=${projectId}`, {
      headers: { authorization: `Bearer ${accessToken}` },
    }).end();
    const answer = await new Promise<IncomingMessage>((resolve) => asked.on("response", resolve));
    const chunks: Buffer[] = [];
    answer.on("data", (chunk: Buffer) => chunks.push(chunk));
    answer.on("error", () => undefined);
    await new Promise((resolve) => answer.on("close", resolve));
    expect([answer.complete, answer.headers["content-length"]]).to.deep.equal([false, "13"]);
    expect(Buffer.concat(chunks).toString()).to.equal('["one",');
  });

  for (const [when, zones] of [
    ["before", 0],
    ["after", 1],
  ] as const) {
    it(`is silent ${when} the work until the client gives up, and recovers`, async () => {
      emulator.fault({ kind: "silence", when });
      expect(await impatient()).to.equal("given up");
      await until(() => made() === zones);
      expect((await create()).status).to.equal(201);
      expect(made()).to.equal(zones + 1);
    });
  }

  it("sends an answer a byte at a time, its head first", async () => {
    emulator.fault({ kind: "trickle", bytesPerSecond: 500, path: /^\/tags$/ });
    emulator.zones.create({ name: "Z", projectId, geofeatures: [circle], tags: ["one", "two"] });
    const answer = await fetch(`${emulator.url}/tags?projectId=${projectId}`, {
      headers: { authorization: `Bearer ${accessToken}` },
    });
    const from = performance.now();
    expect(await answer.json()).to.deep.equal(["one", "two"]);
    expect(performance.now() - from).to.be.at.least(20);
  });

  it("lets no emulator wait for a slow answer when it closes", async () => {
    const other = await startEmulator({ faults: [{ kind: "trickle" }] });
    const asked = fetch(`${other.url}/projects`).then((answer) => answer.text());
    await until(() => other.requests[0]?.status !== undefined);
    await other.close();
    expect(await failure(asked)).not.to.equal("answered");
  });

  it("delays an answer", async () => {
    emulator.fault({ kind: "delay", ms: 60 });
    const from = performance.now();
    expect((await create()).status).to.equal(201);
    expect(performance.now() - from).to.be.at.least(55);
  });

  it("does the work of a client that did not wait for it", async () => {
    emulator.fault({ kind: "delay", ms: 200 });
    expect(await impatient()).to.equal("given up");
    await until(() => made() === 1);
    expect((await create()).status).to.equal(201);
  });

  it("records a status only where a client can have seen one", async () => {
    emulator.requests.clear();
    emulator.fault({ kind: "close", when: "after" });
    await failure(create());
    emulator.fault({ kind: "truncate", how: "short" });
    await failure(create());
    expect(emulator.requests.map(({ status, faults }) => [status, ...faults])).to.deep.equal([
      [undefined, "close"],
      [201, "truncate"],
    ]);
  });

  it("lets no emulator wait for a silent request when it closes", async () => {
    const other = await startEmulator({ faults: [{ kind: "silence" }] });
    const asked = failure(fetch(`${other.url}/projects`));
    await until(() => other.requests.length === 1);
    await other.close();
    expect(await asked).to.be.oneOf(["UND_ERR_SOCKET", "ECONNRESET"]);
  });
});

/** Waits for an event. If it never comes, mocha's own time limit ends the wait. */
async function until(happened: () => boolean): Promise<void> {
  while (!happened()) await new Promise((resolve) => setTimeout(resolve, 5));
}

function codeOf(error: unknown): unknown {
  return at(error, "cause", "code") ?? at(error, "code") ?? String(error);
}
