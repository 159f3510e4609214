import { output } from "@pulumi/pulumi";
import { expect } from "chai";

import { Beacon, Zone } from "../../../../provider";
import { check } from "../../../../provider/lifecycle/check";
import { beacon } from "../../../../provider/zone/beacon-geofeature";
import { zone as definition } from "../../../../provider/zone/definition";
import { frozen, registrationOf, startMocks, valueOf } from "../mocks";
import { zone } from "../samples";

const point = { latitude: -37.5, longitude: 144.5 };

function source() {
  const beaconType = "Both" as const;
  const ios = { major: 12, minor: 34, proximityUUID: "23a01af0-232a-4518-9c0e-323fb773f5ef" };
  return {
    name: "counter",
    beaconType,
    location: point,
    ...ios,
    macAddress: "01-17-c5-31-84-19",
    txPower: -77,
  };
}

describe("beacon", () => {
  before(startMocks);

  it("makes what a Zone takes", async () => {
    const args = { ...zone(), geofeatures: await valueOf(output([beacon(source())])) };
    expect(check(definition, args).failures).to.deep.equal([]);
  });

  it("takes over what makes the beacon, and nothing that is not there", () => {
    const { description, ...rest } = { ...source(), description: undefined };
    expect(beacon(frozen({ ...rest, description }))).to.deep.equal({ type: "beacon", ...rest });
  });

  it("adds what it has in this zone alone", () => {
    const made = beacon(source(), { name: "till", proximity: "Near", extraFields: { a: 1 } });
    expect(made).to.include({ name: "till", proximity: "Near" });
    expect(made.extraFields).to.deep.equal({ a: 1 });
  });

  it("takes nothing over that is the beacon's own business", () => {
    const entity = { ...source(), beaconId: "1", urn: "u", extraFields: { owner: "b" } };
    expect(beacon(entity)).to.not.have.any.keys("beaconId", "urn", "extraFields");
  });

  it("takes a beacon that comes later, by its parts", async () => {
    const made = beacon(output({ ...source(), major: 7, description: undefined }));
    expect(await valueOf(output(made))).to.deep.include({ type: "beacon", name: "counter", major: 7 });
  });

  it("takes a Beacon of the program, without what that does not declare", async () => {
    const { major, minor, proximityUUID, location } = source();
    const counter = new Beacon("counter", { beaconType: "IOS", location, major, minor, proximityUUID });
    const cafe = new Zone("cafe", {
      projectId: "p",
      minimumRetriggerTime: 60,
      geofeatures: [beacon(counter, { proximity: "Far" })],
    });
    const { inputs } = await registrationOf(cafe);
    expect(inputs["geofeatures"]).to.deep.equal([
      {
        type: "beacon",
        name: "counter",
        beaconType: "IOS",
        location,
        major,
        minor,
        proximityUUID,
        proximity: "Far",
      },
    ]);
  });
});
