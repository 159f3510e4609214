/** Direct access to the store, without requests: for tests, and for changes as in the web console. */
import type { Writing } from "./entities/additions";
import { kinds, type CollectionName, type Entities, type News } from "./entities/kinds";
import { EmulatorError, NotHeldError, understood } from "./errors";
import type { Store } from "./store/store";

/**
 * Entities of one kind, read and changed without a request, a token or the API's checks: a change is what an edit in
 * the web console would be. Every entity given out is a copy. A destination is known by its `destinationId`,
 * everything else by its `_id`.
 *
 * @example
 * emulator.zones.update(zoneId, (zone) => ({ ...zone, minimumRetriggerTime: 120 }));
 */
export interface Direct<Stored, New> {
  /** The entity with an id, or undefined. */
  readonly get: (id: string) => Stored | undefined;
  /** Every entity in the order of creation; for zones and destinations those of one project when its id is given. */
  readonly list: (projectId?: string) => Stored[];
  /** The number of entities; for zones and destinations in one project when its id is given. */
  readonly size: (projectId?: string) => number;
  /**
   * Adds an entity. Ids that are not given are made. Throws an `EmulatorError` when the id is taken, or the project
   * that it names is not there.
   */
  readonly create: (entity: New) => Stored;
  /**
   * Replaces an entity by what the function makes of it; the function may also change its argument and return
   * nothing. Throws an `EmulatorError` when there is none.
   */
  readonly update: (id: string, change: (entity: Stored) => Stored | undefined) => Stored;
  /** Removes an entity, a project with its zones; false when there was none. */
  readonly delete: (id: string) => boolean;
}

/** Entities to start from. An entity is added before the entities that refer to it. */
export type Seed = { readonly [K in CollectionName]?: readonly News[K][] | undefined };

/** The added entities, as they are stored. */
export type Seeded = { readonly [K in CollectionName]: Entities[K][] };

/** The entities that can be read and changed without a request. */
export type DirectAccess = {
  readonly [K in CollectionName]: Direct<Entities[K], News[K]>;
};

export function adminApi(store: Store, writing: Writing): DirectAccess {
  return {
    projects: direct("projects", store, writing),
    zones: direct("zones", store, writing),
    destinations: direct("destinations", store, writing),
    beacons: direct("beacons", store, writing),
    users: direct("users", store, writing),
  };
}

/** Adds what others refer to before them. */
export function seeded(access: DirectAccess, seed: Seed): Seeded {
  const add = <K extends CollectionName>(name: K): Entities[K][] =>
    seed[name]?.map((one) => access[name].create(one)) ?? [];
  return {
    projects: add("projects"),
    destinations: add("destinations"),
    beacons: add("beacons"),
    zones: add("zones"),
    users: add("users"),
  };
}

function direct<K extends CollectionName>(
  name: K,
  store: Store,
  writing: Writing,
): Direct<Entities[K], News[K]> {
  const kind = kinds[name];
  const collection = store.of(name);
  const invalid = `The emulator cannot hold such a ${nounOf(name)}.`;
  const rows = (projectId?: string) =>
    projectId === undefined || kind.projectOf === undefined ? collection.rows() : collection.group(projectId);
  return {
    get: (id) => structuredClone(collection.get(id)),
    list: (projectId) => rows(projectId).map(({ entity }) => structuredClone(entity)),
    size: (projectId) => rows(projectId).length,
    create: (given) => {
      const entity = kind.seed(understood(kind.given, structuredClone(given), invalid), writing);
      const key = kind.keyOf(entity);
      if (collection.get(key) !== undefined)
        throw new EmulatorError(`The emulator already has a ${nounOf(name)} ${key}.`);
      const projectId = kind.projectOf?.(entity);
      if (projectId !== undefined) found("projects", projectId, store);
      store.put(name, entity);
      return structuredClone(entity);
    },
    update: (id, change) => {
      const copy = structuredClone(found(name, id, store));
      const made = { ...(change(copy) ?? copy), [kind.key]: id, ...touched(writing) };
      const changed = understood(kind.stored, made, invalid);
      store.put(name, structuredClone(changed));
      return changed;
    },
    delete: (id) => {
      if (collection.get(id) === undefined) return false;
      store.delete(name, id);
      return true;
    },
  };
}

function found<K extends CollectionName>(name: K, id: string, store: Store): Entities[K] {
  const entity = store.of(name).get(id);
  if (entity === undefined) throw new NotHeldError(`The emulator has no ${nounOf(name)} ${id}.`);
  return entity;
}

function nounOf(name: CollectionName): string {
  return kinds[name].noun.toLowerCase();
}

function touched({ additions, now }: Writing): { updatedAt?: string } {
  return additions.includes("timestamps") ? { updatedAt: new Date(now()).toISOString() } : {};
}
