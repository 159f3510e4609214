import { isObject, isString, type Json, type JsonObject } from "../json";
import type { Definition } from "../lifecycle/definition";
import { zoneFields } from "./schema";

export const zone: Definition = {
  noun: "Zone",
  handler: "zone",
  collection: "/zones",
  listed: ({ projectId }): Record<string, string> => (isString(projectId) ? { projectId } : {}),
  fields: zoneFields,
  idField: "_id",
  idOutput: "zoneId",
  title: "name",
  computed: (found, id) => ({ zoneId: id, fenceIds: fenceIdsOf(found) }),
  complete: (found) => {
    const geofeatures = geofeaturesOf(found);
    return geofeatures.length > 0 && geofeatures.every((geofeature) => isString(geofeature["_id"]));
  },
  pushes: true,
};

/** Geofeature name → its id, which analytics, webhooks and phones call the fence id. */
export function fenceIdsOf(found: JsonObject): Record<string, string> {
  return Object.fromEntries(
    geofeaturesOf(found).flatMap(({ name, _id }) => (isString(name) && isString(_id) ? [[name, _id]] : [])),
  );
}

function geofeaturesOf(found: JsonObject): JsonObject[] {
  const geofeatures: Json | undefined = found["geofeatures"];
  return Array.isArray(geofeatures) ? geofeatures.filter(isObject) : [];
}
