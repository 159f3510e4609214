/** Everything the emulator holds: in memory, and in a journal when it was given a data file. */
import type { StoredProject } from "../entities/project";
import type { StoredZone } from "../entities/zone";
import type { Change } from "./change";
import { Collection } from "./collection";
import { openDataFile, type DataFile } from "./data-file";

/** The group all projects are in. */
export const allProjects = "";

export class Store {
  readonly projects = new Collection<StoredProject>(() => allProjects);
  readonly zones = new Collection<StoredZone>((zone) => zone.projectId);
  #seq = 0;
  #file: DataFile | undefined;

  /** A store with what the data file holds, which is made when it is not there. */
  static async open(data: string | undefined): Promise<Store> {
    const store = new Store();
    if (data === undefined) return store;
    store.#file = await openDataFile(data, {
      apply: (change) => {
        store.#apply(change);
      },
      snapshot: () => store.#snapshot(),
    });
    return store;
  }

  putProject(entity: StoredProject): void {
    const seq = this.projects.seqOf(entity._id) ?? this.#seq + 1;
    this.#commit([{ op: "put", collection: "projects", seq, entity }]);
  }

  putZone(entity: StoredZone): void {
    const seq = this.zones.seqOf(entity._id) ?? this.#seq + 1;
    this.#commit([{ op: "put", collection: "zones", seq, entity }]);
  }

  /** Deletes a project and its zones, together or not at all. */
  deleteProject(id: string): void {
    const zones = this.zones.group(id).map(({ entity }) => entity._id);
    this.#commit([
      ...zones.map((zoneId): Change => ({ op: "delete", collection: "zones", id: zoneId })),
      { op: "delete", collection: "projects", id },
    ]);
  }

  deleteZone(id: string): void {
    this.#commit([{ op: "delete", collection: "zones", id }]);
  }

  clear(): void {
    this.#commit([{ op: "clear" }]);
  }

  /** Resolves when everything that happened so far would survive a crash. */
  durable(): Promise<void> {
    return this.#file?.flushed() ?? Promise.resolve();
  }

  async close(): Promise<void> {
    await this.#file?.close();
  }

  #commit(changes: Change[]): void {
    // First into the journal's queue, which may refuse: memory must never run ahead of a journal that is closed.
    this.#file?.append(changes);
    for (const change of changes) this.#apply(change);
  }

  #apply(change: Change): void {
    if (change.op === "clear") {
      this.projects.clear();
      this.zones.clear();
    } else if (change.op === "delete") {
      this[change.collection].delete(change.id);
    } else {
      this.#seq = Math.max(this.#seq, change.seq);
      if (change.collection === "projects") this.projects.put(change.entity, change.seq);
      else this.zones.put(change.entity, change.seq);
    }
  }

  #snapshot(): Change[] {
    const put = { op: "put" } as const;
    return [
      ...this.projects.rows().map((row): Change => ({ ...put, collection: "projects", ...row })),
      ...this.zones.rows().map((row): Change => ({ ...put, collection: "zones", ...row })),
    ];
  }
}
