import { readdir } from "node:fs/promises";
import { request } from "node:http";
import { join } from "node:path";

import { expect } from "chai";

import { createEmulator, startEmulator, type RunningEmulator } from "../../../emulator";
import { at, beacon, ready, signedIn, user } from "../../unit/emulator/client";
import { inFolder } from "../../unit/emulator/store/folder";

describe("the emulator's edges", () => {
  let emulator: RunningEmulator;
  let authorization: string;

  before(async () => {
    emulator = await startEmulator();
    const { accessToken } = await signedIn((path, init) => fetch(emulator.url + path, init), emulator);
    authorization = `Bearer ${accessToken}`;
  });

  after(() => emulator.close());

  /** By hand: fetch knows neither TRACE nor a path that begins with two slashes. */
  const statusOf = (method: string, path: string, body?: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      const headers = { authorization, "content-type": "application/json" };
      const asked = request({ port: emulator.port, method, path, headers }, (answer) => {
        answer.resume().on("end", () => {
          resolve(answer.statusCode);
        });
      });
      asked.on("error", reject).end(body);
    });

  for (const path of ["/projects", "/", "/zones", "/nowhere", "//"])
    it(`E: TRACE ${path} is a route that the gateway does not have`, async () => {
      expect(await statusOf("TRACE", path)).to.equal(403);
    });

  for (const path of ["//", "///", "//zones", "//@", "//:0", "//[", "/projects//"])
    it(`E: the path ${path} is a route that the gateway does not have`, async () => {
      expect(await statusOf("GET", path)).to.equal(403);
    });

  it("E: a path with two slashes is recorded as it was sent", async () => {
    await statusOf("GET", "//zones?a=1");
    expect(emulator.requests.at(-1)).to.deep.include({ path: "//zones", query: { a: "1" } });
  });

  it("E: JSON that nests too deep to be written again is refused, and leaves the list readable", async () => {
    const deep = `${"[".repeat(20_000)}${"]".repeat(20_000)}`;
    const body = `{"name":"Deep","nextRuleUpdateInterval":600,"extra":${deep}}`;
    expect(await statusOf("POST", "/projects", body)).to.equal(400);
    expect(await statusOf("GET", "/projects")).to.equal(200);
    expect(await statusOf("GET", "/__emulator/requests")).to.equal(200);
  });

  for (const collection of ["projects", "beacons"])
    for (const accountId of ["", "mine", "11111111-75B4-431B-ADB2-EB6B9E546014"])
      it(`E: GET /${collection}?accountId=${accountId} is refused`, async () => {
        const { call } = await ready();
        const { status, body } = await call("GET", `/${collection}?accountId=${accountId}`);
        expect([status, at(body, "errorMessages", "accountId")]).to.deep.equal([
          400,
          "must be a lower-case UUID (version 4)",
        ]);
      });

  it("E: a list by an account's id is that of every account", async () => {
    const { call, projectId } = await ready();
    const { status, body } = await call("GET", "/projects?accountId=11111111-75b4-431b-adb2-eb6b9e546014");
    expect([status, at(body, 0, "_id")]).to.deep.equal([200, projectId]);
  });

  it("E: a data file in a folder that is not there is refused, and the folder is not made", () =>
    inFolder(async (_data, folder) => {
      const data = join(folder, "some", "where", "bluedot.json");
      const complaint = await createEmulator({ data }).then(() => "", String);
      expect(complaint).to.contain(
        `The folder ${join(folder, "some", "where")} is not there: create it, or give another path.`,
      );
      expect(await readdir(folder)).to.deep.equal([]);
    }));

  for (const [corner, status] of [
    ["northeast=1,1", 400],
    ["southwest=0,0", 400],
    ["northeast=1,1&southwest=0,0", 200],
  ] as const)
    it(`E: a list of zones with ${corner} answers ${status}`, async () => {
      const { call, projectId } = await ready();
      expect((await call("GET", `/zones?projectId=${projectId}&${corner}`)).status).to.equal(status);
    });
});

describe("a UUID as the API judges it", () => {
  for (const [why, uuid] of [
    ["in capitals", "DE305D54-75B4-431B-ADB2-EB6B9E546014"],
    ["of version 1", "de305d54-75b4-131b-adb2-eb6b9e546014"],
    ["of another variant", "de305d54-75b4-431b-7db2-eb6b9e546014"],
    ["empty", ""],
  ] as const)
    it(`C2: ${why} is refused in every field that holds one`, async () => {
      const { call } = await ready();
      const refusals = [
        ["proximityUUID", await call("POST", "/beacons", { ...beacon, proximityUUID: uuid })],
        ["accountId", await call("POST", "/beacons", { ...beacon, accountId: uuid })],
        ["accountId", await call("POST", "/users", { ...user, accountId: uuid })],
        [
          "projectId",
          await call("POST", "/destinations", { destinationId: "1", name: "S", projectId: uuid }),
        ],
      ] as const;
      for (const [field, { status, body }] of refusals)
        expect([status, at(body, "errorMessages", field)]).to.deep.equal([
          400,
          "must be a lower-case UUID (version 4)",
        ]);
    });
});
