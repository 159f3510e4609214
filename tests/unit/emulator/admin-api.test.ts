import { expect } from "chai";

import { EmulatorError, type Seed } from "../../../emulator";
import { collectionNames } from "../../../emulator/entities/kinds";
import { at, beacon, circle, ready, stoppedClock, user, zoneOf } from "./client";

async function withZone() {
  const clock = stoppedClock();
  const context = await ready({}, clock);
  const zone = context.emulator.zones.create({
    name: "Shop",
    projectId: context.projectId,
    geofeatures: [circle],
  });
  return { ...context, clock, zone };
}

describe("the store without the API", () => {
  it("gives out copies", async () => {
    const { emulator, zone } = await withZone();
    zone.geofeatures.length = 0;
    emulator.zones.get(zone._id)?.geofeatures.pop();
    emulator.zones.list()[0]?.geofeatures.pop();
    expect(emulator.zones.get(zone._id)?.geofeatures).to.have.length(1);
  });

  it("changes a zone by what a function makes of it", async () => {
    const { emulator, zone, call, clock } = await withZone();
    clock.advance(1000);
    emulator.zones.update(zone._id, (found) => ({ ...found, name: "Cafe" }));
    const { body } = await call("GET", `/zones/${zone._id}`);
    expect(at(body, "name")).to.equal("Cafe");
    expect(at(body, "updatedAt")).to.equal("2026-01-01T00:00:01.000Z");
  });

  it("changes a zone in place", async () => {
    const { emulator, zone, call } = await withZone();
    emulator.zones.update(zone._id, (found) => {
      for (const fence of found.geofeatures) fence.radius = 99;
    });
    expect(at((await call("GET", `/zones/${zone._id}`)).body, "geofeatures", 0, "radius")).to.equal(99);
  });

  it("does not ask whether the API would allow it", async () => {
    const { emulator, zone } = await withZone();
    emulator.zones.update(zone._id, (found) => ({ ...found, minimumRetriggerTime: 1, geofeatures: [] }));
    expect(emulator.zones.get(zone._id)).to.deep.include({ minimumRetriggerTime: 1, geofeatures: [] });
  });

  it("keeps an id whatever the function does", async () => {
    const { emulator, zone } = await withZone();
    expect(emulator.zones.update(zone._id, (found) => ({ ...found, _id: "x" }))._id).to.equal(zone._id);
  });

  it("takes ids that are given", async () => {
    const { emulator, projectId } = await withZone();
    const geofeatures = [{ ...circle, _id: "fence-1" }];
    const zone = emulator.zones.create({ _id: "zone-1", name: "Z", projectId, geofeatures });
    expect([zone._id, zone.geofeatures[0]?._id]).to.deep.equal(["zone-1", "fence-1"]);
  });

  it("deletes a project with its zones", async () => {
    const { emulator, projectId } = await withZone();
    expect(emulator.projects.delete(projectId)).to.equal(true);
    expect([emulator.zones.size(), emulator.projects.delete(projectId)]).to.deep.equal([0, false]);
  });

  it("says that there is nothing to change", async () => {
    const { emulator } = await withZone();
    expect(() => emulator.zones.update("x", () => undefined)).to.throw(
      EmulatorError,
      "The emulator has no zone x.",
    );
    expect(() => emulator.zones.create({ name: "Z", projectId: "x", geofeatures: [] })).to.throw(
      "The emulator has no project x.",
    );
    expect(emulator.zones.delete("x")).to.equal(false);
    expect(emulator.zones.get("x")).to.equal(undefined);
  });

  it("has everything that the API has, and the API what is put there", async () => {
    const { emulator, call } = await withZone();
    const seed = {
      users: [user],
      zones: [{ name: "Z", projectId: "p", geofeatures: [circle] }],
      beacons: [beacon],
      destinations: [{ destinationId: "store/1", name: "Store", projectId: "p" }],
      projects: [{ _id: "p", name: "P" }],
    } satisfies Required<Seed>;
    const made = emulator.seed(seed);
    for (const name of collectionNames) {
      expect(emulator[name].list().at(-1), name).to.deep.equal(made[name][0]);
    }
    expect((await call("GET", "/destinations/store%2F1")).body).to.deep.equal(made.destinations[0]);
    expect((await call("GET", `/users/${made.users[0]?._id}`)).body).to.deep.equal(made.users[0]);
  });

  it("knows a destination by its own id, which an update keeps", async () => {
    const { emulator } = await withZone();
    emulator.destinations.create({ destinationId: "store-1", name: "Store" });
    const changed = emulator.destinations.update("store-1", (found) => ({
      ...found,
      destinationId: "other",
      name: "Changed",
    }));
    expect(changed).to.deep.include({ destinationId: "store-1", name: "Changed" });
    expect(emulator.destinations.get("store-1")).to.deep.equal(changed);
    expect(emulator.destinations.delete("store-1")).to.equal(true);
    expect(emulator.destinations.size()).to.equal(0);
  });

  it("lists zones and destinations by their project, everything else as a whole", async () => {
    const { emulator, projectId } = await withZone();
    emulator.destinations.create({ destinationId: "a", name: "A", projectId });
    emulator.destinations.create({ destinationId: "b", name: "B" });
    emulator.beacons.create(beacon);
    const sizes = (id?: string) =>
      (["zones", "destinations", "beacons"] as const).map((name) => emulator[name].size(id));
    expect([sizes(), sizes(projectId), sizes("x")]).to.deep.equal([
      [1, 2, 1],
      [1, 1, 1],
      [0, 0, 1],
    ]);
  });

  it("says that an id is taken, and that a project is not there", async () => {
    const { emulator, zone } = await withZone();
    expect(() => emulator.zones.create(zone)).to.throw(
      EmulatorError,
      `The emulator already has a zone ${zone._id}.`,
    );
    expect(() => emulator.destinations.create({ destinationId: "a", name: "A", projectId: "x" })).to.throw(
      "The emulator has no project x.",
    );
  });

  it("forgets everything at a reset, sessions and faults included", async () => {
    const { emulator, call, projectId } = await withZone();
    await call("POST", "/zones", zoneOf(projectId));
    emulator.fault({ kind: "close", times: "forever" });
    emulator.reset();
    expect([emulator.projects.size(), emulator.zones.size(), emulator.faults().length]).to.deep.equal([
      0, 0, 0,
    ]);
    expect((await call("GET", "/projects")).status).to.equal(401);
  });
});
