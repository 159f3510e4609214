/** The store without the API: what somebody else does behind a client's back, and what a test wants to know. */
import type { Writing } from "./entities/additions";
import { projectSeed, storedProject, type NewProject, type StoredProject } from "./entities/project";
import { storedZone, zoneSeed, type NewZone, type StoredZone } from "./entities/zone";
import { EmulatorError } from "./errors";
import { allProjects, type Store } from "./store/store";

/**
 * Entities of one kind, read and changed without a request, a token or the API's checks: a change is what an edit in
 * the web console would be. Every entity given out is a copy.
 *
 * @example
 * emulator.zones.update(zoneId, (zone) => ({ ...zone, minimumRetriggerTime: 120 }));
 */
export interface Direct<Stored, New> {
  /** The entity with an id, or undefined. */
  readonly get: (id: string) => Stored | undefined;
  /** Every entity in the order of creation; for zones those of one project when its id is given. */
  readonly list: (projectId?: string) => Stored[];
  /** How many there are; for zones in one project when its id is given. */
  readonly size: (projectId?: string) => number;
  /** Adds an entity. Ids that are not given are made. */
  readonly create: (entity: New) => Stored;
  /**
   * Replaces an entity by what the function makes of it; the function may also change its argument and return
   * nothing. Throws an `EmulatorError` when there is none.
   */
  readonly update: (id: string, change: (entity: Stored) => Stored | undefined) => Stored;
  /** Removes an entity, a project with its zones; false when there was none. */
  readonly delete: (id: string) => boolean;
}

export type DirectProjects = Direct<StoredProject, NewProject>;
export type DirectZones = Direct<StoredZone, NewZone>;

export function directProjects(store: Store, writing: Writing): DirectProjects {
  const rows = () => store.projects.group(allProjects);
  return {
    get: (id) => structuredClone(store.projects.get(id)),
    list: () => rows().map(({ entity }) => structuredClone(entity)),
    size: () => store.projects.size,
    create: (given) => {
      const project = projectSeed(structuredClone(given), writing);
      store.putProject(project);
      return structuredClone(project);
    },
    update: (id, change) => {
      const copy = found("project", id, store.projects.get(id));
      const changed = storedProject.parse({ ...(change(copy) ?? copy), _id: id, ...touched(writing) });
      store.putProject(structuredClone(changed));
      return changed;
    },
    delete: (id) => {
      if (store.projects.get(id) === undefined) return false;
      store.deleteProject(id);
      return true;
    },
  };
}

export function directZones(store: Store, writing: Writing): DirectZones {
  const rows = (projectId?: string) =>
    projectId === undefined ? store.zones.rows() : store.zones.group(projectId);
  return {
    get: (id) => structuredClone(store.zones.get(id)),
    list: (projectId) => rows(projectId).map(({ entity }) => structuredClone(entity)),
    size: (projectId) => (projectId === undefined ? store.zones.size : store.zones.group(projectId).length),
    create: (given) => {
      const zone = zoneSeed(structuredClone(given), writing);
      found("project", zone.projectId, store.projects.get(zone.projectId));
      store.putZone(zone);
      return structuredClone(zone);
    },
    update: (id, change) => {
      const copy = found("zone", id, store.zones.get(id));
      const changed = storedZone.parse({ ...(change(copy) ?? copy), _id: id, ...touched(writing) });
      store.putZone(structuredClone(changed));
      return changed;
    },
    delete: (id) => {
      if (store.zones.get(id) === undefined) return false;
      store.deleteZone(id);
      return true;
    },
  };
}

function found<T>(noun: string, id: string, entity: T | undefined): T {
  if (entity === undefined) throw new EmulatorError(`The emulator has no ${noun} ${id}.`);
  return structuredClone(entity);
}

function touched({ additions, now }: Writing): { updatedAt?: string } {
  return additions.includes("timestamps") ? { updatedAt: new Date(now()).toISOString() } : {};
}
