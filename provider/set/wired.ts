/** The objects of a set, made, changed, deleted and looked at as resources of their own are. */
import { BluedotError } from "../errors";
import type { JsonObject } from "../json";
import { createdNow, lookedForAgain } from "../lifecycle/created";
import { subjectOf, type About } from "../lifecycle/definition";
import { redacting } from "../lifecycle/marked";
import type { Operation } from "../lifecycle/operation";
import { remove } from "../lifecycle/delete";
import { HalfMade } from "../lifecycle/half-made";
import { lookAt } from "../lifecycle/read";
import { warnOfStored } from "../lifecycle/stored";
import { change } from "../lifecycle/update";
import { fetchOne } from "../lifecycle/wire";
import { createOnce } from "../ownership/create-once";
import type { Objects } from "./objects";

export function openObjects(operation: Operation): Objects {
  const { definition } = operation;
  const { catalogue } = operation.account();
  const aboutOf = (id: string, declared: JsonObject): About => ({
    id,
    subject: subjectOf(definition, declared, id),
    session: redacting(operation, declared).account().session,
  });
  const whole = async (about: About): Promise<JsonObject | undefined> => {
    try {
      return await fetchOne(definition, about);
    } catch (error) {
      throw new HalfMade(error, about.id, {});
    }
  };

  return {
    async make(declared) {
      const made = await createOnce(redacting(operation, declared), declared);
      const about = aboutOf(made.id, declared);
      const found = definition.complete(made.found)
        ? made.found
        : await lookedForAgain(operation, about, createdNow(operation), await whole(about));
      if (found !== undefined) {
        warnOfStored(operation, about, declared, found);
        return { id: made.id, found };
      }
      const reason = `${about.subject}: it was created as ${made.id}, but the API does not find it.`;
      throw new HalfMade(new BluedotError("unreadable", reason), made.id, {});
    },
    async change(id, before, declared) {
      const about = aboutOf(id, declared);
      const changed = await change(redacting(operation, before, declared), about, { before, declared });
      if (changed !== undefined) {
        const found = changed.found ?? (await whole(about));
        if (found !== undefined) warnOfStored(operation, about, declared, found);
        return found;
      }
      operation.warn(`${about.subject} (${id}) no longer exists, and is made anew: its ids are new ones.`);
      return undefined;
    },
    remove: (id, declared) => remove(redacting(operation, declared), id, declared, operation.setId),
    async look(id, declared, state) {
      const about = aboutOf(id, declared);
      const found = await lookAt(definition, catalogue, about, declared);
      return lookedForAgain(operation, about, state, found);
    },
  };
}
