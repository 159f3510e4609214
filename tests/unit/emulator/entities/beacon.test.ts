import { expect } from "chai";

import { identityOf } from "../../../../emulator/entities/beacon";
import { beacon, ready } from "../client";
import { expectRefusal } from "./refusal";

const { proximityUUID, major, minor, macAddress, txPower, ...anonymous } = beacon;
const ios = { ...anonymous, beaconType: "IOS", proximityUUID, major, minor };
const android = { ...anonymous, beaconType: "Android", macAddress, txPower };
const otherAccount = "11111111-75b4-431b-adb2-eb6b9e546014";

const acceptedBeacons: [string, object][] = [
  ["for both platforms", beacon],
  ["for iPhones", ios],
  ["for Android phones", android],
  ["for Android phones that has the others' values too", { ...beacon, beaconType: "Android" }],
  ["at every lower limit", { ...beacon, major: 0, minor: 0, txPower: -100 }],
  ["at every upper limit", { ...beacon, major: 65_535, minor: 65_535, txPower: 0 }],
  ["of another account", { ...beacon, accountId: otherAccount }],
  ["with fields it does not know", { ...beacon, battery: 80 }],
];

const refusedBeacons: [string, object, string][] = [
  ["without a name", { ...beacon, name: undefined }, "name"],
  ["without a platform", { ...beacon, beaconType: undefined }, "beaconType"],
  ["for another platform", { ...beacon, beaconType: "both" }, "beaconType"],
  ["without a place", { ...beacon, location: undefined }, "location"],
  ["beyond the pole", { ...beacon, location: { latitude: -91, longitude: 0 } }, "location.latitude"],
  ["for iPhones without a proximityUUID", { ...ios, proximityUUID: undefined }, "proximityUUID"],
  ["for iPhones without a major value", { ...ios, major: undefined }, "major"],
  ["for iPhones without a minor value", { ...ios, minor: undefined }, "minor"],
  ["for Android phones without an address", { ...android, macAddress: undefined }, "macAddress"],
  ["for Android phones without a txPower", { ...android, txPower: undefined }, "txPower"],
  ["for both that lacks what one needs", { ...beacon, major: undefined }, "major"],
  ["for both that lacks what the other needs", { ...beacon, txPower: undefined }, "txPower"],
  ["with a large major value", { ...beacon, major: 65_536 }, "major"],
  ["with a negative minor value", { ...beacon, minor: -1 }, "minor"],
  ["with half a major value", { ...beacon, major: 0.5 }, "major"],
  ["with a positive txPower", { ...beacon, txPower: 1 }, "txPower"],
  ["with a low txPower", { ...beacon, txPower: -101 }, "txPower"],
  [
    "with a proximityUUID in capitals",
    { ...beacon, proximityUUID: proximityUUID.toUpperCase() },
    "proximityUUID",
  ],
];

describe("the API's checks of beacons", () => {
  for (const [title, body] of acceptedBeacons) {
    it(`accept a beacon ${title}`, async () => {
      const { call } = await ready();
      const reply = await call("POST", "/beacons", body);
      expect(reply.status, JSON.stringify(reply.body)).to.equal(201);
      expect(reply.body).to.deep.include(body);
    });
  }

  for (const [title, body, field] of refusedBeacons) {
    it(`refuse a beacon ${title}`, async () => {
      const { call } = await ready();
      expectRefusal(await call("POST", "/beacons", body), field);
    });
  }
});

describe("the identity of a beacon", () => {
  for (const [title, changes] of [
    ["the case of its proximityUUID", { proximityUUID: proximityUUID.toUpperCase() }],
    ["how its address is written", { macAddress: "00:14:22:01:23:45" }],
    ["its name, place and power", { name: "Door", location: { latitude: 0, longitude: 0 }, txPower: -1 }],
  ] as const) {
    it(`does not depend on ${title}`, () => {
      expect(identityOf({ ...beacon, ...changes })).to.deep.equal(identityOf(beacon));
    });
  }

  for (const [title, changes] of [
    ["proximityUUID", { proximityUUID: otherAccount }],
    ["major value", { major: 21 }],
    ["minor value", { minor: 11 }],
    ["address", { macAddress: "00-14-22-01-23-46" }],
  ] as const) {
    it(`is another one with another ${title}`, () => {
      expect(identityOf({ ...beacon, ...changes })).not.to.deep.equal(identityOf(beacon));
    });
  }

  it("is two for both platforms and one for one", () => {
    expect([beacon, ios, android].map((one) => identityOf(one).length)).to.deep.equal([2, 1, 1]);
  });
});
