/** The option `import`: in a state, and among the requests of one process, where each object is imported once. */
import { isObject, isString, type JsonObject } from "../json";
import { HIDDEN } from "../lifecycle/hidden-state";

/** The option `import`, as the classes pass it on. */
export interface ImportRequest {
  /** The object to import. */
  readonly id: string;
  /** The resource's name in the program. */
  readonly as: string;
}

export function importOf(properties: JsonObject): ImportRequest | undefined {
  const option = properties[HIDDEN.import];
  if (!isObject(option)) return undefined;
  const { id, as } = option;
  return isString(id) && isString(as) ? { id, as } : undefined;
}

/**
 * The option, as a state records it. A recorded option stays, even if the program removes it or renames the resource: the
 * engine would show the difference with every other change.
 */
export function persistedImport(olds: JsonObject, news: JsonObject): JsonObject {
  const recorded = importOf(olds);
  const asked = importOf(news);
  const lasts = recorded !== undefined && (asked === undefined || asked.id === recorded.id);
  const option = lasts ? olds[HIDDEN.import] : news[HIDDEN.import];
  return option === undefined ? {} : { [HIDDEN.import]: option };
}

export type Imports = ReturnType<typeof openImports>;

export function openImports() {
  const askers = new Map<string, string>();
  const done = new Set<string>();
  const kept = new Map<string, JsonObject>();
  return {
    /** A resource asks for an object. @returns the name of the resource that asked for it first */
    ask({ id, as }: ImportRequest): string {
      const first = askers.get(id) ?? as;
      askers.set(id, first);
      return first;
    },
    /** The resource that asked for the object. */
    askerOf: (id: string) => askers.get(id),
    /** The option has done its work: a resource that is replaced or re-created gets a new object. */
    done(properties: JsonObject) {
      const request = importOf(properties);
      if (request !== undefined) done.add(keyOf(request));
    },
    isDone: (request: ImportRequest) => done.has(keyOf(request)),
    /** Stores an object from the check to the import of the same run. */
    keep: (id: string, found: JsonObject) => {
      kept.set(id, found);
    },
    take(id: string) {
      const found = kept.get(id);
      kept.delete(id);
      return found;
    },
  };
}

function keyOf({ id, as }: ImportRequest): string {
  return JSON.stringify([id, as]);
}
