/** Entities of one kind in the order of their creation, as a whole and by group (the zones of a project). */

/** An entity and its place in the order of creation. */
export interface Row<T> {
  readonly seq: number;
  entity: T;
}

export class Collection<T extends { _id: string }> {
  readonly #rows = new Map<string, Row<T>>();
  readonly #groups = new Map<string, Row<T>[]>();

  constructor(readonly groupOf: (entity: T) => string) {}

  get size(): number {
    return this.#rows.size;
  }

  get(id: string): T | undefined {
    return this.#rows.get(id)?.entity;
  }

  seqOf(id: string): number | undefined {
    return this.#rows.get(id)?.seq;
  }

  /** Every row, in the order of creation. */
  rows(): Row<T>[] {
    return [...this.#rows.values()].sort((a, b) => a.seq - b.seq);
  }

  /** The rows of one group, in the order of creation. */
  group(key: string): readonly Row<T>[] {
    return this.#groups.get(key) ?? [];
  }

  put(entity: T, seq: number): void {
    const existing = this.#rows.get(entity._id);
    if (existing !== undefined && this.groupOf(existing.entity) === this.groupOf(entity)) {
      existing.entity = entity;
      return;
    }
    if (existing !== undefined) this.delete(entity._id);
    const row = { seq: existing?.seq ?? seq, entity };
    this.#rows.set(entity._id, row);
    const key = this.groupOf(entity);
    const group = this.#groups.get(key) ?? [];
    group.splice(firstAfter(group, row.seq), 0, row);
    this.#groups.set(key, group);
  }

  delete(id: string): void {
    const row = this.#rows.get(id);
    if (row === undefined) return;
    this.#rows.delete(id);
    const key = this.groupOf(row.entity);
    const group = this.#groups.get(key);
    group?.splice(firstAfter(group, row.seq) - 1, 1);
    if (group?.length === 0) this.#groups.delete(key);
  }

  clear(): void {
    this.#rows.clear();
    this.#groups.clear();
  }
}

/** The index of the first row created after the given one: a binary search, so that paging is not quadratic. */
export function firstAfter(rows: readonly Row<unknown>[], seq: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const row = rows[middle];
    if (row !== undefined && row.seq <= seq) low = middle + 1;
    else high = middle;
  }
  return low;
}
