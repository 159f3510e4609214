/** Everything the emulator holds: in memory, and in a journal when it was given a data file. */
import { collectionNames, kinds, type CollectionName, type Entities } from "../entities/kinds";
import type { Change, Placed, Put } from "./change";
import { Collection } from "./collection";
import { openDataFile, type DataFile } from "./data-file";

export class Store {
  readonly #collections: { readonly [K in CollectionName]: Collection<Entities[K]> } = {
    projects: new Collection(kinds.projects),
    zones: new Collection(kinds.zones),
    destinations: new Collection(kinds.destinations),
    beacons: new Collection(kinds.beacons),
    users: new Collection(kinds.users),
  };
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
      snapshot: () => collectionNames.flatMap((name) => store.#snapshot(name)),
    });
    return store;
  }

  of<K extends CollectionName>(name: K): Collection<Entities[K]> {
    return this.#collections[name];
  }

  /** Puts entities in their places, together or not at all. */
  put(...puts: Put[]): void {
    this.#commit(puts.map((put, index) => ({ op: "put", seq: this.#seq + 1 + index, ...put })));
  }

  /** Deletes an entity, a project with its zones, together or not at all. */
  delete(collection: CollectionName, key: string): void {
    const zones = collection === "projects" ? this.of("zones").group(key) : [];
    this.#commit([
      ...zones.map(({ entity }): Change => ({ op: "delete", collection: "zones", id: entity._id })),
      { op: "delete", collection, id: key },
    ]);
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
      for (const name of collectionNames) this.of(name).clear();
    } else if (change.op === "delete") {
      this.of(change.collection).delete(change.id);
    } else {
      this.#seq = Math.max(this.#seq, change.seq);
      this.#keep(change, change.seq);
    }
  }

  #keep<K extends CollectionName>({ collection, entity }: Put<K>, seq: number): void {
    this.#collections[collection].put(entity, seq);
  }

  #snapshot<K extends CollectionName>(collection: K): Placed<K>[] {
    const rows = this.#collections[collection].rows();
    return rows.map(({ seq, entity }): Placed<K> => ({ op: "put", collection, seq, entity }));
  }
}
