/** Lists of the API, read once a process and shared by all its resources, in place of a request for each. */
import { BluedotError } from "../errors";
import { isObject, isString, type JsonObject } from "../json";
import type { Session } from "../api";
import { listAll } from "../api/pagination";
import { REAL_CLOCK } from "../clock";
import { nounOf, type ResourceRef, type Definition } from "./definition";
import type { Clock } from "../clock";
import { fetchOne } from "./requests";

export type ListCache = ReturnType<typeof openListCache>;

interface ListedObject {
  /** Undefined if it is gone, which is never taken from a list alone. */
  readonly found: JsonObject | undefined;
  /** Reads the object with a GET if a list shows a change of it: a list may lag behind a write. */
  readonly confirmed: () => Promise<JsonObject | undefined>;
}

/** The objects of a list by their ids. */
export type Listed = ReadonlyMap<string, JsonObject>;

/** The number of objects that are read one by one; for more, the list is read. */
const FEW = 3;
/** The time that the first few wait for others of their list, in milliseconds: the engine reads several at once. */
const GATHERING_TIME = 100;
/** The number of correct objects in a row after which the changes that a list shows are trusted. */
const TRUSTED_AFTER = 10;
/** The time before a list that failed is read again, in milliseconds: a thousand resources wait for it. */
const FAILURE_TIME = 10_000;

export function openListCache(session: Session, clock: Clock) {
  const cached = new Map<string, CachedList>();
  const written = new Set<string>();
  const listOf = (definition: Definition, properties: JsonObject): CachedList => {
    const query = definition.listed(properties);
    const key = JSON.stringify([definition.collection, query]);
    const list = cached.get(key) ?? openCachedList(() => readList(session, definition, query), clock);
    cached.set(key, list);
    return list;
  };
  const mark = ({ collection }: Definition, id: string) => `${collection}/${id}`;

  return {
    /** The current object: from its list, if more than a few objects of the list are read. */
    async look(definition: Definition, about: ResourceRef, properties: JsonObject): Promise<ListedObject> {
      const list = listOf(definition, properties);
      const one = () => fetchOne(definition, about);
      const listed = (await list.isWorthwhile()) ? await list.first() : undefined;
      const found = written.has(mark(definition, about.id)) ? undefined : listed?.get(about.id);
      if (found === undefined) {
        const alone = await one();
        return { found: alone, confirmed: () => Promise.resolve(alone) };
      }
      return { found, confirmed: () => list.confirmed(found, one) };
    },
    /** The current object of a list: read with a GET until the list has been right often enough. */
    confirm(definition: Definition, about: ResourceRef, listed: JsonObject) {
      const one = () => fetchOne(definition, about);
      return written.has(mark(definition, about.id))
        ? one()
        : listOf(definition, listed).confirmed(listed, one);
    },
    /**
     * The list of the object's collection, as it was when this process first needed it; undefined if the API has no
     * such list.
     */
    first: (definition: Definition, declared: JsonObject) => listOf(definition, declared).first(),
    /** The same list, read after this call. */
    fresh: (definition: Definition, declared: JsonObject) => listOf(definition, declared).fresh(),
    /** Marks an object that is being written: the lists that were read do not show it as it is. */
    touched: (definition: Definition, id: string) => {
      written.add(mark(definition, id));
    },
  };
}

/** One list. */
type CachedList = ReturnType<typeof openCachedList>;

function openCachedList(read: () => Promise<Listed | undefined>, { now, sleep }: Clock) {
  let first: Promise<Listed | undefined> | undefined;
  let failedUntil = 0;
  let running: Promise<Listed | undefined> | undefined;
  let next: Promise<Listed | undefined> | undefined;
  let reads = 0;
  let waiting: ((enough: boolean) => void)[] = [];
  let correct = 0;

  const decide = (enough: boolean) => {
    for (const resolve of waiting) resolve(enough);
    waiting = [];
  };
  const fresh = (): Promise<Listed | undefined> => {
    if (running === undefined) {
      running = read().finally(() => (running = undefined));
      return running;
    }
    // The running read began before this call, and may lack later changes.
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = undefined;
        return fresh();
      });
    return next;
  };

  return {
    async isWorthwhile(): Promise<boolean> {
      reads += 1;
      if (first !== undefined || reads > FEW) {
        decide(true);
        return true;
      }
      const own = reads;
      const enough = new Promise<boolean>((resolve) => waiting.push(resolve));
      void sleep(GATHERING_TIME).then(() => {
        // A later read waits in its turn, and decides for all.
        if (own === reads) decide(false);
      });
      return enough;
    },
    first(): Promise<Listed | undefined> {
      if (first === undefined || (failedUntil > 0 && now() > failedUntil)) {
        failedUntil = 0;
        first = fresh();
        first.catch(() => (failedUntil = now() + FAILURE_TIME));
      }
      return first;
    },
    fresh,
    async confirmed(
      listed: JsonObject,
      one: () => Promise<JsonObject | undefined>,
    ): Promise<JsonObject | undefined> {
      if (correct >= TRUSTED_AFTER) return listed;
      const found = await one();
      correct = JSON.stringify(found) === JSON.stringify(listed) ? correct + 1 : 0;
      return found;
    },
  };
}

/** Undefined if the account may not see the list, or the API has no such list. */
async function readList(
  session: Session,
  definition: Definition,
  query: Readonly<Record<string, string>>,
): Promise<Listed | undefined> {
  const { collection, idField } = definition;
  const { projectId } = query;
  const of = projectId === undefined ? "" : ` of project ${projectId}`;
  const idOf = (item: unknown) => (isObject(item) && isString(item[idField]) ? item[idField] : undefined);
  const subject = `The list of ${nounOf(definition)}s${of}`;
  const read = { pages: 0 };
  const onPage = (pages: number) => {
    read.pages = pages;
  };
  try {
    const items = await listAll(session, { path: collection, query, subject, idOf, onPage });
    return (
      items &&
      new Map(
        items.flatMap((item): [string, JsonObject][] => {
          const id = idOf(item);
          return isObject(item) && id !== undefined ? [[id, item]] : [];
        }),
      )
    );
  } catch (error) {
    const isRefused =
      error instanceof BluedotError &&
      error.status !== undefined &&
      error.status >= 400 &&
      error.status < 500;
    if (isRefused && read.pages === 0 && error.status !== 429 && error.status !== 401) return undefined;
    throw error;
  }
}

const listCaches = new WeakMap<Session, ListCache>();

/** One cache a session. */
export function listCacheFor(session: Session): ListCache {
  const lists = listCaches.get(session) ?? openListCache(session, REAL_CLOCK);
  listCaches.set(session, lists);
  return lists;
}
