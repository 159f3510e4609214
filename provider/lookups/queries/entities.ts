/** The objects of the API, each as its function gives it. */
import { z } from "zod";

import { BluedotError } from "../../errors";
import { isObject, isString, type JsonObject } from "../../json";
import type { GetBeaconResult, GetDestinationResult, GetProjectResult, GetZoneResult } from "../results";
import { boolean, known, number, point, text, textMap, word } from "./decode";

const name = text.default("");
const color = text.optional();

const webhook = known({
  type: word("geoTrigger", "tempo", "wave", "helloOrder"),
  url: text,
  structure: text.optional(),
});

const project = known(
  { name, nextRuleUpdateInterval: number, webhooks: z.array(webhook) },
  // All that stands in integrations is a key, also one that the API learns later.
  ["integrations"],
);

const beaconFields = {
  name,
  beaconType: word("IOS", "Android", "Both"),
  location: point,
  description: text.optional(),
  major: number.optional(),
  minor: number.optional(),
  proximityUUID: text.optional(),
  macAddress: text.optional(),
  txPower: number.optional(),
  accountId: text.optional(),
};

const geofeature = z.union([
  known({ type: word("circle"), name, center: point, radius: number, color }),
  known({ type: word("boundingBox"), name, northEast: point, southWest: point, color }),
  known({ type: word("polygon"), name, vertices: z.array(point), color }),
  known({ type: word("geoline"), name, vertices: z.array(point) }),
  known({ type: word("beacon"), ...beaconFields, proximity: word("Immediate", "Near", "Far").optional() }),
]);

const condition = z.union([
  known({ type: word("speed"), minimumSpeed: number, maximumSpeed: number }),
  known({ type: word("travelDirection"), fromAngle: number, toAngle: number }),
  known({
    type: word("travelPath"),
    minimumGeofeaturesCrossed: number,
    timeOutSeconds: number,
    sequential: boolean.optional(),
  }),
  known({ type: word("timeActive"), fromTime: text, toTime: text }),
  known({ type: word("dayRange"), startDate: text.optional(), endDate: text.optional() }),
]);

const action = z.union([
  known({ type: word("message"), title: text, message: text }),
  known({ type: word("url"), url: text }),
]);

const zone = known({
  projectId: text.default(""),
  name,
  minimumRetriggerTime: number,
  geofeatures: z.array(geofeature),
  triggerOnExit: boolean.default(false),
  customData: textMap.default({}),
  conditions: z.array(condition),
  tags: z.array(text),
  actions: z.array(action),
  destinationId: text.optional(),
});

const destination = known({
  destinationId: text,
  name,
  address: text.optional(),
  location: point.optional(),
  email: text.optional(),
  customData: textMap.default({}),
  projectId: text.optional(),
});

const beacon = known(beaconFields);

/** @param asker the function, with which its errors begin */
export function projectFrom(asker: string, found: JsonObject): GetProjectResult {
  return { ...read(asker, "project", project, found), id: idOf(asker, "project", found["_id"]) };
}

export function zoneFrom(asker: string, found: JsonObject): GetZoneResult {
  const id = idOf(asker, "zone", found["_id"]);
  return { ...read(asker, "zone", zone, found), id, fenceIds: fenceIdsOf(found) };
}

export function destinationFrom(asker: string, found: JsonObject): GetDestinationResult {
  const id = idOf(asker, "destination", found["destinationId"]);
  return { ...read(asker, "destination", destination, found), id };
}

export function beaconFrom(asker: string, found: JsonObject): GetBeaconResult {
  return { ...read(asker, "beacon", beacon, found), id: idOf(asker, "beacon", found["_id"]) };
}

function read<Fields extends { extraFields?: Record<string, unknown> | undefined }>(
  asker: string,
  noun: string,
  schema: z.ZodType<Fields>,
  found: JsonObject,
): Fields & { extraFields: Record<string, unknown> } {
  const { success, data, error } = schema.safeParse(found);
  if (success) return { ...data, extraFields: data.extraFields ?? {} };
  const fields = error.issues.map(({ path }) => path.join(".")).join(", ");
  const id = [found["_id"], found["destinationId"]].find(isString) ?? "without an id";
  throw new BluedotError(
    "unreadable",
    `${asker}: the API's answer does not say ${fields} of the ${noun} ${id}, or in a way that cannot be read.`,
  );
}

function idOf(asker: string, noun: string, id: unknown): string {
  if (isString(id) && id !== "") return id;
  throw new BluedotError("unreadable", `${asker}: the API's answer holds a ${noun} without an id.`);
}

function fenceIdsOf({ geofeatures }: JsonObject): Record<string, string> {
  const fences = (Array.isArray(geofeatures) ? geofeatures : []).filter(isObject);
  return Object.fromEntries(
    fences.flatMap(({ name, _id }) => (isString(name) && isString(_id) ? [[name, _id]] : [])),
  );
}
