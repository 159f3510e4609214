/** Entities of one kind in the order of their creation: as a whole, by project, and by what each has to itself. */
import type { Indexing } from "../entities/kind";

/** An entity and its place in the order of creation. */
export interface Row<T> {
  readonly seq: number;
  entity: T;
}

export class Collection<T> {
  readonly #rows = new Map<string, Row<T>>();
  readonly #ordered: Row<T>[] = [];
  readonly #groups = new Map<string, Row<T>[]>();
  readonly #holders = new Map<string, Set<string>>();

  constructor(readonly indexing: Indexing<T>) {}

  get size(): number {
    return this.#rows.size;
  }

  get(key: string): T | undefined {
    return this.#rows.get(key)?.entity;
  }

  /** Every row, in the order of creation. */
  rows(): readonly Row<T>[] {
    return this.#ordered;
  }

  /** The rows of one project, in the order of creation. */
  group(projectId: string): readonly Row<T>[] {
    return this.#groups.get(projectId) ?? [];
  }

  /** True if an entity of another key has the value. */
  isClaimed(value: string, except?: string): boolean {
    const holders = this.#holders.get(value)?.keys() ?? [];
    return [...holders].some((key) => key !== except);
  }

  /** An existing entity keeps its place in the order of creation. */
  put(entity: T, seq: number): void {
    const key = this.indexing.keyOf(entity);
    const existing = this.#rows.get(key);
    if (existing === undefined) {
      const row = { seq, entity };
      this.#rows.set(key, row);
      insert(this.#ordered, row);
      this.#index(row);
    } else {
      this.#unindex(existing);
      existing.entity = entity;
      this.#index(existing);
    }
  }

  delete(key: string): void {
    const row = this.#rows.get(key);
    if (row === undefined) return;
    this.#rows.delete(key);
    remove(this.#ordered, row);
    this.#unindex(row);
  }

  clear(): void {
    this.#rows.clear();
    this.#ordered.length = 0;
    this.#groups.clear();
    this.#holders.clear();
  }

  #index(row: Row<T>): void {
    const project = this.indexing.projectOf?.(row.entity);
    if (project !== undefined) {
      const group = this.#groups.get(project) ?? [];
      insert(group, row);
      this.#groups.set(project, group);
    }
    for (const { value } of this.indexing.claimsOf?.(row.entity) ?? []) {
      const holders = this.#holders.get(value) ?? new Set();
      this.#holders.set(value, holders.add(this.indexing.keyOf(row.entity)));
    }
  }

  #unindex(row: Row<T>): void {
    const project = this.indexing.projectOf?.(row.entity);
    const group = project === undefined ? undefined : this.#groups.get(project);
    if (project !== undefined && group !== undefined) {
      remove(group, row);
      if (group.length === 0) this.#groups.delete(project);
    }
    for (const { value } of this.indexing.claimsOf?.(row.entity) ?? []) {
      const holders = this.#holders.get(value);
      holders?.delete(this.indexing.keyOf(row.entity));
      if (holders?.size === 0) this.#holders.delete(value);
    }
  }
}

function insert<T>(rows: Row<T>[], row: Row<T>): void {
  rows.splice(firstAfter(rows, row.seq), 0, row);
}

function remove<T>(rows: Row<T>[], row: Row<T>): void {
  rows.splice(firstAfter(rows, row.seq) - 1, 1);
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
