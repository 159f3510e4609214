/** Every kind of object that a program declares, an example of each in which all is right, and where it stands. */
import { isObject, present, type Json, type JsonObject } from "../../provider/json";
import type { ResourceName, SetName } from "../resources";
import { beacon, box, circle, geoline, polygon, project, zone } from "../unit/provider/samples";

/** A place in which an object stands. */
export interface Place {
  readonly resource: ResourceName | SetName;
  /** Seen from the resource, kinds told in brackets: `geofeatures[circle].center`; "" is the resource itself. */
  readonly path: string;
  readonly right: JsonObject;
  /** The resource's arguments with the object in its place. */
  readonly whole: (object: JsonObject) => JsonObject;
  /** True if the place has room for the object, whatever the object holds. Default: always true. */
  readonly fits?: (object: JsonObject) => boolean;
  /** Properties of which a rule wants that they are equal. Default: none. */
  readonly alike?: readonly string[];
}

export const projectId = "6e4aeb98-05b3-4b3f-b9ac-3b9a169e395c";

const itself = (object: JsonObject) => object;

const ofProject = (path: string, right: JsonObject, changes: (object: JsonObject) => JsonObject): Place => ({
  resource: "Project",
  path,
  right,
  whole: (object) => project(changes(object)),
});

const geofeature = (kind: string, right: JsonObject): Place => ({
  resource: "Zone",
  path: `geofeatures[${kind}]`,
  right,
  whole: (object) => zone({ geofeatures: [object] }),
});

const condition = (right: { readonly type: string } & JsonObject): Place => ({
  resource: "Zone",
  path: `conditions[${right.type}]`,
  right,
  whole: (object) => zone({ geofeatures: [circle(), box(), polygon()], conditions: [object] }),
});

const action = (right: { readonly type: string } & JsonObject): Place => ({
  resource: "Zone",
  path: `actions[${right.type}]`,
  right,
  whole: (object) => zone({ actions: [object] }),
});

const user = (changes: JsonObject = {}): JsonObject => ({
  email: "ada@example.com",
  username: "ada@example.com",
  firstName: "Ada",
  lastName: "Lovelace",
  isAdmin: false,
  ...changes,
});

const destination = (changes: JsonObject = {}): JsonObject => ({
  destinationId: "store-42",
  name: "Collins Street",
  ...changes,
});

/** A beacon of the account, not of a zone. */
const beaconAlone = (changes: JsonObject = {}): JsonObject => ({
  name: "counter",
  beaconType: "Both",
  location: { latitude: -37.5, longitude: 144.5 },
  proximityUUID: "23a01af0-232a-4518-9c0e-323fb773f5ef",
  major: 12,
  minor: 34,
  macAddress: "01-17-c5-31-84-19",
  txPower: -77,
  ...changes,
});

export const objects = {
  project: { resource: "Project", path: "", right: project(), whole: itself },
  webhook: ofProject(
    "webhooks[]",
    { type: "geoTrigger", url: "https://hooks.example.com/bluedot" },
    (webhook) => ({ webhooks: [webhook] }),
  ),
  integrations: ofProject("integrations", {}, (integrations) => ({ integrations })),
  mparticle: ofProject("integrations.mparticle", {}, (mparticle) => ({ integrations: { mparticle } })),

  zone: { resource: "Zone", path: "", right: zone(), whole: itself },
  circle: geofeature("circle", circle()),
  boundingBox: geofeature("boundingBox", box()),
  polygon: geofeature("polygon", polygon()),
  geoline: geofeature("geoline", geoline()),
  beaconInZone: geofeature("beacon", beacon()),
  speed: condition({ type: "speed", minimumSpeed: 0, maximumSpeed: 14 }),
  travelDirection: condition({ type: "travelDirection", fromAngle: 100, toAngle: 200 }),
  travelPath: condition({ type: "travelPath", minimumGeofeaturesCrossed: 2, timeOutSeconds: 600 }),
  timeActive: condition({ type: "timeActive", fromTime: "09:00:00", toTime: "17:30:00" }),
  dayRange: condition({ type: "dayRange", startDate: "2020-01-01", endDate: "2029-12-31" }),
  message: action({ type: "message", title: "Welcome", message: "Your order is ready." }),
  url: action({ type: "url", url: "https://example.com/offers" }),

  destination: { resource: "Destination", path: "", right: destination(), whole: itself },
  beacon: { resource: "Beacon", path: "", right: beaconAlone(), whole: itself },
  user: { resource: "User", path: "", right: user(), whole: itself, alike: ["email", "username"] },
  projectPermission: {
    resource: "User",
    path: "projectPermissions[]",
    right: { projectId, permissionLevel: "READ" },
    whole: (permission) => user({ projectPermissions: [permission] }),
  },
} as const satisfies Record<string, Place>;

/** East enough that no example is certain to be swapped. */
const somewhere = { latitude: -37.5, longitude: 144.5 };
const southOfIt = { latitude: -38, longitude: 144 };
const southWestOfIt = { latitude: -38, longitude: 80 };
const eastOfIt = { latitude: -37.9, longitude: 145 };

const point = (of: Place, property: string, whole: Place["whole"]): Place => ({
  resource: of.resource,
  path: of.path === "" ? property : `${of.path}.${property}`,
  right: somewhere,
  whole: (place) => of.whole(whole(place)),
});

export const points = {
  center: point(objects.circle, "center", (center) => circle({ center })),
  northEast: {
    ...point(objects.boundingBox, "northEast", (northEast) => box({ northEast, southWest: southWestOfIt })),
    fits: ({ latitude }) => !(Number(latitude) >= -90 && Number(latitude) <= southWestOfIt.latitude),
  },
  southWest: {
    ...point(objects.boundingBox, "southWest", (southWest) =>
      box({ southWest, northEast: { latitude: 0, longitude: -100 } }),
    ),
    fits: ({ latitude }) => !(Number(latitude) >= 0 && Number(latitude) <= 90),
  },
  vertexOfPolygon: point(objects.polygon, "vertices[]", (place) =>
    polygon({ vertices: [place, southOfIt, eastOfIt] }),
  ),
  vertexOfGeoline: point(objects.geoline, "vertices[]", (place) => geoline({ vertices: [place, southOfIt] })),
  beaconInZone: point(objects.beaconInZone, "location", (location) => beacon({ location })),
  beacon: point(objects.beacon, "location", (location) => beaconAlone({ location })),
  destination: point(objects.destination, "location", (location) => destination({ location })),
} as const satisfies Record<string, Place>;

/** A set as its class gives it to the engine: its objects as texts. */
const set = (resource: SetName, objects: string, right: JsonObject): Place => ({
  resource,
  path: "",
  right,
  whole: ({ [objects]: all, ...others }) => {
    if (!isObject(all)) return present({ ...others, [objects]: all });
    const texts = Object.entries(all).map(([key, object]): [string, Json] => [key, JSON.stringify(object)]);
    return { ...others, [objects]: Object.fromEntries(texts) };
  },
});

export const zoneInSet = { minimumRetriggerTime: 3600, geofeatures: [circle()] };

export const sets = {
  ZoneSet: set("ZoneSet", "zones", { projectId, zones: { cafe: zoneInSet } }),
  DestinationSet: set("DestinationSet", "destinations", { destinations: { "store-42": {} } }),
} as const satisfies Record<SetName, Place>;

export const places: readonly Place[] = [
  ...Object.values(objects),
  ...Object.values(points),
  ...Object.values(sets),
];
