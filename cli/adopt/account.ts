/** Reads all objects of an account or of a project, list by list. */
import { beacon } from "../../provider/beacon/definition";
import { destination } from "../../provider/destination/definition";
import { forEachConcurrent } from "../../provider/concurrency";
import { nearestOf } from "../../provider/suggestions";
import { BluedotError } from "../../provider/errors";
import { isObject, isString, type Json, type JsonObject } from "../../provider/json";
import { nounOf, type Definition } from "../../provider/lifecycle/definition";
import { project } from "../../provider/project/definition";
import { listAll, type Sender } from "../../provider/api/pagination";
import { user } from "../../provider/user/definition";
import { zone } from "../../provider/zone/definition";
import type { Progress } from "./progress";
import { quoted } from "./codegen-literal";

export interface Account {
  readonly projects: readonly JsonObject[];
  /** The zones of all projects. */
  readonly zones: readonly JsonObject[];
  readonly destinations: readonly JsonObject[];
  readonly beacons: readonly JsonObject[];
  readonly users: readonly JsonObject[];
  /** A sentence for each list that could not be read. */
  readonly unread: readonly string[];
}

export interface Reading {
  readonly session: Sender;
  /** The one project to read, by id or exact name. Default: all. */
  readonly project?: string | undefined;
  readonly progress: Progress;
  /** In place of one project: those with these ids. */
  readonly projectIds?: ReadonlySet<string> | undefined;
  /** Reads projects and zones alone. Default: all kinds. */
  readonly zonesOnly?: boolean;
}

/** The number of lists that are read at once. */
const atOnce = 10;

/**
 * Reads an account, each page of each list once; or one project with its zones and their destinations.
 *
 * @throws BluedotError if a list of projects or zones cannot be read completely.
 */
export async function readAccount(reading: Reading): Promise<Account> {
  const all = await projectsOf(reading);
  const projects = chosenProjects(all, reading);
  const isWhole = reading.project === undefined && reading.projectIds === undefined;
  const others = reading.zonesOnly === true ? [] : isWhole ? [destination, beacon, user] : [destination];
  const total = openTotal((count) => {
    reading.progress.now(`zones: ${count}`);
  });
  const reads = [
    ...others.map((definition) => () => readOptional(reading, definition)),
    ...projects.map((each) => () => zonesOf(reading, each, total)),
  ];
  const lists: ListResult[] = [];
  await forEachConcurrent(reads, { atOnce }, async (read, index) => {
    lists[index] = await read();
  });
  const [destinations = [], beacons = [], users = []] = lists
    .map(({ items }) => items)
    .slice(0, others.length);
  const zones = lists.slice(others.length).flatMap(({ items }) => items);
  reading.progress.done(`zones: ${zones.length}`);
  return {
    projects,
    zones,
    destinations: isWhole ? destinations : destinationsOf(projects, zones, destinations),
    beacons,
    users,
    unread: lists.flatMap(({ unread }) => unread),
  };
}

/** The result of reading a list. */
interface ListResult {
  readonly items: readonly JsonObject[];
  /** A sentence if the list could not be read. */
  readonly unread: readonly string[];
}

async function projectsOf(reading: Reading): Promise<JsonObject[]> {
  const projects = await listOf(reading, project, {
    query: {},
    of: "",
    onCount: (count) => {
      reading.progress.now(`projects: ${count}`);
    },
  });
  if (projects === undefined) {
    throw new BluedotError(
      "unreadable",
      "The API says that it has no list of projects; check BLUEDOT_ENDPOINT or BLUEDOT_REGION.",
    );
  }
  reading.progress.done(`projects: ${projects.length}`);
  return projects;
}

function chosenProjects(all: readonly JsonObject[], { project, projectIds }: Reading): readonly JsonObject[] {
  if (project !== undefined) return [chooseProject(all, project)];
  return projectIds === undefined ? all : all.filter(({ _id }) => projectIds.has(textOf(_id)));
}

