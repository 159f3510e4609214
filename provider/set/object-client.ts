/** Creates, updates, deletes and reads the objects of a set as resources of their own. */
import { BluedotError } from "../errors";
import type { JsonObject } from "../json";
import { creationRecord, confirmMissing } from "../lifecycle/creation-time";
import { subjectOf, type ResourceRef } from "../lifecycle/definition";
import { withRedaction } from "../lifecycle/redaction";
import type { Operation } from "../lifecycle/context";
import { deleteObject } from "../lifecycle/delete";
import { PartialStateError } from "../lifecycle/partial-state-error";
import { readCurrent } from "../lifecycle/read";
import { warnOfStored } from "../lifecycle/stored-forms";
import { updateObject } from "../lifecycle/update";
import { fetchOne, type ApiObject } from "../lifecycle/requests";
import { createOnce } from "../ownership/create-once";

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
  const fetchComplete = async (ref: ResourceRef): Promise<JsonObject | undefined> => {
    try {
      return await fetchOne(definition, ref);
    } catch (error) {
      throw new PartialStateError(error, ref.id, {});
    }
  };

  return {
    /**
     * Creates an object, or adopts an equal one; resolves when the object is complete.
     *
     * @throws PartialStateError with its id if it exists and is not complete; after any other error it does not exist, as
     *   far as is known.
     */
    async create(declared: JsonObject): Promise<ApiObject> {
      const created = await createOnce(withRedaction(operation, declared), declared);
      const ref = refOf(created.id, declared);
      const found = definition.complete(created.found)
        ? created.found
        : await confirmMissing(operation, ref, creationRecord(operation), await fetchComplete(ref));
      if (found !== undefined) {
        warnOfStored(operation, ref, declared, found);
        return { id: created.id, found };
      }
      const reason = `${ref.subject}: it was created as ${created.id}, but the API does not find it.`;
      throw new PartialStateError(new BluedotError("unreadable", reason), created.id, {});
    },
    /**
     * Updates an object and keeps fields that only the API knows; undefined if it no longer exists.
     *
     * @throws PartialStateError if it is updated and not complete.
     */
    async update(id: string, before: JsonObject, declared: JsonObject): Promise<JsonObject | undefined> {
      const ref = refOf(id, declared);
      const updated = await updateObject(withRedaction(operation, before, declared), ref, {
        before,
        declared,
      });
      if (updated !== undefined) {
        const found = updated.found ?? (await fetchComplete(ref));
        if (found !== undefined) warnOfStored(operation, ref, declared, found);
        return found;
      }
      operation.warn(`${ref.subject} (${id}) no longer exists, and is made anew: its ids are new ones.`);
      return undefined;
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
