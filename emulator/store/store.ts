/** Everything the emulator holds: in memory, and in a data file when it was given one. */
import { collectionNames, kinds, type CollectionName, type Entities } from "../entities/kinds";
import { Collection } from "./collection";
import { DataFile } from "./data-file";
import { snapshotOf, textOf, type Snapshot } from "./snapshot";

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

  /** A store with what the data file holds. */
  static async open(data: string | undefined): Promise<Store> {
    const store = new Store();
    if (data === undefined) return store;
    const file = await DataFile.open(data);
    const { text, path } = file;
    if (text !== "") {
      const snapshot = snapshotOf(text, path);
      for (const name of collectionNames) store.#fill(name, snapshot);
    }
    store.#file = file;
    return store;
  }

  of<K extends CollectionName>(name: K): Collection<Entities[K]> {
    return this.#collections[name];
  }

  // No request awaits anything between two of its changes, so that the file has all of them or none.

  /** Adds an entity, or replaces the one with its key. */
  put<K extends CollectionName>(name: K, entity: Entities[K]): void {
    this.#seq += 1;
    this.#collections[name].put(entity, this.#seq);
    this.#file?.changed();
  }

  /** Deletes an entity, a project with its zones. */
  delete(collection: CollectionName, key: string): void {
    const zones = collection === "projects" ? [...this.of("zones").group(key)] : [];
    for (const { entity } of zones) this.of("zones").delete(entity._id);
    this.of(collection).delete(key);
    this.#file?.changed();
  }

  clear(): void {
    for (const name of collectionNames) this.of(name).clear();
    this.#file?.changed();
  }

  /** Resolves when everything that happened so far would survive a crash of the process. */
  async durable(): Promise<void> {
    await this.#file?.durable(() => this.#text());
  }

  #fill<K extends CollectionName>(name: K, snapshot: Pick<Snapshot, K>): void {
    for (const { seq, entity } of snapshot[name]) {
      this.of(name).put(entity, seq);
      this.#seq = Math.max(this.#seq, seq);
    }
  }

  #text(): string {
    const { projects, destinations, beacons, zones, users } = this.#collections;
    return textOf({
      projects: projects.rows(),
      destinations: destinations.rows(),
      beacons: beacons.rows(),
      zones: zones.rows(),
      users: users.rows(),
    });
  }
}
