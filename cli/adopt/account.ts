/** Everything an account or a project holds, read list by list. */
import { z } from "zod";

import { beacon } from "../../provider/beacon/lifecycle";
import { destination } from "../../provider/destination/lifecycle";
import { BluedotError } from "../../provider/errors";
import { isObject, isString, type Json, type JsonObject } from "../../provider/json";
import type { Definition } from "../../provider/lifecycle/definition";
import { project } from "../../provider/project/lifecycle";
import type { Session } from "../../provider/session";
import { listAll } from "../../provider/session/pages";
import { user } from "../../provider/user/lifecycle";
import { zone } from "../../provider/zone/lifecycle";

export interface Account {
  readonly projects: readonly JsonObject[];
  /** The zones of all projects. */
  readonly zones: readonly JsonObject[];
  readonly destinations: readonly JsonObject[];
  readonly beacons: readonly JsonObject[];
  readonly users: readonly JsonObject[];
  /** What could not be read, a sentence each. */
  readonly unread: readonly string[];
}

/** Gives what was kept under a name, or does the work and keeps what comes of it. */
export type Keep = (name: string, work: () => Promise<Json>) => Promise<Json>;

export interface Reading {
  readonly session: Session;
  /** The one project to read, by id or exact name. Default: all. */
  readonly project: string | undefined;
  readonly keep: Keep;
  /** Told how far it is. */
  readonly say: (line: string) => void;
}

export async function readAccount(reading: Reading): Promise<Account> {
  const all = await listOf(reading, project);
  const projects = reading.project === undefined ? all : [chosen(all, reading.project)];
  const zones: JsonObject[] = [];
  for (const each of projects) zones.push(...(await zonesOf(reading, each)));
  const unread: string[] = [];
  const destinations = await readable(unread, destination, () => listOf(reading, destination));
  if (reading.project !== undefined) {
    return {
      projects,
      zones,
      destinations: destinationsOf(projects, zones, destinations),
      beacons: [],
      users: [],
      unread,
    };
  }
  const beacons = await readable(unread, beacon, () => listOf(reading, beacon));
  const users = await readable(unread, user, () => listOf(reading, user));
  return { projects, zones, destinations, beacons, users, unread };
}

function chosen(projects: readonly JsonObject[], wanted: string): JsonObject {
  const found = projects.filter(({ _id, name }) => _id === wanted || name === wanted);
  const [one, another] = found;
  if (one !== undefined && another === undefined) return one;
  const ids = found.map(({ _id }) => textOf(_id)).join(", ");
  throw new BluedotError(
    "missing",
    found.length === 0
      ? `There is no project "${wanted}" in this account and region; give its id or its exact name.`
      : `${found.length} projects are called "${wanted}"; give the id of one: ${ids}.`,
  );
}

/** Those of the project, and those that its zones lead to. */
function destinationsOf(
  projects: readonly JsonObject[],
  zones: readonly JsonObject[],
  destinations: readonly JsonObject[],
): JsonObject[] {
  const ids = new Set(projects.map(({ _id }) => _id));
  const ledTo = new Set(zones.map(({ destinationId }) => destinationId));
  return destinations.filter(
    ({ projectId, destinationId }) => ids.has(projectId ?? null) || ledTo.has(destinationId),
  );
}

async function zonesOf(reading: Reading, { _id, name }: JsonObject): Promise<JsonObject[]> {
  const projectId = textOf(_id);
  return listOf(reading, zone, { of: ` of ${textOf(name)}`, key: projectId, query: { projectId } });
}

/** What an account may not be allowed to see, such as its users, is told and left out. */
async function readable(
  unread: string[],
  { noun }: Definition,
  work: () => Promise<JsonObject[]>,
): Promise<JsonObject[]> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof BluedotError) || !["not-allowed", "authentication"].includes(error.kind))
      throw error;
    unread.push(`${noun}s: ${error.message}`);
    return [];
  }
}

interface Part {
  /** Whose, for the eye: ` of Coffee`. */
  readonly of: string;
  readonly key: string;
  readonly query: Readonly<Record<string, string>>;
}

async function listOf(
  { session, keep, say }: Reading,
  { collection, noun, idField }: Definition,
  { of, key, query }: Part = { of: "", key: "all", query: {} },
): Promise<JsonObject[]> {
  const nouns = `${noun.toLowerCase()}s${of}`;
  const kept = await keep(`${noun.toLowerCase()}s-${key}`, async () => {
    const items = await listAll(session, {
      path: collection,
      query,
      subject: `Reading ${nouns}`,
      idOf: (item) => (isObject(item) && isString(item[idField]) ? item[idField] : undefined),
      onPage: (pages, count) => {
        if (pages % 10 === 0) say(`  ${nouns}: ${count} so far`);
      },
    });
    if (items === undefined) say(`  ${nouns}: the API has no such list`);
    return items ?? [];
  });
  const found = objects.parse(kept);
  say(`  ${nouns}: ${found.length}`);
  return found;
}

function textOf(value: Json | undefined): string {
  return isString(value) ? value : "";
}

const objects = z.array(z.record(z.string(), z.json()));