function chooseProject(projects: readonly JsonObject[], wanted: string): JsonObject {
  const found = projects.filter(({ name }) => name === wanted);
  const [one, another] = [...projects.filter(({ _id }) => _id === wanted), ...found];
  if (one !== undefined && (one["_id"] === wanted || another === undefined)) return one;
  const ids = found.map(({ _id }) => textOf(_id)).join(", ");
  const nearest = nearestOf(wanted, projects.map(({ name }) => name ?? null).filter(isString));
  const names = nearest.length === 0 ? "it has no projects" : `the nearest names are ${nearest.join(", ")}`;
  throw new BluedotError(
    "missing",
    found.length === 0
      ? `There is no project ${quoted(wanted)} in this account and region (${names}); give its id or its exact name.`
      : `${found.length} projects are called "${wanted}"; give the id of one: ${ids}.`,
  );
}

async function zonesOf(reading: Reading, { _id, name }: JsonObject, total: Total): Promise<ListResult> {
  const projectId = textOf(_id);
  // A project without an id is reported as one that cannot be declared.
  if (projectId === "") return { items: [], unread: [] };
  const ofProject = `of project ${quoted(textOf(name))}`;
  const found = await listOf(reading, zone, { query: { projectId }, of: ` ${ofProject}`, onCount: total() });
  if (found === undefined)
    return { items: [], unread: [`The zones ${ofProject}: the API says that it has no such list.`] };
  // The API need not repeat the project id of the query.
  return { items: found.map((each) => ({ projectId, ...each })), unread: [] };
}

/** Gives a callback for the count of a list; the total is over all lists. */
type Total = () => (count: number) => void;

function openTotal(onTotal: (count: number) => void): Total {
  let total = 0;
  return () => {
    let before = 0;
    return (count) => {
      total += count - before;
      before = count;
      onTotal(total);
    };
  };
}

/** The destinations of the project, and those of its zones. */
function destinationsOf(
  projects: readonly JsonObject[],
  zones: readonly JsonObject[],
  destinations: readonly JsonObject[],
): JsonObject[] {
  const ids = new Set(projects.map(({ _id }) => _id));
  const referenced = new Set(zones.map(({ destinationId }) => destinationId));
  return destinations.filter(
    ({ projectId, destinationId }) => ids.has(projectId ?? null) || referenced.has(destinationId),
  );
}

/**
 * Reads a list that may be forbidden to the account, such as its users, or missing in the API; it is then reported and
 * left out. Projects were read before, so the address and the sign-in are right.
 */
async function readOptional(reading: Reading, definition: Definition): Promise<ListResult> {
  const { progress } = reading;
  const nouns = nounsOf(definition);
  const onCount = (count: number) => {
    progress.now(`${nouns}: ${count}`);
  };
  try {
    const found = await listOf(reading, definition, { query: {}, of: "", onCount });
    progress.done(`${nouns}: ${found?.length ?? "none to be had"}`);
    if (found !== undefined) return { items: found, unread: [] };
    return { items: [], unread: [`The ${nouns}: the API says that it has no such list.`] };
  } catch (error) {
    if (!(error instanceof BluedotError) || (error.status !== 403 && error.status !== 404)) throw error;
    progress.done(`${nouns}: not to be had`);
    return { items: [], unread: [`The ${nouns}: ${error.message}`] };
  }
}

/** The part of a list to read. */
interface Part {
  readonly query: Readonly<Record<string, string>>;
  /** The owner, for a message: ` of project "Coffee"`. */
  readonly of: string;
  /** Called with the number of objects so far. */
  readonly onCount: (count: number) => void;
}

async function listOf(
  { session }: Reading,
  definition: Definition,
  { query, of, onCount }: Part,
): Promise<JsonObject[] | undefined> {
  const { collection, idField } = definition;
  const items = await listAll(session, {
    path: collection,
    query,
    subject: `Reading the ${nounsOf(definition)}${of}`,
    idOf: (item) => (isObject(item) && isString(item[idField]) ? item[idField] : undefined),
    onPage: (_pages, count) => {
      onCount(count);
    },
  });
  return items?.map((item) => {
    if (isObject(item)) return item;
    throw new BluedotError("unreadable", `GET ${collection} holds something that is no ${definition.noun}.`);
  });
}

function nounsOf(definition: Definition): string {
  return `${nounOf(definition)}s`;
}

function textOf(value: Json | undefined): string {
  return isString(value) ? value : "";
}
