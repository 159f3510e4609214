/** The objects of a set, made, changed, deleted and looked at as resources of their own are. */
import { BluedotError } from "../errors";
import type { JsonObject } from "../json";
import { nameOf, subjectOf, type About } from "../lifecycle/definition";
import type { Operation } from "../lifecycle/operation";
import { remove } from "../lifecycle/delete";
import { HalfMade } from "../lifecycle/half-made";
import { make } from "../lifecycle/make";
import { lookAt } from "../lifecycle/read";
import { change } from "../lifecycle/update";
import { fetchOne } from "../lifecycle/wire";
import type { Objects } from "./objects";

export function openObjects(operation: Operation): Objects {
  const { definition, holdings } = operation;
  const { session, catalogue } = operation.account();
  const aboutOf = (id: string, declared: JsonObject): About => ({
    id,
    subject: subjectOf(definition, declared, id),
    session,
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
      const made = await make(operation, declared);
      if (definition.complete(made.found)) return made;
      const about = aboutOf(made.id, declared);
      const found = await whole(about);
      if (found !== undefined) return { id: made.id, found };
      const reason = `${about.subject}: it was made as ${made.id}, but the API does not find it.`;
      throw new HalfMade(new BluedotError("unreadable", reason), made.id, {});
    },
    async change(id, before, declared) {
      const about = aboutOf(id, declared);
      const changed = await change(operation, about, { before, declared });
      if (changed !== undefined) return changed.found ?? whole(about);
      operation.warn(`${about.subject} (${id}) no longer exists, and is made anew: its ids are new ones.`);
      return undefined;
    },
    async remove(id, declared) {
      // It may be about to be taken over by a resource of its own, or by another set.
      const owner = operation.set ?? definition.noun;
      if (!(await holdings.decided(owner))) {
        throw new BluedotError(
          "conflict",
          `${subjectOf(definition, declared)} is not deleted yet: a resource that is still to be made may take it over.`,
        );
      }
      if (holdings.isNotMade(nameOf(definition, declared))) {
        throw new BluedotError(
          "conflict",
          `${subjectOf(definition, declared)} is not deleted: what may take it over could not be made; run again.`,
        );
      }
      await remove(operation, id, declared, operation.setId ?? owner);
    },
    look: (id, declared) => lookAt(definition, catalogue, aboutOf(id, declared), declared),
  };
}
