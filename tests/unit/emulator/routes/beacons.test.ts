import { expect } from "chai";

import { expectRefusal } from "../entities/refusal";
import { at, beacon, ready, zoneOf } from "../client";

const otherIos = { ...beacon, minor: 11 };
const otherAndroid = { ...beacon, macAddress: "00-14-22-01-23-46" };
const other = { ...otherIos, ...otherAndroid, minor: 11 };

describe("/beacons", () => {
  for (const [title, second, field] of [
    ["the iOS identity", otherAndroid, "proximityUUID"],
    ["the address", otherIos, "macAddress"],
    ["the address in another spelling", { ...otherIos, macAddress: "00:14:22:01:23:45" }, "macAddress"],
    ["both", { ...beacon, name: "Other" }, "proximityUUID"],
  ] as const) {
    it(`refuses one that has ${title} of another with 409, at POST and at PUT`, async () => {
      const { call, emulator } = await ready();
      await call("POST", "/beacons", beacon);
      expectRefusal(await call("POST", "/beacons", second), field, 409);
      const made = await call("POST", "/beacons", other);
      expectRefusal(await call("PUT", `/beacons/${String(at(made.body, "_id"))}`, second), field, 409);
      expect(emulator.beacons.list().map(({ minor }) => minor)).to.deep.equal([10, 11]);
    });
  }

  it("gives a beacon another identity, and the old one to another", async () => {
    const { call } = await ready();
    const path = `/beacons/${String(at((await call("POST", "/beacons", beacon)).body, "_id"))}`;
    expect((await call("PUT", path, other)).status).to.equal(200);
    expect((await call("POST", "/beacons", beacon)).status).to.equal(201);
    expect((await call("POST", "/beacons", other)).status).to.equal(409);
  });

  it("takes the account of whoever administers several", async () => {
    const { call } = await ready();
    await call("POST", "/beacons", beacon);
    const { body } = await call("GET", "/beacons?accountId=11111111-75b4-431b-adb2-eb6b9e546014");
    expect(body).to.have.length(1);
    expect((await call("GET", "/beacons?accountId=mine")).status).to.equal(400);
  });
});

describe("a zone's beacon", () => {
  const fence = { ...beacon, type: "beacon", name: "At the till", proximity: "Near", extra: 1 };

  it("comes into being with the zone when there is none of its identity", async () => {
    const { call, projectId, emulator } = await ready({ additions: [] });
    const { body } = await call("POST", "/zones", zoneOf(projectId, { geofeatures: [fence, fence] }));
    const [made, ...more] = emulator.beacons.list();
    expect(more).to.deep.equal([]);
    expect(made).to.deep.equal({ ...beacon, name: "At the till", _id: made?._id });
    expect(at(body, "geofeatures", 0)).to.deep.include(fence);
    expect(made?._id).not.to.equal(at(body, "geofeatures", 0, "_id"));
  });

  for (const [title, named] of [
    ["by both its identities", {}],
    ["by one of them", { macAddress: "11-11-11-11-11-11" }],
    ["by the other", { minor: 11 }],
  ] as const) {
    it(`is the one that exists when it is named ${title}`, async () => {
      const { call, projectId, emulator } = await ready();
      const { body } = await call("POST", "/beacons", beacon);
      const geofeatures = [{ ...fence, ...named }];
      expect((await call("POST", "/zones", zoneOf(projectId, { geofeatures }))).status).to.equal(201);
      expect(emulator.beacons.list()).to.deep.equal([body]);
    });
  }

  it("may be used by many zones", async () => {
    const { call, projectId, emulator } = await ready();
    for (let zone = 0; zone < 3; zone += 1)
      await call("POST", "/zones", zoneOf(projectId, { geofeatures: [fence] }));
    expect([emulator.zones.size(), emulator.beacons.size()]).to.deep.equal([3, 1]);
  });

  it("comes into being with an update of the zone too", async () => {
    const { call, projectId, emulator } = await ready();
    const { body } = await call("POST", "/zones", zoneOf(projectId));
    await call("PUT", `/zones/${String(at(body, "_id"))}`, zoneOf(projectId, { geofeatures: [fence] }));
    expect(emulator.beacons.size()).to.equal(1);
  });

  it("stays with the zone when the beacon is deleted, and is not made again by an update", async () => {
    const { call, projectId, emulator } = await ready();
    const { body } = await call("POST", "/zones", zoneOf(projectId, { geofeatures: [fence] }));
    const path = `/zones/${String(at(body, "_id"))}`;
    await call("DELETE", `/beacons/${emulator.beacons.list()[0]?._id}`);
    expect(at((await call("GET", path)).body, "geofeatures", 0)).to.deep.include(fence);
    expect((await call("PUT", path, body)).status).to.equal(200);
    expect(emulator.beacons.size()).to.equal(0);
  });

  it("stays in the account when the zone is deleted", async () => {
    const { call, projectId, emulator } = await ready();
    const { body } = await call("POST", "/zones", zoneOf(projectId, { geofeatures: [fence] }));
    await call("DELETE", `/zones/${String(at(body, "_id"))}`);
    expect(emulator.beacons.size()).to.equal(1);
  });

  it("does not come into being when the zone is refused", async () => {
    const { call, projectId, emulator } = await ready();
    const zone = zoneOf(projectId, { geofeatures: [fence], destinationId: "none" });
    expect((await call("POST", "/zones", zone)).status).to.equal(400);
    expect(emulator.beacons.size()).to.equal(0);
  });
});
