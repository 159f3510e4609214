/** Creates, updates, deletes and reads the objects of a set as resources of their own. */
import type { JsonObject } from "../json";
import { createObject } from "../lifecycle/create";
import { confirmMissing } from "../lifecycle/creation-time";
import { subjectOf, type ResourceRef } from "../lifecycle/definition";
import { withRedaction } from "../lifecycle/redaction";
import type { Operation } from "../lifecycle/context";
import { deleteObject } from "../lifecycle/delete";
import { PartialStateError } from "../lifecycle/partial-state-error";
import { readCurrent } from "../lifecycle/read";
import { warnOfStored } from "../lifecycle/stored-form-warning";
import { updateObject } from "../lifecycle/update";
import { fetchOne, type ApiObject } from "../lifecycle/requests";

/** The requests of a set for its objects; `declared` is all that a resource of its own would declare. */
export type ObjectClient = ReturnType<typeof openObjectClient>;

export function openObjectClient(operation: Operation) {
  const { definition } = operation;
  const { lists } = operation.account();
  const refOf = (id: string, declared: JsonObject): ResourceRef => ({
    id,
    subject: subjectOf(definition, declared, id),
    session: withRedaction(operation, declared).account().session,
  });

  return {
    /** As `createObject`, for which an unfinished object has no state of its own. */
    create: (declared: JsonObject): Promise<ApiObject> =>
      createObject(withRedaction(operation, declared), declared, () => ({})),
    /**
     * Updates an object and keeps fields that only the API knows; undefined if it no longer exists.
     *
     * @throws PartialStateError if it is updated and not complete.
     */
    async update(id: string, before: JsonObject, declared: JsonObject): Promise<JsonObject | undefined> {
      const ref = refOf(id, declared);
      const versions = { before, declared };
      const updated = await updateObject(withRedaction(operation, before, declared), ref, versions);
      if (updated === undefined) {
        operation.warn(`${ref.subject} (${id}) no longer exists, and is made anew: its ids are new ones.`);
        return undefined;
      }
      const reread = () =>
        fetchOne(definition, ref).catch((error: unknown) => {
          throw new PartialStateError(error, id, {});
        });
      const found = updated.found ?? (await reread());
      if (found !== undefined) warnOfStored(operation, ref, declared, found);
      return found;
    },
    /** An object that is gone already is a success. */
    delete: (id: string, declared: JsonObject) =>
      deleteObject(withRedaction(operation, declared), id, declared, operation.setId),
    /**
     * The object as the API holds it; undefined if it is gone.
     *
     * @param state the set's state, which holds the time of its last create
     */
    async read(id: string, declared: JsonObject, state: JsonObject) {
      const ref = refOf(id, declared);
      const found = await readCurrent(definition, lists, ref, declared);
      return confirmMissing(operation, ref, state, found);
    },
  };
}
