import { expect } from "chai";

import { at, circle, ready, zoneOf, type Call } from "../client";
import { expectRefusal } from "./refusal";

const point = { latitude: -37.8, longitude: 144.9 };
const far = { latitude: -37.7, longitude: 145 };
const third = { latitude: -37.8, longitude: 145 };
const uuid = "de305d54-75b4-431b-adb2-eb6b9e546014";

const box = { type: "boundingBox", name: "Box", northEast: far, southWest: point };
const polygon = { type: "polygon", name: "Polygon", vertices: [point, far, third] };
const geoline = { type: "geoline", name: "Line", vertices: [point, far] };
const ios = {
  type: "beacon",
  name: "Beacon",
  beaconType: "IOS",
  location: point,
  major: 0,
  minor: 65_535,
  proximityUUID: uuid,
};
const android = {
  type: "beacon",
  name: "Beacon",
  beaconType: "Android",
  location: point,
  macAddress: "00-14-22-01-23-45",
  txPower: -100,
};
const pairs = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`key${index}`, "value"]));
const fence = (...geofeatures: unknown[]) => ({ geofeatures });
const condition = (...conditions: unknown[]) => ({ conditions });
const direction = (fromAngle: number, toAngle: number) =>
  condition({ type: "travelDirection", fromAngle, toAngle });
const path = (changes: object) =>
  condition({ type: "travelPath", minimumGeofeaturesCrossed: 2, timeOutSeconds: 60, ...changes });
const without = (object: object, key: string) => ({ ...object, [key]: undefined });

const acceptedZones: [string, Record<string, unknown>][] = [
  ["the shortest retrigger time", { minimumRetriggerTime: 60 }],
  ["the longest retrigger time", { minimumRetriggerTime: 3_599_940 }],
  ["every kind of geofeature", fence(circle, box, polygon, geoline, ios, android)],
  ["a radius of 5 m", fence({ ...circle, radius: 5 })],
  ["a radius with a fraction", fence({ ...circle, radius: 5.5 })],
  ["a color in lower case", fence({ ...circle, color: "#429bd5" })],
  ["the north pole on the antimeridian", fence({ ...circle, center: { latitude: 90, longitude: -180 } })],
  [
    "a box across the antimeridian",
    fence({
      ...box,
      southWest: { latitude: 0, longitude: 179 },
      northEast: { latitude: 1, longitude: -179 },
    }),
  ],
  [
    "a beacon of both kinds",
    fence({ ...ios, ...android, beaconType: "Both", proximity: "Near", type: "beacon" }),
  ],
  ["twenty pairs of customData", { customData: pairs(20) }],
  ["directions 90 degrees apart across north", direction(315, 45)],
  ["a sequential path", path({ sequential: true, timeOutSeconds: 86_400 })],
  ["the last second of the day", condition({ type: "timeActive", fromTime: "00:00:00", toTime: "23:59:59" })],
  ["an open range of days", condition({ type: "dayRange", endDate: "2026-12-31" })],
  ["the lowest speeds", condition({ type: "speed", minimumSpeed: 0, maximumSpeed: 5 })],
  [
    "both actions",
    {
      actions: [
        { type: "url", url: "shop://open" },
        { type: "message", title: "Hello", message: "You" },
      ],
    },
  ],
  ["fields it does not know", { laterField: { minimum: 5 }, geofeatures: [{ ...circle, laterField: true }] }],
  ["tags and a destination", { tags: ["a", "b"], destinationId: "store-1" }],
];

