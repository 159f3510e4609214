import { appendFile, readdir, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { expect } from "chai";

import { createEmulator, EmulatorError, type Emulator } from "../../../../emulator";
import { at, beacon, circle, ready, signedIn, user, zoneOf } from "../client";
import { inFolder } from "./folder";

const header = '{"format":"bluedot-emulator","version":1}\n';

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

  it("brings back entities of every kind, and what was deleted of them no more", () =>
    inFolder(async (data) => {
      const { emulator, projectId } = await ready({ data });
      const geofeatures = [circle];
      emulator.seed({
        destinations: ["a/1", "b"].map((destinationId) => ({ destinationId, name: "Store", projectId })),
        beacons: [1, 2].map((minor) => ({ ...beacon, minor })),
        zones: ["a/1", "b"].map((destinationId) => ({ name: "Z", projectId, geofeatures, destinationId })),
        users: ["ann", "bob"].map((name) => ({ ...user, email: `${name}@example.com` })),
      });
      const heldBy = ({ projects, zones, destinations, beacons, users }: Emulator) =>
        [projects, zones, destinations, beacons, users].map(({ list }) => list());
      emulator.destinations.delete("b");
      emulator.beacons.delete(emulator.beacons.list()[0]?._id ?? "");
      const held = heldBy(emulator);
      await emulator.close();

      for (const start of ["with its history", "compacted"]) {
        const again = await createEmulator({ data });
        expect(heldBy(again), start).to.deep.equal(held);
        expect(again.destinations.size(projectId), start).to.equal(1);
        await again.close();
      }
    }));

  it("of an emulator that knew projects and zones alone is read", () =>
    inFolder(async (data) => {
      const lines = [
        '[{"op":"put","collection":"projects","seq":1,"entity":{"_id":"p","name":"P"}}]',
        '[{"op":"put","collection":"zones","seq":2,"entity":{"_id":"z","name":"Z","projectId":"p","geofeatures":[],"destinationId":"gone"}}]',
        '[{"op":"put","collection":"zones","seq":3,"entity":{"_id":"y","name":"Y","projectId":"p","geofeatures":[]}}]',
        '[{"op":"delete","collection":"zones","id":"y"}]',
      ];
      await writeFile(data, header + lines.map((line) => `${line}\n`).join(""));
      const emulator = await createEmulator({ data });
      expect(emulator.projects.list()).to.deep.equal([{ _id: "p", name: "P" }]);
      expect(emulator.zones.list("p").map(({ destinationId }) => destinationId)).to.deep.equal(["gone"]);
      await emulator.close();
    }));

  it("brings back a zone and the beacon that came with it, or neither", () =>
    inFolder(async (data) => {
      const { emulator, call, projectId } = await ready({ data });
      await call("POST", "/zones", zoneOf(projectId, { geofeatures: [{ ...beacon, type: "beacon" }] }));
      await emulator.close();
      const lines = (await readFile(data, "utf8")).trimEnd().split("\n");
      expect(lines.filter((line) => line.includes('"beacons"'))).to.deep.equal(
        lines.filter((line) => line.includes('"zones"')),
      );
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

  it("holds no history after a restart, and nothing lies beside it", () =>
    inFolder(async (data, folder) => {
      const { emulator, projectId } = await ready({ data });
      const zone = emulator.zones.create({ name: "Z", projectId, geofeatures: [circle] });
      for (let radius = 5; radius < 50; radius += 1)
        emulator.zones.update(zone._id, (found) => ({ ...found, radius }));
      await emulator.close();
      await (await createEmulator({ data })).close();
      expect((await readFile(data, "utf8")).trimEnd().split("\n")).to.have.length(3);
      expect(await readdir(folder)).to.deep.equal(["bluedot.json"]);
    }));

  it("is readable by its owner alone", () =>
    inFolder(async (data) => {
      await (await createEmulator({ data })).close();
      expect((await stat(data)).mode & 0o777).to.equal(0o600);
    }));

  it("is made in a folder that is there", () =>
    inFolder(async (data) => {
      await (await createEmulator({ data })).close();
      expect(await readFile(data, "utf8")).to.equal(header);
    }));

  for (const [title, torn] of [
    ["in a word", '[{"op":"put","collec'],
    ["at its beginning", "["],
    ["before its last sign", '[{"op":"clear"}'],
    ["in a character", Buffer.from('[{"op":"é').subarray(0, -1)],
  ] as const) {
    it(`is read but for a last line torn ${title}`, () =>
      inFolder(async (data) => {
        const { emulator } = await ready({ data });
        await emulator.close();
        await appendFile(data, torn);
        const again = await createEmulator({ data });
        again.projects.create({ name: "Second" });
        await again.close();
        const third = await createEmulator({ data });
        expect(third.projects.size()).to.equal(2);
        await third.close();
      }));
  }

  it("takes a last line that lacks nothing but its end", () =>
    inFolder(async (data) => {
      await writeFile(
        data,
        `${header}[{"op":"put","collection":"projects","seq":1,"entity":{"_id":"a","name":"A"}}]`,
      );
      const emulator = await createEmulator({ data });
      expect(emulator.projects.size()).to.equal(1);
      await emulator.close();
    }));

  it("may be empty", () =>
    inFolder(async (data) => {
      await writeFile(data, "");
      await (await createEmulator({ data })).close();
    }));

  for (const [title, content, complaint] of [
    ["is another kind of file", "name,radius\nShop,40\n", "is not a data file of this emulator"],
    ["is another kind of file of one line", "hello", "is not a data file of this emulator"],
    [
      "is of a later version",
      '{"format":"bluedot-emulator","version":2}\n',
      "is not a data file of this emulator",
    ],
    ["has a damaged line", `${header}[{"op"\n[]\n`, "line 2 is not a record"],
    ["has a line of another kind", `${header}[]\n[{"op":"explode"}]\n`, "line 3 is not a record"],
  ] as const) {
    it(`that ${title} is refused and left as it is`, () =>
      inFolder(async (data, folder) => {
        await writeFile(data, content);
        expect(await complaintOf(createEmulator({ data })))
          .to.contain(complaint)
          .and.contain(data);
        expect(await readFile(data, "utf8")).to.equal(content);
        expect(await readdir(folder)).to.deep.equal(["bluedot.json"]);
      }));
  }

  it("that is a folder is refused", () =>
    inFolder(async (_data, folder) => {
      expect(await complaintOf(createEmulator({ data: folder }))).to.contain("cannot be used");
    }));

  it("belongs to one emulator at a time, by whatever name", () =>
    inFolder(async (data, folder) => {
      const emulator = await createEmulator({ data });
      const link = join(folder, "link.json");
      await symlink(data, link);
      for (const path of [data, link])
        expect(await complaintOf(createEmulator({ data: path }))).to.contain(
          `is in use by another emulator (process ${process.pid})`,
        );
      await emulator.close();
      await (await createEmulator({ data })).close();
    }));
});

async function complaintOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => "no complaint",
    (error: unknown) =>
      error instanceof EmulatorError ? error.message : `not an EmulatorError: ${String(error)}`,
  );
}
