/** Zones as tests write them. */
import type { DrawnZone } from "../../../../files/zone-row";

export const cafe: DrawnZone = {
  name: "cafe",
  geofeatures: [
    {
      type: "circle",
      name: "cafe",
      center: { latitude: -37.8, longitude: 144.9 },
      radius: 40,
      color: "#429BD5",
    },
  ],
  minimumRetriggerTime: 3600,
};

export const mall: DrawnZone = {
  name: "mall & more",
  geofeatures: [
    {
      type: "polygon",
      name: "yard",
      vertices: [
        { latitude: 0, longitude: 0 },
        { latitude: 0, longitude: 0.5 },
        { latitude: 1e-7, longitude: 0.5 },
      ],
      color: "#ffb000",
    },
    {
      type: "boundingBox",
      name: "park",
      southWest: { latitude: -17, longitude: 179 },
      northEast: { latitude: -16, longitude: -179 },
    },
    {
      type: "geoline",
      name: "gate",
      vertices: [
        { latitude: 1, longitude: 2 },
        { latitude: 3, longitude: 4 },
      ],
    },
  ],
  triggerOnExit: false,
  tags: ["a,b", "c"],
  customData: { store: "12", note: 'say "<hi>"\n' },
  conditions: [{ type: "timeActive", fromTime: "09:00:00", toTime: "17:00:00" }],
  actions: [{ type: "message", title: "Welcome", message: "Hi" }],
  destinationId: "store-12",
};
