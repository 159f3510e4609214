/** What the API's lists hold: read once a process and shared by all its resources, in place of a request for each. */
import { BluedotError } from "../errors";
import { isObject, isString, type JsonObject } from "../json";
import type { Session } from "../api";
import { listAll } from "../api/pagination";
import { REAL_CLOCK } from "../clock";
import type { ResourceRef, Definition } from "./definition";
import type { Clock } from "../clock";
import { fetchOne } from "./requests";

export interface ListCache {
  /** What the API holds under an id: from its list where more than a few of the list are asked for. */
  look(definition: Definition, about: ResourceRef, properties: JsonObject): Promise<Sight>;
  /**
   * The list in which the object will stand, as it was when this process first needed it; undefined where the API
   * gives none.
   */
  first(definition: Definition, declared: JsonObject): Promise<Listed | undefined>;
  /** The same list, begun after this call; undefined where the API gives none. */
  fresh(definition: Definition, declared: JsonObject): Promise<Listed | undefined>;
  /** What the API holds of an object of a list, asked for itself until the list has told the truth often enough. */
  confirm(definition: Definition, about: ResourceRef, listed: JsonObject): Promise<JsonObject | undefined>;
  /** Hears that an object is being written: lists that were read say nothing of it any more. */
  touched(definition: Definition, id: string): void;
}

interface Sight {
  /** Undefined where it is gone, which no list alone can say. */
  readonly found: JsonObject | undefined;
  /**
   * Asks for the object itself, where what a list says of it would be news: a list may lag behind a write. What it
   * has said rightly often enough is believed.
   */
  readonly confirmed: () => Promise<JsonObject | undefined>;
}

/** The objects of a list by their ids. */
export type Listed = ReadonlyMap<string, JsonObject>;

/** So many objects of a list are asked for one by one; for more the list is read. */
const FEW = 3;
/** So long the first few wait for others of their list, in milliseconds: the engine asks for several at once. */
const GATHERING = 100;
/** After so many objects that were in a list as they are, it is believed also where it tells news. */
const BELIEVED = 10;
/** A list that could not be read is not asked for again so soon, in milliseconds: a thousand resources wait for it. */
const FAILURE_LASTS = 10_000;

export function openListCache(session: Session, clock: Clock): ListCache {
  const shelves = new Map<string, Shelf>();
  const written = new Set<string>();
  const shelfOf = (definition: Definition, properties: JsonObject): Shelf => {
    const query = definition.listed(properties);
    const key = JSON.stringify([definition.collection, query]);
    const shelf = shelves.get(key) ?? openShelf(() => readList(session, definition, query), clock);
    shelves.set(key, shelf);
    return shelf;
  };
  const mark = ({ collection }: Definition, id: string) => `${collection}/${id}`;

  return {
    async look(definition, about, properties) {
      const shelf = shelfOf(definition, properties);
      const one = () => fetchOne(definition, about);
      const listed = (await shelf.isWorthwhile()) ? await shelf.first() : undefined;
      const found = written.has(mark(definition, about.id)) ? undefined : listed?.get(about.id);
      if (found === undefined) {
        const alone = await one();
        return { found: alone, confirmed: () => Promise.resolve(alone) };
      }
      return { found, confirmed: () => shelf.confirmed(found, one) };
    },
    confirm(definition, about, listed) {
      const one = () => fetchOne(definition, about);
      return written.has(mark(definition, about.id))
        ? one()
        : shelfOf(definition, listed).confirmed(listed, one);
    },
    first: (definition, declared) => shelfOf(definition, declared).first(),
    fresh: (definition, declared) => shelfOf(definition, declared).fresh(),
    touched: (definition, id) => {
      written.add(mark(definition, id));
    },
  };
}

/** One list. */
interface Shelf {
  readonly isWorthwhile: () => Promise<boolean>;
  readonly first: () => Promise<Listed | undefined>;
  readonly fresh: () => Promise<Listed | undefined>;
  readonly confirmed: (
    listed: JsonObject,
    one: () => Promise<JsonObject | undefined>,
  ) => Promise<JsonObject | undefined>;
}

function openShelf(read: () => Promise<Listed | undefined>, { now, sleep }: Clock): Shelf {
  let first: Promise<Listed | undefined> | undefined;
  let failedUntil = 0;
  let running: Promise<Listed | undefined> | undefined;
  let next: Promise<Listed | undefined> | undefined;
  let asked = 0;
  let gathered: ((enough: boolean) => void)[] = [];
  let believed = 0;

  const decide = (enough: boolean) => {
    for (const tell of gathered) tell(enough);
    gathered = [];
  };
  const fresh = (): Promise<Listed | undefined> => {
    if (running === undefined) {
      running = read().finally(() => (running = undefined));
      return running;
    }
    // It began before this call, and says nothing of what happened since.
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = undefined;
        return fresh();
      });
    return next;
  };

  return {
    async isWorthwhile() {
      asked += 1;
      if (first !== undefined || asked > FEW) {
        decide(true);
        return true;
      }
      const place = asked;
      const enough = new Promise<boolean>((tell) => gathered.push(tell));
      void sleep(GATHERING).then(() => {
        // Whoever came later has a wait of their own, and tells all.
        if (place === asked) decide(false);
      });
      return enough;
    },
    first() {
      if (first === undefined || (failedUntil > 0 && now() > failedUntil)) {
        failedUntil = 0;
        first = fresh();
        first.catch(() => (failedUntil = now() + FAILURE_LASTS));
      }
      return first;
    },
    fresh,
    async confirmed(listed, one) {
      if (believed >= BELIEVED) return listed;
      const found = await one();
      believed = JSON.stringify(found) === JSON.stringify(listed) ? believed + 1 : 0;
      return found;
    },
  };
}

/** Undefined where an account may see objects and not their list, or where the API has no such list. */
async function readList(
  session: Session,
  { collection, idField, noun }: Definition,
  query: Readonly<Record<string, string>>,
): Promise<Listed | undefined> {
  const { projectId } = query;
  const of = projectId === undefined ? "" : ` of project ${projectId}`;
  const idOf = (item: unknown) => (isObject(item) && isString(item[idField]) ? item[idField] : undefined);
  const subject = `The list of ${noun.toLowerCase()}s${of}`;
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

/** The one that all who share a session share. */
export function listCacheFor(session: Session): ListCache {
  const lists = listCaches.get(session) ?? openListCache(session, REAL_CLOCK);
  listCaches.set(session, lists);
  return lists;
}
