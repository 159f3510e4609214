/** Finds one object, or a list of them, as the API holds them. */
import { nounOf, type Definition } from "../../lifecycle/definition";
import { project } from "../../project/definition";
import { nearestOf } from "../../suggestions";
import { BluedotError } from "../../errors";
import { isObject, isString, type Json, type JsonObject } from "../../json";
import type { Session } from "../../api";
import { listAll } from "../../api/pagination";

/** A function under way: what it is called, and how the API is reached. */
export interface Query {
  readonly name: string;
  readonly session: Session;
}

/** @throws BluedotError of kind `missing` where there is none of that id */
export async function byId(asking: Query, definition: Definition, id: string): Promise<JsonObject> {
  const found = await currentOf(asking, definition, id);
  if (found !== undefined) return found;
  throw new BluedotError(
    "missing",
    `${asking.name}: there is no ${nounOf(definition)} ${id} in this account and region; correct the id.`,
    { status: 404 },
  );
}

async function currentOf(
  { name, session }: Query,
  definition: Definition,
  id: string,
): Promise<JsonObject | undefined> {
  const one = `${definition.collection}/${encodeURIComponent(id)}`;
  const { status, body } = await session.send({ method: "GET", path: one, subject: name });
  if (status === 404) return undefined;
  if (isObject(body) && idOf(definition, body) === id) return body;
  throw new BluedotError(
    "unreadable",
    `${name}: the answer to GET ${one} is not the ${nounOf(definition)} of that id.`,
    {
      status,
    },
  );
}

/** The objects among which a name is looked for: those of the account, or of the project of the query. */
export interface Place {
  readonly query?: Readonly<Record<string, string>>;
  /** `the account`, `the project 6e4a…` */
  readonly words: string;
}

/**
 * @param searched true if the API's own search is used first, which saves pages of a long list
 * @throws BluedotError of kind `missing` with the nearest names, or `conflict` with the ids where several have the name
 */
export async function byName(
  asking: Query,
  definition: Definition,
  wanted: string,
  { query = {}, words }: Place,
  { searched = false } = {},
): Promise<JsonObject> {
  const named = ({ name }: JsonObject) => name === wanted;
  const similar = searched ? await similarTo(asking, definition, wanted, query) : [];
  const all = similar.some(named) ? similar : await list(asking, definition, query);
  const [found, ...others] = all.filter(named);
  if (found === undefined) throw noSuchName(asking, definition, { wanted, words, all });
  if (others.length === 0) return found;
  const ids = [found, ...others].map((each) => String(idOf(definition, each)));
  throw new BluedotError(
    "conflict",
    `${asking.name}: ${ids.length} ${nounOf(definition)}s of ${words} are called ${JSON.stringify(wanted)}: ${ids.join(", ")}; ` +
      `ask for one by its id.`,
  );
}

/** The objects that the API's own search finds; the search refuses some characters of a name as operators. */
async function similarTo(
  asking: Query,
  definition: Definition,
  wanted: string,
  query: Readonly<Record<string, string>>,
): Promise<JsonObject[]> {
  try {
    return await list(asking, definition, { ...query, textSearchTerm: wanted });
  } catch (error) {
    if (error instanceof BluedotError && error.kind === "refused") return [];
    throw error;
  }
}

function noSuchName(
  { name }: Query,
  definition: Definition,
  { wanted, words, all }: { wanted: string; words: string; all: JsonObject[] },
): BluedotError {
  const nearest = nearestOf(wanted, all.map((each) => each["name"]).filter(isString));
  const hint =
    nearest.length === 0 ? `it has no ${nounOf(definition)}s` : `the nearest names are ${nearest.join(", ")}`;
  return new BluedotError(
    "missing",
    `${name}: no ${nounOf(definition)} of ${words} is called ${JSON.stringify(wanted)}; ${hint}.`,
    { status: 404 },
  );
}

/** All objects that the query is about. An API may say "not found" of an empty list: the project itself is asked then. */
export async function list(
  asking: Query,
  definition: Definition,
  query: Readonly<Record<string, string>>,
): Promise<JsonObject[]> {
  const listing = { path: definition.collection, query, subject: asking.name };
  const found = await listAll(asking.session, { ...listing, idOf: (item) => idOf(definition, item) });
  if (found === undefined) await projectOf(asking, query);
  // The documentation does not say that every list has this filter.
  const { projectId } = query;
  const elsewhere = (item: JsonObject) => isString(item["projectId"]) && item["projectId"] !== projectId;
  return (found ?? []).filter(isObject).filter((item) => projectId === undefined || !elsewhere(item));
}

/** @throws BluedotError of kind `missing` where the project that a query is about does not exist */
export async function projectOf(asking: Query, { projectId }: { projectId?: string }): Promise<void> {
  if (projectId !== undefined) await byId(asking, project, projectId);
}

function idOf({ idField }: Definition, item: Json): string | undefined {
  const id = isObject(item) ? item[idField] : undefined;
  return isString(id) ? id : undefined;
}
