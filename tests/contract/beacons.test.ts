import { randomInt, randomUUID } from "node:crypto";
import { expect } from "chai";

import { at, openEndpoint, textAt, type Endpoint } from "./endpoint";
import { expectInvalid, expectMissing, idPattern, objectsOf, unknownId, type Objects } from "./objects";

const location = { latitude: -37.818036, longitude: 144.9775493 };

/** An identity that no other beacon of the account has. */
const ofIos = () => ({ proximityUUID: randomUUID(), major: 65_535, minor: 0 });
const ofAndroid = () => ({
  macAddress: Array.from({ length: 6 }, () => randomInt(256).toString(16).padStart(2, "0")).join("-"),
  txPower: -77,
});

describe("the contract of beacons", function () {
  this.timeout(120_000);
  let endpoint: Endpoint;
  let beacons: Objects;

  before(async () => {
    endpoint = await openEndpoint();
    beacons = objectsOf(endpoint, "/beacons");
  });

  after(async () => {
    await beacons.removeAll();
    await endpoint.close();
  });

  const beaconWith = (changes: object) => ({ name: "Contract", location, ...changes });
  const both = () => beaconWith({ beaconType: "Both", ...ofIos(), ...ofAndroid() });

  for (const [title, platform] of [
    ["iOS", () => ({ beaconType: "IOS", ...ofIos() })],
    ["Android", () => ({ beaconType: "Android", ...ofAndroid() })],
    ["both", () => ({ beaconType: "Both", ...ofIos(), ...ofAndroid() })],
  ] as const) {
    it(`gives back a beacon for ${title} as it was sent, with an id`, async () => {
      const sent = beaconWith({ ...platform(), description: "by the till" });
      const { path, body } = await beacons.make(sent);
      expect(at(body, "_id")).to.match(idPattern);
      expect((await endpoint.call("GET", path)).body).to.deep.include(sent);
    });
  }

  it("lists a beacon in an array", async () => {
    const { body } = await beacons.make(both());
    expect((await beacons.list()).map((listed) => at(listed, "_id"))).to.include(textAt(body, "_id"));
  });

  it("replaces a beacon as a whole, and keeps its id", async () => {
    const sent = both();
    const { path, body } = await beacons.make({ ...sent, description: "by the till" });
    expect((await endpoint.call("PUT", path, { ...sent, name: "Replaced" })).status).to.equal(200);
    const after = (await endpoint.call("GET", path)).body;
    expect(after).to.deep.include({ ...sent, name: "Replaced", _id: at(body, "_id") });
    expect(at(after, "description") ?? "").to.equal("");
  });

  it("refuses with 409 a beacon that exists, and keeps the first", async () => {
    const sent = both();
    const { path } = await beacons.make(sent);
    expect((await beacons.attempt({ ...sent, name: "Second" })).status).to.equal(409);
    expect((await endpoint.call("GET", path)).body).to.deep.include(sent);
  });

  it("takes another beacon of a proximityUUID and major", async () => {
    const { proximityUUID, major } = ofIos();
    for (const minor of [1, 2])
      await beacons.make(beaconWith({ beaconType: "IOS", proximityUUID, major, minor }));
  });

  for (const [title, changes] of [
    ["without a name", { name: undefined }],
    ["without a location", { location: undefined }],
    ["of a kind that there is not", { beaconType: "Windows" }],
    ["for iOS without a proximityUUID", { beaconType: "IOS", proximityUUID: undefined }],
    ["for iOS without a major", { beaconType: "IOS", major: undefined }],
    ["for iOS without a minor", { beaconType: "IOS", minor: undefined }],
    ["for Android without a macAddress", { beaconType: "Android", macAddress: undefined }],
    ["for Android without a txPower", { beaconType: "Android", txPower: undefined }],
    ["for both without a macAddress", { macAddress: undefined }],
    ["for both without a proximityUUID", { proximityUUID: undefined }],
    ["with a major of 65,536", { major: 65_536 }],
    ["with a minor of -1", { minor: -1 }],
    ["with a txPower of 1 dBm", { txPower: 1 }],
    ["with a txPower of -101 dBm", { txPower: -101 }],
    ["with a latitude of 91", { location: { ...location, latitude: 91 } }],
  ] as const) {
    it(`refuses a beacon ${title}`, async () => {
      expectInvalid(await beacons.attempt({ ...both(), ...changes }));
    });
  }

  it("answers 404 for a beacon that is not there", () => expectMissing(endpoint, `/beacons/${unknownId}`));

  it("deletes a beacon without a body, and then it is not there", async () => {
    const { path } = await beacons.make(both());
    const { status, body } = await endpoint.call("DELETE", path);
    expect([status, body]).to.deep.equal([200, ""]);
    await expectMissing(endpoint, path);
  });
});
