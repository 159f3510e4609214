import { inspect } from "node:util";

import { expect } from "chai";

import type { RequestRecord } from "../../../emulator";
import { ready, send, signedIn, zoneOf } from "./client";

describe("a record of a request", () => {
  it("tells what was asked and what was answered", async () => {
    const { emulator, call, projectId } = await ready();
    emulator.requests.clear();
    await call("GET", `/zones?projectId=${projectId}&limit=5`);
    expect(emulator.requests[0]).to.include({ method: "GET", path: "/zones", status: 200 });
    expect(emulator.requests[0]?.query).to.deep.equal({ projectId, limit: "5" });
  });

  it("keeps the body as it was sent, what the API does not keep included", async () => {
    const { emulator, call, projectId } = await ready();
    const zone = zoneOf(projectId, { shouldSync: true });
    await call("POST", "/zones", zone);
    expect(emulator.requests.at(-1)?.body).to.deep.equal(zone);
  });

  it("keeps a body that is no JSON as text", async () => {
    const { emulator, call } = await ready();
    await call("POST", "/zones", "{name");
    expect(emulator.requests.at(-1)?.body).to.equal("{name");
  });

  it("says which sign-in a token came from", async () => {
    const { emulator, call } = await ready();
    const second = await signedIn((path, init) => emulator.app.request(path, init), emulator);
    for (const [ask, header] of [
      [call, undefined],
      [second.call, undefined],
      [call, "Bearer abc"],
      [call, "Basic abc"],
    ] as const)
      await ask("GET", "/projects", undefined, header === undefined ? {} : { authorization: header });
    expect(emulator.requests.slice(-4).map(({ headers }) => headers["authorization"])).to.deep.equal([
      "Bearer <sign-in 1>",
      "Bearer <sign-in 2>",
      "Bearer <unknown>",
      "<not a bearer token>",
    ]);
  });

  it("says whether a password was right and never what it was", async () => {
    const { emulator } = await ready({ accounts: [{ email: "a@example.com", password: "canary-1" }] });
    const fetch = (path: string, init: RequestInit) => emulator.app.request(path, init);
    await send(fetch, "POST", "/sessions", { email: "a@example.com", password: "canary-2" });
    expect(emulator.requests.map(({ passwordMatched }) => passwordMatched)).to.deep.equal([true, false]);
    expect(inspect(emulator.requests, { depth: null })).not.to.contain("canary");
  });

  it("holds no token", async () => {
    const { emulator } = await ready();
    const fetch = (path: string, init: RequestInit) => emulator.app.request(path, init);
    const { call, accessToken, refreshToken } = await signedIn(fetch, emulator);
    await call("PUT", "/sessions", { refreshToken });
    const text = inspect(emulator.requests, { depth: null, maxStringLength: null });
    expect([text.includes(accessToken), text.includes(refreshToken)]).to.deep.equal([false, false]);
  });

  it("is given to whoever wants a line for it", async () => {
    const lines: string[] = [];
    const onRequest = ({ method, path, status }: RequestRecord) => lines.push(`${method} ${path} ${status}`);
    const { call } = await ready({ onRequest });
    await call("GET", "/projects");
    expect(lines).to.deep.equal(["POST /sessions 201", "GET /projects 200"]);
  });
});

describe("the log of requests", () => {
  it("counts by method, path and status", async () => {
    const { emulator, call, projectId } = await ready();
    for (const body of [zoneOf(projectId), zoneOf(projectId), {}]) await call("POST", "/zones", body);
    await call("GET", `/zones/count?projectId=${projectId}`);
    const { count } = emulator;
    expect([
      count(),
      count({ method: "post", path: /^\/zones$/ }),
      count({ path: "/zones" }),
      count({ path: /zones/g }),
      count({ status: 400 }),
    ]).to.deep.equal([5, 3, 3, 4, 1]);
  });

  it("forgets the oldest first when there are too many", async () => {
    const { emulator, call } = await ready({ recordedRequests: 2 });
    for (const path of ["/a", "/b", "/c"]) await call("GET", path);
    expect(emulator.requests.map(({ path }) => path)).to.deep.equal(["/b", "/c"]);
  });

  it("filters into a plain list", async () => {
    const { emulator } = await ready();
    expect(emulator.requests.filter(() => true).constructor).to.equal(Array);
  });
});
