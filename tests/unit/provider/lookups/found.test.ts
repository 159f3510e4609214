import { expect } from "chai";

import type { RunningEmulator } from "../../../../emulator";
import { getBeacon } from "../../../../provider/lookups/beacon";
import { getDestination } from "../../../../provider/lookups/destination";
import { getProject, getProjects } from "../../../../provider/lookups/project";
import { getTags, getZone, getZoneCount, getZones } from "../../../../provider/lookups/zone";
import { configure, linesOf, startAccount } from "./account";

const projectId = "6e4aeb98-05b3-4b3f-b9ac-3b9a169e395c";
const zoneId = "0b0c8f6e-2c3c-4f1e-9d53-0e0f4f3c0a01";
const beaconId = "ec09f506-44c8-482d-92d0-4ee57d5c42b4";
const point = { latitude: -37.5, longitude: 144.5 };

describe("what a function finds", () => {
  let emulator: RunningEmulator;

  before(async () => {
    emulator = await startAccount({ additions: [] });
    configure(emulator);
    emulator.seed({
      projects: [
        {
          _id: projectId,
          name: "coffee",
          nextRuleUpdateInterval: 600,
          webhooks: [
            {
              type: "geoTrigger",
              url: "https://hooks.example.com",
              headers: { "x-api-key": "canary-header" },
              colour: 1,
            },
            { type: "fax", url: "5", authToken: "canary-token" },
          ],
          firebaseApiKey: "canary-firebase",
          integrations: { mparticle: { iosApiKey: "canary-ios" }, braze: { id: "canary-braze" } },
          accountId: "a",
          dashboard: { adminPassword: "canary-admin", theme: "dark" },
        },
        { name: "tea", nextRuleUpdateInterval: 300 },
      ],
      destinations: [
        {
          destinationId: "store/42",
          name: "Collins Street",
          address: "271 Collins Street",
          location: point,
          email: "store@example.com",
          customData: { floor: "2" },
          projectId,
          opening: "2026-12-01",
        },
      ],
      beacons: [
        {
          _id: beaconId,
          name: "counter",
          beaconType: "Both",
          location: point,
          description: "left",
          major: 1,
          minor: 2,
          proximityUUID: "23a01af0-232a-4518-9c0e-323fb773f5ef",
          macAddress: "00-14-22-01-23-45",
          txPower: -59,
          accountId: "b",
          battery: 80,
        },
      ],
      zones: [
        {
          _id: zoneId,
          name: "cafe",
          projectId,
          minimumRetriggerTime: 3600,
          triggerOnExit: true,
          destinationId: "store/42",
          customData: { brand: "A" },
          tags: ["cafe", "city"],
          conditions: [
            { type: "speed", minimumSpeed: 0, maximumSpeed: 14 },
            { type: "moonPhase", phase: "full" },
          ],
          actions: [{ type: "message", title: "Hello", message: "World" }],
          geofeatures: [
            {
              _id: "f1",
              type: "circle",
              name: "door",
              center: point,
              radius: 40,
              color: "#429BD5",
              laterField: 5,
            },
            { _id: "f2", type: "hexagon", name: "hall", radius: 3 },
          ],
          laterField: { minutes: 5 },
        },
      ],
    });
  });
  after(() => emulator.close());
  beforeEach(() => {
    emulator.requests.clear();
  });

  const project = {
    id: projectId,
    name: "coffee",
    nextRuleUpdateInterval: 600,
    webhooks: [{ type: "geoTrigger", url: "https://hooks.example.com", extraFields: { colour: 1 } }],
    extraFields: {
      webhooks: [{ type: "fax", url: "5" }],
      accountId: "a",
      dashboard: { theme: "dark" },
    },
  };
  const zone = {
    id: zoneId,
    name: "cafe",
    projectId,
    minimumRetriggerTime: 3600,
    triggerOnExit: true,
    destinationId: "store/42",
    customData: { brand: "A" },
    tags: ["cafe", "city"],
    conditions: [{ type: "speed", minimumSpeed: 0, maximumSpeed: 14 }],
    actions: [{ type: "message", title: "Hello", message: "World" }],
    geofeatures: [
      {
        type: "circle",
        name: "door",
        center: point,
        radius: 40,
        color: "#429BD5",
        extraFields: { laterField: 5 },
      },
    ],
    fenceIds: { door: "f1", hall: "f2" },
    extraFields: {
      conditions: [{ type: "moonPhase", phase: "full" }],
      geofeatures: [{ _id: "f2", type: "hexagon", name: "hall", radius: 3 }],
      laterField: { minutes: 5 },
    },
  };
  const destination = {
    id: "store/42",
    destinationId: "store/42",
    name: "Collins Street",
    address: "271 Collins Street",
    location: point,
    email: "store@example.com",
    customData: { floor: "2" },
    projectId,
    extraFields: { opening: "2026-12-01" },
  };
  const beacon = {
    id: beaconId,
    name: "counter",
    beaconType: "Both",
    location: point,
    description: "left",
    major: 1,
    minor: 2,
    proximityUUID: "23a01af0-232a-4518-9c0e-323fb773f5ef",
    macAddress: "00-14-22-01-23-45",
    txPower: -59,
    accountId: "b",
    extraFields: { battery: 80 },
  };

  const cases: [title: string, ask: () => Promise<unknown>, expected: unknown, requests: string[]][] = [
    ["a project by id", () => getProject({ id: projectId }), project, [`GET /projects/${projectId}`]],
    ["a project by name", () => getProject({ name: "coffee" }), project, ["GET /projects"]],
    ["a zone by id", () => getZone({ id: zoneId }), zone, [`GET /zones/${zoneId}`]],
    [
      "a zone by name",
      () => getZone({ name: "cafe", projectId }),
      zone,
      [`GET /zones?projectId=${projectId}&textSearchTerm=cafe`],
    ],
    ["zones", () => getZones({ projectId }), [zone], [`GET /zones?projectId=${projectId}`]],
    [
      "how many zones there are",
      () => getZoneCount({ projectId }),
      1,
      [`GET /zones/count?projectId=${projectId}`],
    ],
    ["tags", () => getTags({ projectId }), ["cafe", "city"], [`GET /tags?projectId=${projectId}`]],
    [
      "a destination by id",
      () => getDestination({ destinationId: "store/42" }),
      destination,
      ["GET /destinations/store%2F42"],
    ],
    [
      "a destination by name",
      () => getDestination({ name: "Collins Street" }),
      destination,
      ["GET /destinations"],
    ],
    [
      "a destination by name in a project",
      () => getDestination({ name: "Collins Street", projectId }),
      destination,
      [`GET /destinations?projectId=${projectId}`],
    ],
    ["a beacon by id", () => getBeacon({ id: beaconId }), beacon, [`GET /beacons/${beaconId}`]],
    ["a beacon by name", () => getBeacon({ name: "counter" }), beacon, ["GET /beacons"]],
  ];
  for (const [title, ask, expected, requests] of cases) {
    it(`is ${title}, whole, typed, and without secrets, in one request`, async () => {
      await getProject({ id: projectId });
      emulator.requests.clear();
      const found = await ask();
      expect(found).to.deep.equal(expected);
      expect(JSON.stringify(found)).to.not.include("canary");
      expect(linesOf(emulator)).to.deep.equal(requests);
    });
  }

  it("is all projects, without the secrets of any", async () => {
    const found = await getProjects();
    expect(found.map(({ name }) => name)).to.deep.equal(["coffee", "tea"]);
    expect(JSON.stringify(found)).to.not.include("canary");
  });

  it("is the projects that the API finds for a word", async () => {
    expect((await getProjects({ textSearchTerm: "te" })).map(({ name }) => name)).to.deep.equal(["tea"]);
    expect(linesOf(emulator)).to.deep.equal(["GET /projects?textSearchTerm=te"]);
  });
});
