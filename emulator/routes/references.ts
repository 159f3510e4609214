/** Validates references: the entity exists, or existed when the reference was made. */
import { validationError } from "../errors";
import type { Store } from "../store/store";

/** Refuses the id of a project that is not there, unless it was held before. */
export function aProject(
  store: Store,
  field: string,
  id: string | undefined,
  before: readonly (string | undefined)[] = [],
): void {
  if (id === undefined || before.includes(id) || store.of("projects").get(id) !== undefined) return;
  throw validationError({ [field]: "is not the id of a project" });
}

/** Refuses the id of a destination that is not there, unless it was held before. */
export function aDestination(store: Store, id: string | undefined, before: string | undefined): void {
  if (id === undefined || id === before || store.of("destinations").get(id) !== undefined) return;
  throw validationError({ destinationId: "is not the id of a destination" });
}
