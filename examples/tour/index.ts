import * as bluedot from "pulumi-bluedot";

const coffee = new bluedot.Project("coffee", {
  webhooks: [
    {
      type: "geoTrigger",
      url: "https://hooks.example.com/bluedot/triggers",
      headers: { "x-api-key": "tour" },
    },
    { type: "helloOrder", url: "https://hooks.example.com/bluedot/orders", structure: "default" },
  ],
});

new bluedot.Zone("town-hall", {
  projectId: coffee.id,
  minimumRetriggerTime: 3600,
  triggerOnExit: true,
  tags: ["every-kind"],
  geofeatures: [
    {
      type: "circle",
      name: "steps",
      center: { latitude: -33.87312, longitude: 151.20665 },
      radius: 40,
      color: "#429BD5",
    },
    {
      type: "boundingBox",
      name: "square",
      northEast: { latitude: -33.87361, longitude: 151.20699 },
      southWest: { latitude: -33.87422, longitude: 151.20611 },
    },
    {
      type: "polygon",
      name: "arcade",
      vertices: [
        { latitude: -33.87183, longitude: 151.20642 },
        { latitude: -33.87181, longitude: 151.20701 },
        { latitude: -33.87269, longitude: 151.20705 },
        { latitude: -33.87272, longitude: 151.20648 },
      ],
    },
    {
      type: "geoline",
      name: "kerb",
      vertices: [
        { latitude: -33.87311, longitude: 151.20709 },
        { latitude: -33.87368, longitude: 151.20712 },
      ],
    },
    {
      type: "beacon",
      name: "counter",
      beaconType: "Both",
      proximity: "Near",
      location: { latitude: -33.87325, longitude: 151.20671 },
      proximityUUID: "5f0f1c9e-3d0b-4c52-9d3b-8a5a0f6f4c11",
      major: 1,
      minor: 7,
      macAddress: "0C-F3-EE-00-00-07",
      txPower: -59,
    },
  ],
});

const shops = {
  quay: { latitude: -33.86124, longitude: 151.21052 },
  park: { latitude: -33.87301, longitude: 151.21104 },
};

for (const [shop, center] of Object.entries(shops)) {
  new bluedot.Zone(`shop-${shop}`, {
    projectId: coffee.id,
    minimumRetriggerTime: 1800,
    geofeatures: [{ type: "circle", name: "pickup", center, radius: 60 }],
    conditions: [{ type: "timeActive", fromTime: "06:30:00", toTime: "18:00:00" }],
    actions: [{ type: "message", title: "Nearly there", message: "We are starting on your order." }],
    customData: { shop },
  });
}

export const projectId = coffee.projectId;