const refusedZones: [string, Record<string, unknown>, string][] = [
  ["no name", { name: undefined }, "name"],
  ["an empty name", { name: "" }, "name"],
  ["a name that is a number", { name: 3 }, "name"],
  ["no project", { projectId: undefined }, "projectId"],
  ["a project id that is none", { projectId: "shops" }, "projectId"],
  ["a project that does not exist", { projectId: uuid }, "projectId"],
  ["no retrigger time", { minimumRetriggerTime: undefined }, "minimumRetriggerTime"],
  ["a short retrigger time", { minimumRetriggerTime: 59 }, "minimumRetriggerTime"],
  ["a long retrigger time", { minimumRetriggerTime: 3_599_941 }, "minimumRetriggerTime"],
  ["half a second", { minimumRetriggerTime: 60.5 }, "minimumRetriggerTime"],
  ["a retrigger time in words", { minimumRetriggerTime: "3600" }, "minimumRetriggerTime"],
  ["no geofeatures", { geofeatures: undefined }, "geofeatures"],
  ["an empty list of geofeatures", { geofeatures: [] }, "geofeatures"],
  ["an unknown kind of geofeature", fence({ ...circle, type: "Circle" }), "geofeatures[0].type"],
  ["a geofeature without a name", fence(without(circle, "name")), "geofeatures[0].name"],
  ["a small radius", fence(circle, { ...circle, radius: 4.9 }), "geofeatures[1].radius"],
  ["a circle without a center", fence(without(circle, "center")), "geofeatures[0].center"],
  [
    "a latitude beyond the pole",
    fence({ ...circle, center: { latitude: 90.1, longitude: 0 } }),
    "geofeatures[0].center.latitude",
  ],
  [
    "a longitude beyond 180",
    fence({ ...circle, center: { latitude: 0, longitude: -180.1 } }),
    "geofeatures[0].center.longitude",
  ],
  [
    "a latitude that is text",
    fence({ ...circle, center: { latitude: "1", longitude: 0 } }),
    "geofeatures[0].center.latitude",
  ],
  ["a color by name", fence({ ...circle, color: "red" }), "geofeatures[0].color"],
  ["a box upside down", fence({ ...box, northEast: point, southWest: far }), "geofeatures[0].northEast"],
  ["a box without area", fence({ ...box, southWest: far }), "geofeatures[0].northEast"],
  [
    "a box of less than 70 square metres",
    fence({ ...box, northEast: { latitude: -37.79993, longitude: 144.90009 } }),
    "geofeatures[0].northEast",
  ],
  ["a polygon of two points", fence({ ...polygon, vertices: [point, far] }), "geofeatures[0].vertices"],
  [
    "a polygon of less than 70 square metres",
    fence({
      ...polygon,
      vertices: [point, { ...point, latitude: -37.79999 }, { ...point, longitude: 144.90001 }],
    }),
    "geofeatures[0].vertices",
  ],
  ["a geoline of one point", fence({ ...geoline, vertices: [point] }), "geofeatures[0].vertices"],
  ["an iOS beacon without a major value", fence(without(ios, "major")), "geofeatures[0].major"],
  [
    "an iOS beacon without a proximityUUID",
    fence(without(ios, "proximityUUID")),
    "geofeatures[0].proximityUUID",
  ],
  ["a large minor value", fence({ ...ios, minor: 65_536 }), "geofeatures[0].minor"],
  [
    "an Android beacon without an address",
    fence(without(android, "macAddress")),
    "geofeatures[0].macAddress",
  ],
  ["a positive txPower", fence({ ...android, txPower: 1 }), "geofeatures[0].txPower"],
  [
    "a beacon for both that lacks one",
    fence({ ...ios, ...without(android, "txPower"), beaconType: "Both" }),
    "geofeatures[0].txPower",
  ],
  ["a beacon for nobody", fence({ ...ios, beaconType: "Windows" }), "geofeatures[0].beaconType"],
  ["an unknown proximity", fence({ ...ios, proximity: "Close" }), "geofeatures[0].proximity"],
  ["a geofeature id nobody gave", fence({ ...circle, _id: uuid }), "geofeatures[0]._id"],
  ["an id of its own", { _id: uuid }, "_id"],
  ["triggerOnExit in words", { triggerOnExit: "TRUE" }, "triggerOnExit"],
  ["shouldSync in words", { shouldSync: "yes" }, "shouldSync"],
  ["twenty-one pairs of customData", { customData: pairs(21) }, "customData"],
  ["customData that is a number", { customData: { a: 1 } }, "customData.a"],
  ["tags that are no list", { tags: "a,b" }, "tags"],
  ["a tag that is a number", { tags: [1] }, "tags[0]"],
  ["an empty destination", { destinationId: "" }, "destinationId"],
  ["an unknown condition", condition({ type: "weather" }), "conditions[0].type"],
  [
    "a negative speed",
    condition({ type: "speed", minimumSpeed: -1, maximumSpeed: 5 }),
    "conditions[0].minimumSpeed",
  ],
  [
    "a low maximum speed",
    condition({ type: "speed", minimumSpeed: 0, maximumSpeed: 4 }),
    "conditions[0].maximumSpeed",
  ],
  ["directions 89 degrees apart", direction(0, 89), "conditions[0].toAngle"],
  ["directions 89 degrees apart across north", direction(350, 79), "conditions[0].toAngle"],
  ["an angle of 360", direction(0, 360), "conditions[0].toAngle"],
  ["one crossing", path({ minimumGeofeaturesCrossed: 1 }), "conditions[0].minimumGeofeaturesCrossed"],
  ["a short time-out", path({ timeOutSeconds: 59 }), "conditions[0].timeOutSeconds"],
  ["a long time-out", path({ timeOutSeconds: 86_401 }), "conditions[0].timeOutSeconds"],
  [
    "an hour that is none",
    condition({ type: "timeActive", fromTime: "24:00:00", toTime: "01:00:00" }),
    "conditions[0].fromTime",
  ],
  [
    "a time without seconds",
    condition({ type: "timeActive", fromTime: "09:00", toTime: "17:00:00" }),
    "conditions[0].fromTime",
  ],
  ["a range without days", condition({ type: "dayRange" }), "conditions[0].startDate"],
  ["a day that is none", condition({ type: "dayRange", startDate: "2026-02-30" }), "conditions[0].startDate"],
  ["a message without a title", { actions: [{ type: "message", message: "Hi" }] }, "actions[0].title"],
  ["a link without an address", { actions: [{ type: "url" }] }, "actions[0].url"],
  ["an unknown action", { actions: [{ type: "sound" }] }, "actions[0].type"],
];

describe("the API's checks of zones", () => {
  let call: Call;
  let projectId: string;

  before(async () => {
    const context = await ready();
    ({ call, projectId } = context);
    context.emulator.destinations.create({ destinationId: "store-1", name: "Store" });
  });

  for (const [title, changes] of acceptedZones) {
    it(`accept a zone with ${title}`, async () => {
      const { status, body } = await call("POST", "/zones", zoneOf(projectId, changes));
      expect(status, JSON.stringify(body)).to.equal(201);
    });
  }

  for (const [title, changes, field] of refusedZones) {
    it(`refuse a zone with ${title}`, async () => {
      expectRefusal(await call("POST", "/zones", zoneOf(projectId, changes)), field);
    });
  }

  it("name every field that is wrong at once", async () => {
    const { body } = await call("POST", "/zones", { projectId });
    expect(at(body, "errorMessages")).to.have.all.keys(
      "errorDescription",
      "name",
      "minimumRetriggerTime",
      "geofeatures",
    );
  });

  it("refuse a body that is no object", async () => {
    expectRefusal(await call("POST", "/zones", "[]"), "body");
  });
});
