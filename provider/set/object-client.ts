/** The objects of a set, made, changed, deleted and looked at as resources of their own are. */
import { BluedotError } from "../errors";
import type { JsonObject } from "../json";
import { creationRecord, confirmMissing } from "../lifecycle/creation-time";
import { subjectOf, type ResourceRef } from "../lifecycle/definition";
import { withRedaction } from "../lifecycle/redaction";
import type { Operation } from "../lifecycle/context";
import { remove } from "../lifecycle/delete";
import { PartialStateError } from "../lifecycle/partial-state-error";
import { readCurrent } from "../lifecycle/read";
import { warnOfStored } from "../lifecycle/stored-forms";
import { updateObject } from "../lifecycle/update";
import { fetchOne } from "../lifecycle/requests";
import { createOnce } from "../ownership/create-once";
import type { ObjectClient } from "./objects";

export function openObjectClient(operation: Operation): ObjectClient {
  const { definition } = operation;
  const { lists } = operation.account();
  const aboutOf = (id: string, declared: JsonObject): ResourceRef => ({
    id,
    subject: subjectOf(definition, declared, id),
    session: withRedaction(operation, declared).account().session,
  });
  const whole = async (about: ResourceRef): Promise<JsonObject | undefined> => {
    try {
      return await fetchOne(definition, about);
    } catch (error) {
      throw new PartialStateError(error, about.id, {});
    }
  };

  return {
    async create(declared) {
      const made = await createOnce(withRedaction(operation, declared), declared);
      const about = aboutOf(made.id, declared);
      const found = definition.complete(made.found)
        ? made.found
        : await confirmMissing(operation, about, creationRecord(operation), await whole(about));
      if (found !== undefined) {
        warnOfStored(operation, about, declared, found);
        return { id: made.id, found };
      }
      const reason = `${about.subject}: it was created as ${made.id}, but the API does not find it.`;
      throw new PartialStateError(new BluedotError("unreadable", reason), made.id, {});
    },
    async update(id, before, declared) {
      const about = aboutOf(id, declared);
      const changed = await updateObject(withRedaction(operation, before, declared), about, {
        before,
        declared,
      });
      if (changed !== undefined) {
        const found = changed.found ?? (await whole(about));
        if (found !== undefined) warnOfStored(operation, about, declared, found);
        return found;
      }
      operation.warn(`${about.subject} (${id}) no longer exists, and is made anew: its ids are new ones.`);
      return undefined;
    },
    delete: (id, declared) => remove(withRedaction(operation, declared), id, declared, operation.setId),
    async read(id, declared, state) {
      const about = aboutOf(id, declared);
      const found = await readCurrent(definition, lists, about, declared);
      return confirmMissing(operation, about, state, found);
    },
  };
}
