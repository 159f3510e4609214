import { once } from "node:events";
import { createServer } from "node:net";

import { expect } from "chai";

import { createEmulator, EmulatorError, startEmulator, type StartOptions } from "../../../emulator";
import { send, signedIn, zoneOf } from "./client";

describe("an emulator", () => {
  it("listens on a free port of 127.0.0.1 when not told otherwise", async () => {
    const emulator = await startEmulator();
    expect(emulator.url).to.equal(`http://127.0.0.1:${emulator.port}`);
    expect((await fetch(`${emulator.url}/projects`)).status).to.equal(401);
    await emulator.close();
  });

  it("answers below its base path and nowhere else", async () => {
    const emulator = await startEmulator({ basePath: "/prod1" });
    expect(emulator.url).to.match(/\/prod1$/);
    const { call } = await signedIn((path, init) => fetch(emulator.url + path, init), emulator);
    expect((await call("GET", "/projects")).status).to.equal(200);
    expect(emulator.requests.at(-1)?.path).to.equal("/projects");
    expect((await fetch(`${emulator.url}/__emulator/faults`)).status).to.equal(200);
    expect((await fetch(`http://127.0.0.1:${emulator.port}/projects`)).status).to.equal(403);
    await emulator.close();
  });

  it("answers a thousand requests at once", async () => {
    const emulator = await startEmulator();
    const { call } = await signedIn((path, init) => fetch(emulator.url + path, init), emulator);
    const projectId = emulator.projects.create({ name: "Shops" })._id;
    const replies = await Promise.all(
      Array.from({ length: 1000 }, () => call("POST", "/zones", zoneOf(projectId))),
    );
    expect(new Set(replies.map(({ status }) => status))).to.deep.equal(new Set([201]));
    expect(emulator.zones.size(projectId)).to.equal(1000);
    await emulator.close();
  });

  it("closes twice as once, with connections open", async () => {
    const emulator = await startEmulator();
    await fetch(`${emulator.url}/projects`);
    await Promise.all([emulator.close(), emulator.close()]);
    await emulator.close();
    expect(await fetch(emulator.url).then(String, () => "refused")).to.equal("refused");
  });

  it("leaves the process's own Request and Response alone", async () => {
    const own = [Request, Response];
    const emulator = await startEmulator();
    await fetch(emulator.url);
    await emulator.close();
    expect([Request, Response]).to.deep.equal(own);
  });

  it("says that its port is in use", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const address = other.address();
    const port = typeof address === "object" ? (address?.port ?? 0) : 0;
    expect(await complaintOf({ port })).to.equal(
      `The emulator cannot listen on 127.0.0.1, port ${port}: the port is in use; choose another one, or 0 for any that is free.`,
    );
    other.close();
  });

  it("takes its first account for its own", async () => {
    const accounts = [
      { email: "a@example.com", password: "a" },
      { email: "b@example.com", password: "b" },
    ];
    const emulator = await createEmulator({ accounts });
    expect(emulator).to.include(accounts[0]);
    const fetch = (path: string, init: RequestInit) => emulator.app.request(path, init);
    expect((await send(fetch, "POST", "/sessions", accounts[1])).status).to.equal(201);
  });

  for (const [title, options, complaint] of [
    ["an address that is not loopback", { host: "0.0.0.0" }, "host must be a loopback address"],
    ["a port that is none", { port: 70_000 }, "port must be at most 65535"],
    ["nobody to sign in", { accounts: [] }, "accounts must have at least 1 elements"],
    ["pages of nothing", { pageSize: 0 }, "pageSize must be at least 1"],
    ["a base path that ends with a slash", { basePath: "/prod1/" }, "basePath must begin with a slash"],
    ["a fault that is none", { faults: [{ kind: "delay", ms: -1 }] }, "faults[0].ms must be at least 0"],
  ] satisfies [string, StartOptions, string][]) {
    it(`does not start with ${title}`, async () => {
      expect(await complaintOf(options)).to.contain(complaint);
    });
  }
});

async function complaintOf(options: StartOptions): Promise<string> {
  return startEmulator(options).then(
    async (emulator) => {
      await emulator.close();
      return "no complaint";
    },
    (error: unknown) => (error instanceof EmulatorError ? error.message : String(error)),
  );
}
