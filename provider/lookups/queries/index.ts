/** The functions, given their arguments and the configuration of an account. */
import { readConfiguration, type ConfigurationSource } from "../../configuration";
import { BluedotError } from "../../errors";
import { isString, type JsonObject } from "../../json";
import { countIn } from "../../project/guard";
import { sessionFor } from "../../api";
import type { Results } from "../results";
import { beaconFrom, destinationFrom, projectFrom, zoneFrom } from "./entities";
import {
  beacons,
  byId,
  byName,
  destinations,
  list,
  projectOf,
  projects,
  zones,
  type Collection,
  type Query,
  type Place,
} from "./find";
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
  async getProject(asking, given) {
    const asked = checked(asking.name, schemas.getProject, given);
    const found = await byIdOrName(asking, projects, asked);
    return projectFrom(asking.name, found);
  },

  async getProjects(asking, given) {
    const found = await list(asking, projects, checked(asking.name, schemas.getProjects, given));
    return found.map((each) => projectFrom(asking.name, each));
  },

  async getZone(asking, given) {
    const asked = checked(asking.name, schemas.getZone, given);
    const found = await byIdOrName(asking, zones, asked, { searched: true });
    return zoneFrom(asking.name, found);
  },

  async getZones(asking, given) {
    const found = await list(asking, zones, zoneQuery(asking, given));
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

  async getDestination(asking, given) {
    const asked = checked(asking.name, schemas.getDestination, given);
    const wanted = "destinationId" in asked ? { id: asked.destinationId } : asked;
    const found = await byIdOrName(asking, destinations, wanted);
    return destinationFrom(asking.name, found);
  },

  async getBeacon(asking, given) {
    const asked = checked(asking.name, schemas.getBeacon, given);
    const found = await byIdOrName(asking, beacons, asked);
    return beaconFrom(asking.name, found);
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

function byIdOrName(
  asking: Query,
  collection: Collection,
  asked: { readonly id: string } | { readonly name: string; readonly projectId?: string | undefined },
  options?: { readonly searched: boolean },
): Promise<JsonObject> {
  if ("id" in asked) return byId(asking, collection, asked.id);
  const place = asked.projectId === undefined ? theAccount : theProject(asked.projectId);
  return byName(asking, collection, asked.name, place, options);
}

const theAccount: Place = { words: "the account" };

function theProject(projectId: string): Place {
  return { query: { projectId }, words: `the project ${projectId}` };
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
