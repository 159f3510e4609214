/** The requests of the option `import` in one process: each object is imported by one resource, and once. */
import type { JsonObject } from "../json";
import { importOf, type ImportRequest } from "../lifecycle/import-option";

export interface Imports {
  /** A resource asks for an object. @returns the name of the resource that asked for it first */
  ask(request: ImportRequest): string;
  /** The resource that asked for the object. */
  askerOf(id: string): string | undefined;
  /** The option has done its work: a resource that is replaced or re-created gets a new object. */
  done(properties: JsonObject): void;
  isDone(request: ImportRequest): boolean;
  /** Stores an object from the check to the import of the same run. */
  keep(id: string, found: JsonObject): void;
  take(id: string): JsonObject | undefined;
}

export function openImports(): Imports {
  const askers = new Map<string, string>();
  const done = new Set<string>();
  const kept = new Map<string, JsonObject>();
  return {
    ask({ id, as }) {
      const first = askers.get(id) ?? as;
      askers.set(id, first);
      return first;
    },
    askerOf: (id) => askers.get(id),
    done(properties) {
      const request = importOf(properties);
      if (request !== undefined) done.add(keyOf(request));
    },
    isDone: (request) => done.has(keyOf(request)),
    keep: (id, found) => {
      kept.set(id, found);
    },
    take(id) {
      const found = kept.get(id);
      kept.delete(id);
      return found;
    },
  };
}

function keyOf({ id, as }: ImportRequest): string {
  return JSON.stringify([id, as]);
}
