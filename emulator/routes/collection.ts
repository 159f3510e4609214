/** The routes of a collection: create, list, read, replace, delete. */
import { Hono, type Context } from "hono";

import { idPattern } from "../entities/fields";
import { kinds, type Bodies, type CollectionName, type Entities } from "../entities/kinds";
import { checked, conflict, notFound, validationError } from "../errors";
import type { Row } from "../store/collection";
import { pageOf } from "./paging";
import { emptyAnswer, jsonBody, refusePatch, signedIn, type Service } from "./service";

/** The rules of a single collection. */
export interface Rules<K extends CollectionName> {
  /** Refuses what refers to something that is not there; what it referred to before it may keep. */
  readonly refers?: (body: Bodies[K], previous: Entities[K] | undefined) => void;
  /** Stores what is created together with it. */
  readonly brings?: (body: Bodies[K], previous: Entities[K] | undefined) => void;
  /** The filter of a list. Default: all entities, by `textSearchTerm`. */
  readonly listed?: (c: Context) => Listed<Entities[K]>;
  /** Refuses a deletion that is not asked for properly. */
  readonly deletion?: (c: Context) => void;
}

export interface Listed<T> {
  readonly rows: readonly Row<T>[];
  readonly wanted?: ((entity: T) => boolean) | undefined;
}

export function collectionRoutes<K extends CollectionName>(
  name: K,
  service: Service,
  rules: Rules<K> = {},
): Hono {
  const { store, settings, writing } = service;
  const kind = kinds[name];
  const collection = store.of(name);
  const authorized = signedIn(service);
  const parameter = `${name.slice(0, -1)}Id`;
  const routes = new Hono();

  routes.post("/", authorized, async (c) => {
    const entity = written(checked(kind.body, await jsonBody(c)), undefined);
    return c.json(entity, 201);
  });

  routes.get("/", authorized, (c) => {
    const { rows, wanted } = rules.listed?.(c) ?? {
      rows: collection.rows(),
      wanted: withText(name, c.req.query("textSearchTerm")),
    };
    return pageOf(c, rows, wanted, settings);
  });

  routes.get("/:key", authorized, (c) => c.json(existing(c)));

  routes.put("/:key", authorized, async (c) => {
    const sent = await jsonBody(c);
    const previous = existing(c);
    return c.json(written(checked(kind.body, sent), previous));
  });

  routes.delete("/:key", authorized, (c) => {
    rules.deletion?.(c);
    store.delete(name, kind.keyOf(existing(c)));
    return emptyAnswer();
  });

  routes.patch("/:key", authorized, refusePatch);

  function existing(c: Context): Entities[K] {
    const key = c.req.param("key") ?? "";
    if (kind.key === "_id" && !idPattern.test(key))
      throw validationError({ [parameter]: "must be a lower-case UUID (version 4)" });
    const entity = collection.get(key);
    if (entity === undefined) throw notFound(kind.noun, key);
    return entity;
  }

  /** Stores the entity of a body, unless a rule refuses it. */
  function written(body: Bodies[K], previous: Entities[K] | undefined): Entities[K] {
    sameId(body._id, previous?._id);
    rules.refers?.(body, previous);
    const entity = kind.from(body, previous, writing);
    if (previous !== undefined && kind.keyOf(entity) !== kind.keyOf(previous))
      throw validationError({ [kind.key]: "is not the id of the path" });
    unclaimed(entity, previous);
    rules.brings?.(body, previous);
    store.put(name, entity);
    return entity;
  }

  /** Refuses a unique value that another entity has. */
  function unclaimed(entity: Entities[K], previous: Entities[K] | undefined): void {
    const own = previous === undefined ? undefined : kind.keyOf(previous);
    for (const { field, value, with: others } of kind.claimsOf?.(entity) ?? []) {
      if (!collection.isClaimed(value, own)) continue;
      const together = others === undefined ? "" : `with ${others} `;
      throw conflict(field, `${together}is that of another ${kind.noun.toLowerCase()}`);
    }
  }

  return routes;
}

/** A `PUT` says the id twice, or only in its path. */
function sameId(sent: string | undefined, id: string | undefined): void {
  if (sent !== undefined && sent !== id)
    throw validationError({ _id: id === undefined ? "is given by the server" : "is not the id of the path" });
}

/** Any of the terms, separated by commas, anywhere in what is searched, in either case. */
export function withText<K extends CollectionName>(
  name: K,
  terms: string | undefined,
): ((entity: Entities[K]) => boolean) | undefined {
  const asked = words(terms?.toLowerCase());
  if (asked.length === 0) return undefined;
  const kind = kinds[name];
  return (entity) => {
    const searched = kind.searched(entity).toLowerCase();
    return asked.some((term) => searched.includes(term));
  };
}

/** The words of a list with commas. */
export function words(list = ""): string[] {
  return list
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");
}
