import { expect } from "chai";

import type { Fault } from "../../../../emulator";
import { at, ready, send, stoppedClock, zoneOf } from "../client";

describe("an answer of a fault", () => {
  for (const [title, fault, type, body] of [
    [
      "in the vendor's words",
      { kind: "status", status: 500 },
      "application/json",
      { errorType: "ServerError", errorMessages: { errorDescription: "Internal server error" } },
    ],
    [
      "in the vendor's words for a status the gateway has too",
      { kind: "status", status: 503, body: "vendor" },
      "application/json",
      { errorType: "ServerError", errorMessages: { errorDescription: "Service Unavailable" } },
    ],
    [
      "in the gateway's words",
      { kind: "status", status: 504 },
      "application/json",
      { message: "Endpoint request timed out" },
    ],
    ["without a body", { kind: "status", status: 500, body: "empty" }, null, ""],
    ["of a status without a body", { kind: "status", status: 204 }, null, ""],
    ["in words of one's own", { kind: "status", status: 200, body: { json: [1] } }, "application/json", [1]],
  ] satisfies [string, Fault, string | null, unknown][]) {
    it(`comes ${title}`, async () => {
      const { projects } = await armed(fault);
      const reply = await projects();
      expect(reply.status).to.equal("status" in fault ? fault.status : 200);
      expect(reply.headers.get("content-type")).to.equal(type);
      expect(reply.body).to.deep.equal(body);
    });
  }

  it("comes as a page of HTML", async () => {
    const { projects } = await armed({ kind: "html" });
    const { status, headers, body } = await projects();
    expect([status, headers.get("content-type")]).to.deep.equal([200, "text/html; charset=utf-8"]);
    expect(body).to.match(/^<!DOCTYPE html>/);
  });

  it("has the headers it was given", async () => {
    const { projects } = await armed({
      kind: "status",
      status: 503,
      headers: { "X-Trace": "1" },
      retryAfter: 7,
    });
    const { headers } = await projects();
    expect([headers.get("x-trace"), headers.get("retry-after")]).to.deep.equal(["1", "7"]);
  });

  for (const [form, expected] of [
    ["seconds", "1"],
    ["date", "Thu, 01 Jan 2026 00:00:01 GMT"],
    ["none", null],
  ] as const) {
    it(`says when to come back, the limit's form being ${form}`, async () => {
      const { projects } = await armed({ kind: "rateLimit", requestsPerSecond: 2, retryAfter: form });
      const replies = [await projects(), await projects(), await projects()];
      expect(replies.map(({ status }) => status)).to.deep.equal([200, 200, 429]);
      expect(replies[2]?.headers.get("retry-after")).to.equal(expected);
      expect(at(replies[2]?.body, "errorType")).to.equal("ResourceExceededError");
    });
  }

  it("lets requests pass again when their time has come", async () => {
    const { projects, clock } = await armed({ kind: "rateLimit", requestsPerSecond: 1 });
    const statuses = [(await projects()).status, (await projects()).status];
    clock.advance(1000);
    expect([...statuses, (await projects()).status]).to.deep.equal([200, 429, 200]);
  });

  it("refuses the token of the request that made all tokens expire, until the next sign-in", async () => {
    const { projects } = await armed({ kind: "expireTokens", skip: 1 });
    const replies = [await projects(), await projects(), await projects()];
    expect(replies.map(({ status }) => status)).to.deep.equal([200, 401, 401]);
  });

  it("makes tokens expire after the work when told", async () => {
    const { projects } = await armed({ kind: "expireTokens", when: "after" });
    expect([(await projects()).status, (await projects()).status]).to.deep.equal([200, 401]);
  });

  it("refuses a good token for as many requests as it was told", async () => {
    const { projects } = await armed({ kind: "unauthorized", times: 2 });
    const replies = [await projects(), await projects(), await projects()];
    expect(replies.map(({ status }) => status)).to.deep.equal([401, 401, 200]);
  });

  it("comes before the work when it is late, which is done in its time", async () => {
    const wakers: (() => void)[] = [];
    const sleep = () => new Promise<void>((resolve) => wakers.push(resolve));
    const { emulator, call, projectId } = await ready({}, { now: () => 0, sleep });
    emulator.fault({ kind: "late", ms: 30_000 });
    expect((await call("POST", "/zones", zoneOf(projectId))).status).to.equal(504);
    expect(emulator.zones.size()).to.equal(0);
    wakers.forEach((wake) => {
      wake();
    });
    // Closing waits for what is under way, and cuts short only what has not begun.
    await new Promise(setImmediate);
    await emulator.close();
    expect(emulator.zones.size()).to.equal(1);
  });

  it("is no answer without a socket: the request fails", async () => {
    const { projects } = await armed({ kind: "close" });
    const failed = await projects().then(() => undefined, String);
    expect(failed).to.contain("The connection was closed");
  });

  it("is refused when it is no fault", async () => {
    const { emulator } = await ready();
    expect(() => emulator.fault({ kind: "delay", ms: -1 })).to.throw("ms must be at least 0");
  });

  it("can be there from the start", async () => {
    const { emulator } = await ready({ faults: [{ kind: "status", status: 500, skip: 1 }] });
    const reply = await send((path, init) => emulator.app.request(path, init), "GET", "/projects");
    expect(reply.status).to.equal(500);
  });
});

async function armed(fault: Fault) {
  const clock = stoppedClock();
  const { emulator, call } = await ready({}, clock);
  emulator.fault(fault);
  return { clock, projects: () => call("GET", "/projects") };
}
