/** The functions, given their arguments and the configuration of an account. */
import type { z } from "zod";

import { beacon } from "../../beacon/definition";
import { destination } from "../../destination/definition";
import { readConfiguration, type ConfigurationSource } from "../../configuration";
import { BluedotError } from "../../errors";
import { isString, type JsonObject } from "../../json";
import type { Definition } from "../../lifecycle/definition";
import { project } from "../../project/definition";
import { countIn } from "../../project/guard";
import { sessionFor } from "../../api";
import { zone } from "../../zone/definition";
import type { Results } from "../results";
import { beaconFrom, destinationFrom, projectFrom, zoneFrom } from "./entities";
import { byId, byName, list, projectOf, type Query } from "./find";
import { checked, schemas } from "./args-schema";

/** The configuration of a function's account. */
export interface Settings {
  readonly get: ConfigurationSource;
  /** All keys that begin with `bluedot:`, without that, as far as there can be strange ones. */
  readonly keys: readonly string[];
}

/** @throws BluedotError: in one sentence what is wrong with the arguments, the configuration or the answer */
export function answer<Name extends keyof Results>(
  name: Name,
  given: unknown,
  { get, keys }: Settings,
): Promise<Results[Name]> {
  // The program's own process is given the configuration as it is now.
  const session = sessionFor(readConfiguration(get, process.env, { keys, advice: "" }));
  return lookups[name]({ name, session }, given);
}

const lookups: { [Name in keyof Results]: (asking: Query, given: unknown) => Promise<Results[Name]> } = {
  getProject: one(schemas.getProject, project, projectFrom),
  getZone: one(schemas.getZone, zone, zoneFrom, { searched: true }),
  getDestination: one(schemas.getDestination, destination, destinationFrom),
  getBeacon: one(schemas.getBeacon, beacon, beaconFrom),

  async getProjects(asking, given) {
    const found = await list(asking, project, checked(asking.name, schemas.getProjects, given));
    return found.map((each) => projectFrom(asking.name, each));
  },

  async getZones(asking, given) {
    const found = await list(asking, zone, zoneQuery(asking, given));
    return found.map((each) => zoneFrom(asking.name, each));
  },

  async getZoneCount(asking, given) {
    const { name, session } = asking;
    const query = zoneQuery(asking, given);
    const { status, body } = await session.send({
      method: "GET",
      path: "/zones/count",
      query,
      subject: name,
    });
    if (status === 404) {
      await projectOf(asking, query);
      return 0;
    }
    const count = countIn(body);
    if (count !== undefined) return count;
    throw new BluedotError("unreadable", `${name}: the answer to GET /zones/count does not say a count.`);
  },

  async getTags(asking, given) {
    const { name, session } = asking;
    const query = checked(name, schemas.getTags, given);
    const { status, body } = await session.send({ method: "GET", path: "/tags", query, subject: name });
    if (status === 404) {
      await projectOf(asking, query);
      return [];
    }
    if (Array.isArray(body)) return body.filter(isString);
    throw new BluedotError("unreadable", `${name}: the answer to GET /tags is not a list.`);
  },
};

type Asked =
  | { readonly id: string }
  | { readonly destinationId: string }
  | { readonly name: string; readonly projectId?: string | undefined };

/** A function that finds one object by its id or its name, in a project where one is given. */
function one<Result>(
  schema: z.ZodType<Asked>,
  definition: Definition,
  read: (asker: string, found: JsonObject) => Result,
  options?: { readonly searched: boolean },
): (asking: Query, given: unknown) => Promise<Result> {
  return async (asking, given) => {
    const asked = checked(asking.name, schema, given);
    if ("id" in asked) return read(asking.name, await byId(asking, definition, asked.id));
    if ("destinationId" in asked)
      return read(asking.name, await byId(asking, definition, asked.destinationId));
    const { name, projectId } = asked;
    const place =
      projectId === undefined
        ? { words: "the account" }
        : { query: { projectId }, words: `the project ${projectId}` };
    return read(asking.name, await byName(asking, definition, name, place, options));
  };
}

function zoneQuery({ name }: Query, given: unknown): { projectId: string } & Record<string, string> {
  const { projectId, tags = [], northEast, southWest, ...words } = checked(name, schemas.getZones, given);
  const filters = {
    ...words,
    ...(tags.length > 0 && { tags: tags.join(",") }),
    ...(northEast && { northeast: coordinates(northEast) }),
    ...(southWest && { southwest: coordinates(southWest) }),
  };
  return { ...Object.fromEntries(Object.entries(filters)), projectId };
}

/** `lat,long`, the order that the pattern of the API accepts, without an exponent. */
function coordinates({ latitude, longitude }: { latitude: number; longitude: number }): string {
  return `${decimal(latitude)},${decimal(longitude)}`;
}

function decimal(degrees: number): string {
  const text = String(degrees);
  return text.includes("e") ? degrees.toFixed(12) : text;
}
