/** Objects of the API as the functions return them. */
import { beacon } from "../../beacon/definition";
import { beaconFields } from "../../beacon/schema";
import { destination } from "../../destination/definition";
import { destinationFields } from "../../destination/schema";
import { BluedotError } from "../../errors";
import { isString, type JsonObject } from "../../json";
import { nounOf, type Definition } from "../../lifecycle/definition";
import { project } from "../../project/definition";
import { projectFields } from "../../project/schema";
import type { ObjectField } from "../../schema/field";
import { fenceIdsOf, zone } from "../../zone/definition";
import { zoneFields } from "../../zone/schema";
import type {
  GetBeaconResult,
  GetDestinationResult,
  GetProjectResult,
  GetZoneResult,
  Plain,
} from "../results";
import { decode } from "./decode";

/** @param asker the function, with which its errors begin */
export function projectFrom(asker: string, found: JsonObject): GetProjectResult {
  return { webhooks: [], ...read(asker, project, projectFields, found) };
}

export function zoneFrom(asker: string, found: JsonObject): GetZoneResult {
  const defaults = { triggerOnExit: false, customData: {}, conditions: [], tags: [], actions: [] };
  return { ...defaults, ...read(asker, zone, zoneFields, found), fenceIds: fenceIdsOf(found) };
}

export function destinationFrom(asker: string, found: JsonObject): GetDestinationResult {
  return { customData: {}, ...read(asker, destination, destinationFields, found) };
}

export function beaconFrom(asker: string, found: JsonObject): GetBeaconResult {
  return read(asker, beacon, beaconFields, found);
}

function read<Args>(
  asker: string,
  definition: Definition,
  fields: ObjectField<Args>,
  found: JsonObject,
): Plain<Args> & { id: string; extraFields: Record<string, unknown> } {
  const id = found[definition.idField];
  if (!isString(id) || id === "")
    throw new BluedotError(
      "unreadable",
      `${asker}: the API's answer holds a ${nounOf(definition)} without an id.`,
    );
  const decoding = decode(fields, found);
  if ("value" in decoding) return { extraFields: {}, ...decoding.value, id };
  throw new BluedotError(
    "unreadable",
    `${asker}: the API's answer does not say ${decoding.missing.join(", ")} of the ${nounOf(definition)} ${id}, or in a way that cannot be read.`,
  );
}
