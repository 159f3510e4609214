import { expect } from "chai";

import { BluedotError } from "../../../../../provider/errors";
import {
  beaconFrom,
  destinationFrom,
  projectFrom,
  zoneFrom,
} from "../../../../../provider/lookups/queries/entities";
import type { JsonObject } from "../../../../../provider/json";
import { decode } from "../../../../../provider/lookups/queries/decode";
import { object, optional, plainObject, required } from "../../../../../provider/schema/field";
import { boolean, integer, name } from "../../../../../provider/schema/leaves";
import { beacon, box, circle, geoline, polygon } from "../../samples";

function zone(changes: JsonObject = {}): JsonObject {
  return { _id: "z", name: "cafe", projectId: "p", minimumRetriggerTime: 60, geofeatures: [], ...changes };
}

function complaintOf(read: () => unknown): BluedotError {
  try {
    read();
  } catch (error) {
    if (error instanceof BluedotError) return error;
  }
  throw new Error("This should have thrown a BluedotError.");
}

const secret = "canary";

describe("an answer of the API", () => {
  const geofeatures = [circle(), box(), polygon(), geoline(), beacon()];
  const conditions: JsonObject[] = [
    { type: "speed", minimumSpeed: 0, maximumSpeed: 14 },
    { type: "travelDirection", fromAngle: 315, toAngle: 45 },
    { type: "travelPath", minimumGeofeaturesCrossed: 2, timeOutSeconds: 600, sequential: true },
    { type: "timeActive", fromTime: "09:00:00", toTime: "17:30:00" },
    { type: "dayRange", startDate: "2026-12-01" },
  ];
  const actions: JsonObject[] = [
    { type: "message", title: "a", message: "b" },
    { type: "url", url: "https://example.com" },
  ];

  it("is read with every kind of geofeature, condition and action", () => {
    const found = zoneFrom("getZone", zone({ geofeatures, conditions, actions }));
    expect(found).to.deep.include({ geofeatures, conditions, actions, extraFields: {} });
  });

  it("has the API's defaults for what it does not say, or says as null", () => {
    const defaults = { triggerOnExit: false, customData: {}, conditions: [], tags: [], actions: [] };
    const nothing = { tags: null, customData: null, destinationId: null, triggerOnExit: null };
    expect(zoneFrom("getZone", zone())).to.deep.include(defaults);
    expect(zoneFrom("getZone", zone(nothing))).to.deep.include({ ...defaults, extraFields: {} });
    const { name, projectId, ...bare } = zone();
    expect(zoneFrom("getZone", bare)).to.include({ name: "", projectId: "" });
    expect([name, projectId]).to.deep.equal(["cafe", "p"]);
  });

  const asText: [title: string, changes: JsonObject, read: object][] = [
    ["a number", { minimumRetriggerTime: "3600" }, { minimumRetriggerTime: 3600 }],
    ["truth", { triggerOnExit: "true" }, { triggerOnExit: true }],
    [
      "coordinates and a radius",
      { geofeatures: [circle({ center: { latitude: "-37.5", longitude: "144.5" }, radius: "40" })] },
      { geofeatures: [circle()] },
    ],
  ];
  for (const [title, changes, read] of asText) {
    it(`may write ${title} as text`, () => {
      expect(zoneFrom("getZone", zone(changes))).to.deep.include({ ...read, extraFields: {} });
    });
  }

  it("may hold what is no text in customData, which is text", () => {
    expect(zoneFrom("getZone", zone({ customData: { floor: 2, open: true } })).customData).to.deep.equal({
      floor: "2",
      open: "true",
    });
  });

  it("may write a type in another case, as the documents do", () => {
    const read = zoneFrom("getZone", zone({ geofeatures: [beacon({ type: "Beacon", proximity: "near" })] }));
    expect(read.geofeatures).to.deep.equal([beacon()]);
  });

  const unreadable: [title: string, changes: JsonObject][] = [
    ["a field of later times", { laterField: { minutes: 5 } }],
    ["a geofeature of a type of later times", { geofeatures: [{ type: "hexagon", name: "hall" }] }],
    ["a geofeature that lacks what it needs", { geofeatures: [{ type: "circle", name: "hall", radius: 4 }] }],
    ["a geofeature that is none", { geofeatures: [5] }],
    ["a list that is none", { tags: "cafe" }],
    ["a tag that is no text", { tags: [5] }],
    ["text that is none", { destinationId: 5 }],
    ["customData of a deeper shape", { customData: { brand: { id: 1 } } }],
    ["a field that every object seems to have", { constructor: "x" }],
  ];
  for (const [title, changes] of unreadable) {
    it(`keeps ${title} in extraFields, as it is`, () => {
      const found = zoneFrom("getZone", zone(changes));
      expect(found.extraFields).to.deep.equal(changes);
      expect(found).to.include({ name: "cafe", minimumRetriggerTime: 60 });
    });
  }

  it("has a field that the schema of its resource knows as a property, and never in extraFields", () => {
    interface LaterArgs {
      name: string;
      laterField?: { enabled: boolean; seconds?: number };
      extraFields?: object;
    }
    const laterField = plainObject<NonNullable<LaterArgs["laterField"]>>({
      enabled: required(boolean),
      seconds: optional(integer({ least: 60 })),
    });
    const fields = object<LaterArgs>({ name: required(name), laterField: optional(laterField) });
    const found = { _id: "z", name: "cafe", laterField: { enabled: "true", seconds: "5" } };
    expect(decode(fields, found)).to.deep.equal({
      value: { name: "cafe", laterField: { enabled: true, seconds: 5 } },
    });
  });

  it("has neither secrets nor what concerns the provider alone, in extraFields either", () => {
    const found = projectFrom("getProject", {
      _id: "p",
      name: "coffee",
      nextRuleUpdateInterval: 600,
      webhooks: [{ type: "tempo", url: "https://example.com", headers: { a: secret } }],
      firebaseApiKey: secret,
      integrations: { mparticle: { iosApiKey: secret }, other: { account: secret } },
      forceDestroy: true,
    });
    expect(found).to.deep.equal({
      id: "p",
      name: "coffee",
      nextRuleUpdateInterval: 600,
      webhooks: [{ type: "tempo", url: "https://example.com" }],
      extraFields: {},
    });
    expect(zoneFrom("getZone", zone({ shouldSync: true })).extraFields).to.deep.equal({});
  });

  it("keeps the elements of a list that can be read", () => {
    const found = zoneFrom("getZone", zone({ geofeatures: [circle(), { type: "hexagon" }] }));
    expect(found.geofeatures).to.deep.equal([circle()]);
    expect(found.extraFields).to.deep.equal({ geofeatures: [{ type: "hexagon" }] });
  });

  it("names fences by what the API calls them, whatever their type", () => {
    const fences: JsonObject[] = [
      { ...circle(), _id: "f1" },
      { type: "hexagon", name: "hall", _id: "f2" },
      { type: "circle", name: "no id" },
    ];
    expect(zoneFrom("getZone", zone({ geofeatures: fences })).fenceIds).to.deep.equal({
      door: "f1",
      hall: "f2",
    });
  });

  const named = ["apiKey", "Keys", "SecretThing", "adminPassword", "authToken", "headers", "credentials"];
  for (const name of named) {
    it(`loses ${name}, wherever it stands in what nobody knows`, () => {
      const deep = { settings: [{ inner: { [name]: { value: secret }, kept: 1 } }] };
      const found = projectFrom("getProject", {
        _id: "p",
        nextRuleUpdateInterval: 600,
        [name]: secret,
        ...deep,
      });
      expect(found.extraFields).to.deep.equal({ settings: [{ inner: { kept: 1 } }] });
    });
  }

  const incomplete: [title: string, read: () => unknown, sentence: string][] = [
    [
      "a zone without an id",
      () => zoneFrom("getZones", { name: "cafe" }),
      "getZones: the API's answer holds a zone without an id.",
    ],
    [
      "a zone without a minimumRetriggerTime",
      () => zoneFrom("getZones", { _id: "z" }),
      "getZones: the API's answer does not say minimumRetriggerTime of the zone z, or in a way that cannot be read.",
    ],
    [
      "a project with a time in words",
      () => projectFrom("getProject", { _id: "p", nextRuleUpdateInterval: "soon" }),
      "getProject: the API's answer does not say nextRuleUpdateInterval of the project p, or in a way that cannot be read.",
    ],
    [
      "a beacon without a place and a type",
      () => beaconFrom("getBeacon", { _id: "b" }),
      "getBeacon: the API's answer does not say beaconType, location of the beacon b, or in a way that cannot be read.",
    ],
    [
      "a destination without its destinationId",
      () => destinationFrom("getDestination", { _id: "d" }),
      "getDestination: the API's answer holds a destination without an id.",
    ],
  ];
  for (const [title, read, sentence] of incomplete) {
    it(`is an error where it is ${title}`, () => {
      const { kind, message } = complaintOf(read);
      expect([kind, message]).to.deep.equal(["unreadable", sentence]);
    });
  }
});
