import { randomUUID } from "node:crypto";
import { expect } from "chai";

import { at, makeProject, openEndpoint, textAt, type Endpoint } from "./endpoint";
import { expectMissing, idPattern, objectsOf, ownWord, type Objects } from "./objects";

const location = { latitude: -37.818036, longitude: 144.9775493 };

describe("the contract of what refers to something else", function () {
  this.timeout(120_000);
  let endpoint: Endpoint;
  let project: Awaited<ReturnType<typeof makeProject>>;
  let zones: Objects;
  let destinations: Objects;
  let beacons: Objects;
  let word: string;
  let made = 0;

  before(async () => {
    endpoint = await openEndpoint();
    project = await makeProject(endpoint);
    zones = objectsOf(endpoint, "/zones");
    destinations = objectsOf(endpoint, "/destinations", "destinationId");
    beacons = objectsOf(endpoint, "/beacons");
    word = ownWord();
  });

  after(async () => {
    await zones.removeAll();
    await destinations.removeAll();
    await beacons.removeAll();
    await project.remove();
    await endpoint.close();
  });

  const zoneWith = (changes: object) => ({
    name: "Contract",
    projectId: project.id,
    minimumRetriggerTime: 3600,
    geofeatures: [{ type: "circle", name: "Door", radius: 40, center: location }],
    ...changes,
  });
  async function aDestination(): Promise<{ destinationId: string; path: string }> {
    made += 1;
    const destinationId = `${word}-${made}`;
    const { path } = await destinations.make({ destinationId, name: "Contract", projectId: project.id });
    return { destinationId, path };
  }
  const destinationOf = async (path: string) =>
    at((await endpoint.call("GET", path)).body, "destinationId") ?? "";

  it("leads several zones to one destination", async () => {
    const { destinationId } = await aDestination();
    const both = [
      await zones.make(zoneWith({ destinationId })),
      await zones.make(zoneWith({ destinationId })),
    ];
    for (const { path } of both) expect(await destinationOf(path)).to.equal(destinationId);
  });

  it("leads a zone to another destination, and to none", async () => {
    const [first, second] = [await aDestination(), await aDestination()];
    const { path } = await zones.make(zoneWith({ destinationId: first.destinationId }));
    await endpoint.call("PUT", path, zoneWith({ destinationId: second.destinationId }));
    expect(await destinationOf(path)).to.equal(second.destinationId);
    await endpoint.call("PUT", path, zoneWith({}));
    expect(await destinationOf(path)).to.equal("");
  });

  it("refuses a zone of a destination that is not there", async () => {
    const { status } = await zones.attempt(zoneWith({ destinationId: `${word}-never` }));
    expect(status).to.be.oneOf([400, 403, 404]);
  });

  it("refuses to lead a zone to a destination that is not there", async () => {
    const { destinationId } = await aDestination();
    const { path } = await zones.make(zoneWith({ destinationId }));
    const { status } = await endpoint.call("PUT", path, zoneWith({ destinationId: `${word}-never` }));
    expect(status).to.be.oneOf([400, 403, 404]);
    expect(await destinationOf(path)).to.equal(destinationId);
  });

  it("keeps the zones of a destination that is deleted", async () => {
    const { destinationId, path } = await aDestination();
    const zone = await zones.make(zoneWith({ destinationId }));
    expect((await endpoint.call("DELETE", path)).status).to.equal(200);
    await expectMissing(endpoint, path);
    const { status, body } = await endpoint.call("GET", zone.path);
    expect(status).to.equal(200);
    expect(body).to.include({ name: "Contract", projectId: project.id });
  });

  it("keeps the destination of a zone that is deleted", async () => {
    const { destinationId, path } = await aDestination();
    const zone = await zones.make(zoneWith({ destinationId }));
    await endpoint.call("DELETE", zone.path);
    await expectMissing(endpoint, zone.path);
    expect((await endpoint.call("GET", path)).status).to.equal(200);
  });

  it("uses a beacon as a geofeature of a zone, and keeps it when the zone is deleted", async () => {
    const beacon = {
      name: "Contract",
      beaconType: "IOS",
      location,
      proximityUUID: randomUUID(),
      major: 1,
      minor: 2,
    };
    const { path } = await beacons.make(beacon);
    const geofeature = { ...beacon, type: "beacon", proximity: "Near" };
    const zone = await zones.make(zoneWith({ geofeatures: [geofeature] }));
    const fence = at((await endpoint.call("GET", zone.path)).body, "geofeatures", 0);
    expect(textAt(fence, "_id")).to.match(idPattern);
    expect(fence).to.deep.include(geofeature);
    await endpoint.call("DELETE", zone.path);
    expect((await endpoint.call("GET", path)).body).to.deep.include(beacon);
  });
});
