import { lstat, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { expect } from "chai";

import { createEmulator, EmulatorError, type Emulator } from "../../../../emulator";
import { at, beacon, circle, ready, signedIn, user, zoneOf } from "../client";
import { collectionNames } from "../../../../emulator/entities/kinds";
import { DataFile } from "../../../../emulator/store/data-file";
import { inFolder } from "./folder";

describe("a data file", () => {
  it("brings everything back after a restart, in the order of creation", () =>
    inFolder(async (data) => {
      const { emulator, call, projectId } = await ready({ data });
      for (const name of ["a", "b", "c"]) await call("POST", "/zones", zoneOf(projectId, { name }));
      const [first, second] = emulator.zones.list();
      await call("PUT", `/zones/${first?._id}`, zoneOf(projectId, { name: "A", extra: [1, { b: null }] }));
      await call("DELETE", `/zones/${second?._id}`);
      const held = [emulator.projects.list(), emulator.zones.list()];
      await emulator.close();

      const again = await createEmulator({ data });
      expect([again.projects.list(), again.zones.list()]).to.deep.equal(held);
      await again.close();
    }));

  it("keeps an entity of every collection across a restart, and what was deleted no more", () =>
    inFolder(async (data) => {
      const { emulator, projectId } = await ready({ data });
      const geofeatures = [circle];
      emulator.seed({
        destinations: ["a/1", "b"].map((destinationId) => ({ destinationId, name: "Store", projectId })),
        beacons: [1, 2].map((minor) => ({ ...beacon, minor })),
        zones: ["a/1", "b"].map((destinationId) => ({ name: "Z", projectId, geofeatures, destinationId })),
        users: ["ann", "bob"].map((name) => ({ ...user, email: `${name}@example.com` })),
      });
      const heldBy = (of: Emulator) => collectionNames.map((name) => of[name].list());
      emulator.destinations.delete("b");
      emulator.beacons.delete(emulator.beacons.list()[0]?._id ?? "");
      const held = heldBy(emulator);
      expect(collectionNames.filter((name) => emulator[name].size() === 0)).to.deep.equal([]);
      await emulator.close();

      const again = await createEmulator({ data });
      expect(heldBy(again)).to.deep.equal(held);
      expect(again.destinations.size(projectId)).to.equal(1);
      await again.close();
    }));

  it("brings back a body of as many levels as the API takes", () =>
    inFolder(async (data) => {
      const { emulator, call, projectId } = await ready({ data });
      const deep: unknown = JSON.parse("[".repeat(199) + "]".repeat(199));
      expect((await call("POST", "/zones", zoneOf(projectId, { deep }))).status).to.equal(201);
      await emulator.close();
      const again = await createEmulator({ data });
      expect(again.zones.list()[0]).to.deep.include({ deep });
      await again.close();
    }));

  it("brings a deleted project back no more, nor its zones", () =>
    inFolder(async (data) => {
      const { emulator, call, projectId } = await ready({ data });
      await call("POST", "/zones", zoneOf(projectId));
      await call("DELETE", `/projects/${projectId}`);
      await emulator.close();
      const again = await createEmulator({ data });
      expect([again.projects.size(), again.zones.size()]).to.deep.equal([0, 0]);
      await again.close();
    }));

  it("keeps what was changed without the API, and a reset", () =>
    inFolder(async (data) => {
      const { emulator } = await ready({ data });
      emulator.reset();
      emulator.projects.create({ name: "Later" });
      await emulator.durable();
      expect(await readFile(data, "utf8")).to.contain("Later");
      await emulator.close();
      const again = await createEmulator({ data });
      expect(again.projects.list().map(({ name }) => name)).to.deep.equal(["Later"]);
      await again.close();
    }));

  it("lets a list that was begun before a restart go on after it", () =>
    inFolder(async (data) => {
      const { emulator, call, projectId } = await ready({ data, pageSize: 1 });
      const gone = emulator.projects.create({ name: "Gone" });
      emulator.projects.create({ name: "Second" });
      emulator.projects.delete(gone._id);
      const token = (await call("GET", "/projects")).headers.get("x-bluedot-paginationToken") ?? "";
      await emulator.close();
      const again = await createEmulator({ data, pageSize: 1 });
      const later = await signedIn((path, init) => again.app.request(path, init), again);
      const { body } = await later.call("GET", "/projects", undefined, { paginationToken: token });
      expect(at(body, 0, "name")).to.equal("Second");
      expect(again.projects.get(projectId)).not.to.equal(undefined);
      await again.close();
    }));

  it("is written before the answer", () =>
    inFolder(async (data) => {
      const { emulator, call } = await ready({ data });
      await call("POST", "/projects", { name: "Acknowledged", nextRuleUpdateInterval: 600 });
      expect(await readFile(data, "utf8")).to.contain("Acknowledged");
      await emulator.close();
    }));

  it("is whole at every moment, and has a zone and the beacon that came with it, or neither", () =>
    inFolder(async (data) => {
      const { emulator, call, projectId } = await ready({ data });
      await emulator.durable();
      const over = new AbortController();
      const posts = Array.from({ length: 50 }, (_, minor) => {
        const macAddress = `00-14-22-01-23-${String(minor).padStart(2, "0")}`;
        const geofeatures = [{ ...beacon, minor, macAddress, type: "beacon" }];
        return call("POST", "/zones", zoneOf(projectId, { geofeatures }));
      });
      const answered = Promise.all(posts).finally(() => {
        over.abort();
      });
      while (!over.signal.aborted) {
        const held: unknown = JSON.parse(await readFile(data, "utf8"));
        expect(at(held, "beacons", "length")).to.equal(at(held, "zones", "length"));
      }
      await answered;
      expect([emulator.beacons.size(), emulator.zones.size()]).to.deep.equal([50, 50]);
      await emulator.close();
    }));

  it("is written once or twice for many changes at once", () =>
    inFolder(async (data) => {
      const file = await DataFile.open(data);
      const written: string[] = [];
      const changes = Array.from({ length: 500 }, async (_, change) => {
        file.changed();
        await file.durable(() => String(written.push(String(change))));
      });
      await Promise.all(changes);
      await file.durable(() => "more");
      expect(written).to.have.length(2);
      expect(await readFile(data, "utf8")).to.equal("2");
    }));

  it("is made by the first change, readable by its owner alone, and nothing lies beside it", () =>
    inFolder(async (data, folder) => {
      const emulator = await createEmulator({ data });
      expect(await readdir(folder)).to.deep.equal([]);
      for (let change = 0; change < 5; change += 1) {
        emulator.projects.create({ name: "Shops" });
        await emulator.durable();
      }
      await emulator.close();
      expect(await readdir(folder)).to.deep.equal(["bluedot.json"]);
      expect((await stat(data)).mode & 0o777).to.equal(0o600);
    }));

  it("may be empty, and may be a link, which stays one", () =>
    inFolder(async (data, folder) => {
      const link = join(folder, "link.json");
      await writeFile(data, "");
      await symlink(data, link);
      const emulator = await createEmulator({ data: link });
      emulator.projects.create({ name: "Shops" });
      await emulator.close();
      expect((await lstat(link)).isSymbolicLink()).to.equal(true);
      expect(await readFile(data, "utf8")).to.contain("Shops");
    }));

  const empty = '"projects":[],"destinations":[],"beacons":[],"users":[]';
  for (const [title, content, reason] of [
    ["is another kind of file", "name,radius\nShop,40\n", "no JSON"],
    ["is JSON of another kind", "[]", "must be an object"],
    ["is half a data file", `{"format":"bluedot-emulator","version":2,${empty},"zo`, "no JSON"],
    ["is of an earlier version", '{"format":"bluedot-emulator","version":1}\n[{"op":"clear"}]\n', "no JSON"],
    [
      "is of an earlier version and empty",
      '{"format":"bluedot-emulator","version":1}\n',
      "version must be 2",
    ],
    ["is of a later version", '{"format":"bluedot-emulator","version":3}', "version must be 2"],
    ["lacks a collection", `{"format":"bluedot-emulator","version":2,${empty}}`, "zones is required"],
    [
      "holds something else for a zone",
      `{"format":"bluedot-emulator","version":2,${empty},"zones":[{"seq":1,"entity":{"_id":7}}]}`,
      "zones.0.entity._id must be a string",
    ],
  ] as const) {
    it(`that ${title} is refused and left as it is`, () =>
      inFolder(async (data, folder) => {
        await writeFile(data, content);
        expect(await complaintOf(createEmulator({ data }))).to.equal(
          `${data} is not a whole data file of this emulator (${reason}): ` +
            "move it away, restore it from a copy of this version, or give another path.",
        );
        expect(await readFile(data, "utf8")).to.equal(content);
        expect(await readdir(folder)).to.deep.equal(["bluedot.json"]);
      }));
  }

  it("that is a folder is refused", () =>
    inFolder(async (_data, folder) => {
      expect(await complaintOf(createEmulator({ data: folder }))).to.contain("cannot be used");
    }));

  it("that cannot be written fails every answer, and holds everything once it can", () =>
    inFolder(async (data, folder) => {
      const { emulator, call, projectId } = await ready({ data });
      await rm(folder, { recursive: true });
      for (const [method, path, body] of [
        ["POST", "/zones", zoneOf(projectId, { name: "Unsaved" })],
        ["GET", "/projects", undefined],
      ] as const) {
        const answer = await call(method, path, body);
        expect(answer.status).to.equal(500);
        expect(at(answer.body, "errorMessages", "errorDescription")).to.contain(
          `The data file ${data} cannot be used: The folder ${folder} is not there`,
        );
      }
      await mkdir(folder);
      expect((await call("GET", "/projects")).status).to.equal(200);
      expect(await readFile(data, "utf8")).to.contain("Unsaved");
      await emulator.close();
    }));

  it("that another emulator wrote meanwhile is not overwritten, and the change is refused", () =>
    inFolder(async (data, folder) => {
      const first = await ready({ data });
      const second = await ready({ data });
      await first.call("POST", "/projects", { name: "First", nextRuleUpdateInterval: 600 });
      const kept = await readFile(data, "utf8");
      const { status, body } = await second.call("POST", "/zones", zoneOf(second.projectId));
      const complaint = `The data file ${data} was changed by another program: start this emulator again, alone on that file. Its last changes are lost then.`;
      expect([status, at(body, "errorMessages", "errorDescription")]).to.deep.equal([500, complaint]);
      expect(await complaintOf(second.emulator.close())).to.equal(complaint);
      await first.emulator.close();
      expect(await readFile(data, "utf8")).to.equal(kept);
      expect(await readdir(folder)).to.deep.equal(["bluedot.json"]);
    }));
});

async function complaintOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => "no complaint",
    (error: unknown) =>
      error instanceof EmulatorError ? error.message : `not an EmulatorError: ${String(error)}`,
  );
}
