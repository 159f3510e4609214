/** Arguments and answers that many tests start from; each call gives its own copy. */
import type { JsonObject } from "../../../provider/json";

const projectId = "6e4aeb98-05b3-4b3f-b9ac-3b9a169e395c";

export function circle(changes: JsonObject = {}): JsonObject {
  return {
    type: "circle",
    name: "door",
    center: { latitude: -37.5, longitude: 144.5 },
    radius: 40,
    ...changes,
  };
}

export function box(changes: JsonObject = {}): JsonObject {
  return {
    type: "boundingBox",
    name: "yard",
    northEast: { latitude: -37.1, longitude: 144.9 },
    southWest: { latitude: -37.2, longitude: 144.8 },
    ...changes,
  };
}

export function polygon(changes: JsonObject = {}): JsonObject {
  return {
    type: "polygon",
    name: "plaza",
    vertices: [
      { latitude: 1, longitude: 1 },
      { latitude: 1, longitude: 2 },
      { latitude: 2, longitude: 2 },
    ],
    ...changes,
  };
}

export function geoline(changes: JsonObject = {}): JsonObject {
  return {
    type: "geoline",
    name: "kerb",
    vertices: [
      { latitude: 1, longitude: 1 },
      { latitude: 1, longitude: 2 },
    ],
    ...changes,
  };
}

export function beacon(changes: JsonObject = {}): JsonObject {
  return {
    type: "beacon",
    name: "counter",
    beaconType: "Both",
    location: { latitude: -37.5, longitude: 144.5 },
    proximity: "Near",
    proximityUUID: "23a01af0-232a-4518-9c0e-323fb773f5ef",
    major: 12,
    minor: 34,
    macAddress: "01-17-c5-31-84-19",
    txPower: -77,
    ...changes,
  };
}

export function zone(changes: JsonObject = {}): JsonObject {
  return {
    projectId,
    name: "cafe",
    minimumRetriggerTime: 600,
    geofeatures: [circle()],
    triggerOnExit: false,
    ...changes,
  };
}

export function project(changes: JsonObject = {}): JsonObject {
  return { name: "coffee", nextRuleUpdateInterval: 86_400, forceDestroy: false, ...changes };
}
