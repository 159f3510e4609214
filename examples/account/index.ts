import * as bluedot from "pulumi-bluedot";

const project = new bluedot.Project("diner", { nextRuleUpdateInterval: bluedot.seconds("12h") });

const store = new bluedot.Destination("harbour-street", {
  destinationId: "store-42",
  projectId: project.id,
  address: "42 Harbour Street, Sydney",
  location: { latitude: -33.8746, longitude: 151.2036 },
  email: "harbour-street@example.com",
  customData: { manager: "Ada" },
});

const till = new bluedot.Beacon("till", {
  beaconType: "IOS",
  location: { latitude: -33.87462, longitude: 151.20364 },
  proximityUUID: "5f0f1c9e-3d0b-4c52-9d3b-8a5a0f6f4c11",
  major: 42,
  minor: 1,
});

new bluedot.Zone("dining-room", {
  projectId: project.id,
  destinationId: store.destinationId,
  minimumRetriggerTime: bluedot.seconds("1h"),
  tags: ["dine-in"],
  geofeatures: [
    bluedot.circle("entrance", "-33.87461, 151.20358", 25),
    bluedot.beacon(till, { proximity: "Near" }),
  ],
  conditions: [bluedot.timeActive("06:30-22:00")],
});

/** Drawn on a map and exported: longitude comes first in GeoJSON. */
const drawn: bluedot.GeoJson = {
  type: "Polygon",
  coordinates: [
    [
      [151.2031, -33.8749],
      [151.2035, -33.8749],
      [151.2035, -33.8751],
      [151.2031, -33.8751],
      [151.2031, -33.8749],
    ],
  ],
};

new bluedot.Zone("drive-through", {
  projectId: project.id,
  destinationId: store.destinationId,
  minimumRetriggerTime: bluedot.seconds("10m"),
  geofeatures: [
    ...bluedot.fromGeoJson("lane", drawn),
    bluedot.geoline("entry", [
      [-33.87489, 151.20305],
      [-33.87512, 151.20305],
    ]),
  ],
  conditions: [
    bluedot.travelDirection("NE", "SE"),
    { type: "travelPath", minimumGeofeaturesCrossed: 2, timeOutSeconds: bluedot.seconds("5m") },
  ],
  actions: [{ type: "message", title: "Nearly there", message: "We are starting on your order." }],
});

new bluedot.User("analyst", {
  email: "analyst@example.com",
  firstName: "Grace",
  lastName: "Hopper",
  projectPermissions: [{ projectId: project.id, permissionLevel: "READ" }],
});

export const nameInTheConsole = bluedot.getProjectOutput({ id: project.id }).name;
